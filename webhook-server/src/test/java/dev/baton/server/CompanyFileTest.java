package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.agent.FieldMetric;
import dev.baton.agent.TeamReports;
import dev.baton.routing.ReportRetention;
import dev.baton.tag.Tag;
import dev.baton.tag.TagRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyFileTest {
  @TempDir Path directory;

  private CompanyFile read(String text) throws IOException {
    Path file = directory.resolve("company.json");
    Files.writeString(file, text);
    return CompanyFile.read(file);
  }

  @Test
  void the_example_that_is_shipped_is_good() {
    CompanyFile file = CompanyFile.read(Path.of("src/main/dist/conf/company.example.json"));

    assertThat(file.company().name()).isEqualTo("Acme Real Estate");
    assertThat(file.book().tags())
        .extracting(Tag::rule, Tag::weight)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TagRule.EXCLUSIVE, 60),
            org.assertj.core.groups.Tuple.tuple(TagRule.PREFERENTIAL, 50));
    assertThat(file.book().settings().window().length()).isEqualTo(Duration.ofMinutes(5));
    assertThat(file.tokenVariables()).containsValue("HUBSPOT_TOKEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"A\"}|id is missing",
        "{\"id\":\"a\",\"name\":\"A\",\"zone\":\"Mars/Base\"}|Mars/Base",
        "{\"id\":\"a\",\"name\":\"A\",\"tagz\":[]}|tagz",
        "{\"id\":\"a\",|line 1",
        "{\"id\":\"a\",\"name\":\"A\",\"tags\":[{\"name\":\"x,y\"}]}|no comma",
        "{\"id\":\"a\",\"name\":\"A\",\"agents\":[{\"id\":\"z\",\"name\":\"Z\",\"tags\":[\"T\"]}]}|there is no tag named T",
        "{\"id\":\"a\",\"name\":\"A\",\"teams\":[{\"id\":\"t\",\"members\":{},\"sticky\":{\"days\":5}}]}|sticky.field is missing",
        "{\"id\":\"a\",\"name\":\"A\",\"teams\":[{\"id\":\"t\",\"members\":{},\"hours\":{}}]}|week is missing",
        "{\"id\":\"a\",\"name\":\"A\",\"teams\":[{\"id\":\"t\",\"members\":{},\"metrics\":[{\"name\":\"M\"}]}]}|metrics.field is missing",
        "{\"id\":\"a\",\"name\":\"A\",\"teams\":[{\"id\":\"t\",\"members\":{},\"metrics\":[{\"name\":\"M\",\"field\":\"f\"},{\"name\":\"m\",\"field\":\"g\"}]}]}|Two metrics are named m",
        "{\"id\":\"a\",\"name\":\"A\",\"settings\":{\"reportRetentionDays\":0}}|1 to 36,500",
        "{\"id\":\"a\",\"name\":\"A\",\"settings\":{\"offerWindowSeconds\":5}}|between 2 minutes and 2 weeks"
      })
  void a_wrong_file_is_refused_saying_where_and_what(String text, String said) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(Misconfigured.class)
        .hasMessageContaining("company.json")
        .hasMessageContaining(said);
  }

  @Test
  void what_reports_tell_besides_stands_with_the_team_and_the_settings() throws IOException {
    CompanyFile file =
        read(
            """
            {"id":"a","name":"A","teams":[{"id":"t","members":{},"actionInHours":true,
             "metrics":[{"name":"Budget","field":"budget","kind":"AVERAGE"},
                        {"name":"All","field":"budget"}]}],
             "settings":{"reportRetentionDays":90,"agentsSwitchAvailability":true}}
            """);

    assertThat(file.book().teams().getFirst().reports())
        .isEqualTo(
            new TeamReports(
                true,
                List.of(
                    new FieldMetric("Budget", "budget", FieldMetric.Kind.AVERAGE),
                    new FieldMetric("All", "budget", FieldMetric.Kind.SUM))));
    assertThat(file.book().settings().retention()).isEqualTo(ReportRetention.of(90));
    assertThat(file.book().settings().agentsSwitch()).isTrue();
    assertThat(read("{\"id\":\"a\",\"name\":\"A\"}").book().settings().agentsSwitch()).isFalse();
  }
}

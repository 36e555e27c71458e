package dev.baton.server.cli;

import dev.baton.server.CompanyFile;
import dev.baton.server.Config;
import dev.baton.server.ConfigValues;
import dev.baton.server.ConnectionSettings;
import dev.baton.server.Setting;
import dev.baton.store.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says how Baton would start, without starting it. */
@Command(
    name = "check",
    description = "Print every setting with its source, and try the database.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    ConfigValues values = SettingOptions.gather(spec);
    var out = spec.commandLine().getOut();
    out.print(values.described());
    Config config = values.checked();
    config
        .companyFile()
        .map(CompanyFile::read)
        .ifPresent(
            file -> {
              ConnectionSettings.check(file.connections(), config);
              out.println("company file: good");
            });
    if (config.hubspot().clientSecrets().isEmpty()) {
      out.println(
          "HubSpot webhooks would be refused: set " + Setting.HUBSPOT_CLIENT_SECRET.variable());
    }
    if (config.messages().mail().isEmpty()) {
      out.println("E-mail is not sent: set " + Setting.SMTP_URL.variable());
    }
    if (config.messages().sms().isEmpty()) {
      out.println("Short messages are not sent: set " + Setting.SMS_ACCOUNT.variable());
    }
    config
        .summaries()
        .ifPresent(
            model ->
                out.println(
                    "What leads say goes, without contact data, to " + model.url().getHost()));
    if (config.databaseUrl().isPresent()) {
      Database.open(config.databaseUrl().get(), config.databaseUser(), config.databasePassword())
          .close();
      out.println("database: reached, tables up to date");
    } else {
      out.println("database: embedded in " + config.data().toAbsolutePath());
    }
    out.flush();
    return 0;
  }
}

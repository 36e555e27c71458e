package dev.baton.server.cli;

import dev.baton.company.ConnectionId;
import dev.baton.crm.OAuthTokens;
import dev.baton.server.App;
import dev.baton.server.App.Occasion;
import dev.baton.server.CompanyFile;
import dev.baton.server.Config;
import dev.baton.server.Misconfigured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves in earnest until it is stopped. */
@Command(name = "serve", description = "Serve, until stopped.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Config config = SettingOptions.gather(spec).checked();
    List<CompanyFile> company = config.companyFile().stream().map(CompanyFile::read).toList();
    App app = App.start(config, Occasion.inEarnest(company, tokens(company)));
    untilStopped(app);
    return 0;
  }

  private static Map<ConnectionId, OAuthTokens> tokens(List<CompanyFile> company) {
    var tokens = new HashMap<ConnectionId, OAuthTokens>();
    for (CompanyFile file : company) {
      file.tokenVariables()
          .forEach(
              (connection, variable) -> {
                String token = System.getenv(variable);
                if (token == null || token.isBlank()) {
                  throw new Misconfigured(
                      "Connection "
                          + connection
                          + " takes its token from the variable "
                          + variable
                          + ", which is not set.");
                }
                tokens.put(connection, OAuthTokens.fixed(token.strip()));
              });
    }
    return tokens;
  }

  static void untilStopped(AutoCloseable running) throws InterruptedException {
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      try {
                        running.close();
                      } catch (Exception failed) {
                        System.err.println("Not everything stopped: " + failed);
                      }
                      stopped.countDown();
                    }));
    stopped.await();
  }
}

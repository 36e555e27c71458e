package dev.baton.server.cli;

import dev.baton.ledger.StoreUnavailable;
import dev.baton.server.Misconfigured;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line. */
@Command(
    name = "baton",
    description = "Hands every CRM lead to the person who will answer it.",
    mixinStandardHelpOptions = true,
    versionProvider = BatonCommand.Version.class,
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      CheckCommand.class,
      ConnectCommand.class,
      ReplayCommand.class
    })
public final class BatonCommand implements Runnable {
  private static final int CANNOT_START = 2;

  @picocli.CommandLine.Spec
  @SuppressWarnings("NullAway.Init")
  private CommandLine.Model.CommandSpec spec;

  /** Runs a command; answers the exit code: 0, 2 when it cannot start as configured, else 1. */
  public static int run(String... arguments) {
    return run(new CommandLine(new BatonCommand()), arguments);
  }

  /** The same, with what it says going elsewhere. */
  public static int run(PrintWriter said, String... arguments) {
    return run(new CommandLine(new BatonCommand()).setOut(said).setErr(said), arguments);
  }

  private static int run(CommandLine line, String... arguments) {
    for (CommandLine command : line.getSubcommands().values()) {
      SettingOptions.addTo(command.getCommandSpec());
    }
    line.setExecutionExceptionHandler(
        (failed, command, parsed) -> {
          if (failed instanceof Misconfigured || failed instanceof StoreUnavailable) {
            command.getErr().println(failed.getMessage());
            return CANNOT_START;
          }
          failed.printStackTrace(command.getErr());
          return 1;
        });
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: serve, demo, check, connect or replay.");
  }

  /** The version that was built. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = BatonCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Baton " + (version == null ? "(not packaged)" : version)};
    }
  }
}

package dev.baton.server;

import dev.baton.server.cli.BatonCommand;

/** Starts Baton from the command line. */
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    System.exit(BatonCommand.run(arguments));
  }
}

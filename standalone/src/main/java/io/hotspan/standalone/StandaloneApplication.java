package io.hotspan.standalone;

import picocli.CommandLine;

/** Starts everything on this machine and runs until it is told to end. */
public final class StandaloneApplication {

    private StandaloneApplication() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StandaloneCommand())
                .setOverwrittenOptionsAllowed(true)
                .execute(arguments));
    }
}

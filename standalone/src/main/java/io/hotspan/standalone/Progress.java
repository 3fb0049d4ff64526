package io.hotspan.standalone;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the person at the terminal what happens. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** One thing is up: what, where, how long it took. */
    void started(String what, String where, Duration took) {
        line("  %-20s %-28s %5.1f s".formatted(what, where, took.toMillis() / 1000.0));
    }

    void failed(@Nullable String sentence) {
        line("");
        line("Hotspan could not start. " + sentence);
    }
}

package io.hotspan.benchmarks.throughput;

import java.io.PrintStream;

/** Tells whoever waits what goes on; the result itself goes elsewhere. */
record Progress(PrintStream out, long spans) {

    void line(String text) {
        out.println(text);
    }

    void run(String what, int round, Cost cost) {
        out.printf(
                "%s, %s: %,.0f spans/s%n", round < 0 ? "warm-up" : "round " + (round + 1), what, cost.perSecond(spans));
    }
}

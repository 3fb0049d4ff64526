package io.hotspan.benchmarks.throughput;

import java.io.PrintStream;

/** Tells whoever waits what goes on; the result itself goes elsewhere. */
record Progress(PrintStream out, long spans) {

    void line(String text) {
        out.println(text);
    }

    void round(String stage, int round, Cost ours, Cost plain) {
        out.printf(
                "%s, %s: %,.0f spans/s, plain %,.0f spans/s%n",
                stage, round < 0 ? "warm-up" : "round " + (round + 1), ours.perSecond(spans), plain.perSecond(spans));
    }
}

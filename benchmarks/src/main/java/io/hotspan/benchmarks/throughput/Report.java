package io.hotspan.benchmarks.throughput;

import java.io.PrintStream;
import java.util.List;
import java.util.function.ToLongFunction;

/** The result as Markdown. */
final class Report {

    private final PrintStream out;
    private final Dataset data;

    Report(PrintStream out, Dataset data) {
        this.out = out;
        this.data = data;
    }

    void print(List<Rounds> contests) {
        out.printf(
                "%n%,d storefront spans of %d bytes in %,d traces, %,d requests and %,d records.%n%n",
                data.spans(),
                data.bytes() / data.spans(),
                data.traces(),
                data.requests.entries(),
                data.records.entries());
        out.println("| stage | spans/s | MB/s | held against | spans/s | MB/s | **ratio** | min–max |");
        out.println("|---|---:|---:|---|---:|---:|---:|---:|");
        for (Rounds rounds : contests) {
            double ours = perSecond(rounds.stage());
            double plain = perSecond(rounds.baseline());
            Spread ratio = rounds.timeRatio();
            out.printf(
                    "| %s | %,.0f | %,.1f | %s | %,.0f | %,.1f | **%.2f** | %.2f–%.2f |%n",
                    rounds.stageName(),
                    ours,
                    megabytes(ours),
                    rounds.baselineName(),
                    plain,
                    megabytes(plain),
                    ratio.median(),
                    ratio.min(),
                    ratio.max());
        }
        out.println();
        out.println(
                "| stage | CPU µs a span | held against | CPU µs a span | ratio | min–max | allocated a span | plain |");
        out.println("|---|---:|---|---:|---:|---:|---:|---:|");
        for (Rounds rounds : contests) {
            Spread ratio = rounds.cpuRatio();
            out.printf(
                    "| %s | %.2f | %s | %.2f | %.2f | %.2f–%.2f | %,.0f B | %,.0f B |%n",
                    rounds.stageName(),
                    perSpan(rounds.stage(), Cost::cpuNanos) / 1e3,
                    rounds.baselineName(),
                    perSpan(rounds.baseline(), Cost::cpuNanos) / 1e3,
                    ratio.median(),
                    ratio.min(),
                    ratio.max(),
                    perSpan(rounds.stage(), Cost::allocatedBytes),
                    perSpan(rounds.baseline(), Cost::allocatedBytes));
        }
    }

    /** How much the sampler kept in its last run, and where its processor time went. */
    void print(SamplerContest sampler) {
        out.printf("%nThe sampler kept %.1f %% of the spans.%n", 100 * sampler.keptShare());
        out.println();
        out.println("| of the sampler's last run | CPU ns a span |");
        out.println("|---|---:|");
        sampler.threadTimes().forEach((purpose, nanos) -> out.printf("| %s | %,d |%n", purpose, nanos / data.spans()));
    }

    void print(BufferedHeap heap) {
        out.printf(
                "%nA span the sampler holds undecided takes %,.0f bytes of heap (its own estimate is %,.0f), %.2f times the"
                        + " %,.0f of its records; measured on %,.0f spans.%n",
                heap.bytes(), heap.estimatedBytes(), heap.bytes() / heap.wireBytes(), heap.wireBytes(), heap.spans());
    }

    private double perSecond(List<Cost> costs) {
        return 1e9 / perSpan(costs, Cost::wallNanos);
    }

    private double perSpan(List<Cost> costs, ToLongFunction<Cost> what) {
        return Spread.of(costs.stream()
                                .mapToDouble(cost -> (double) what.applyAsLong(cost))
                                .toArray())
                        .median()
                / data.spans();
    }

    private double megabytes(double spansPerSecond) {
        return spansPerSecond * data.bytes() / data.spans() / 1e6;
    }
}

package io.hotspan.sampling.account;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The sampler's Prometheus counters. They move when a transaction has committed, so a crash never counts twice. */
public final class SamplerMetrics {

    private static final String PREFIX = "tail_sampling.";

    private final MeterRegistry registry;
    private final Consumer<Map<String, Long>> ruleMatches;
    private final Counter recordsTaken;
    private final Counter recordsReplayed;
    private final Counter recordsDeadLettered;
    private final Counter keyMismatches;
    private final Counter spansReceived;
    private final Counter spansExported;
    private final Counter spansDropped;
    private final Counter spansReleased;
    private final Counter spansRevived;
    private final Counter tracesRevived;
    private final Counter tracesRevivedInPart;
    private final Counter lateSpansKept;
    private final Counter lateSpansDropped;
    private final Counter foldedSpans;
    private final Counter tracesIngested;
    private final Counter tracesDropped;
    private final Counter tracesDecidedEarly;
    private final Counter tracesForceSampled;
    private final Counter failures;
    private final Timer transactions;

    /** @param ruleMatches told how many traces each force rule, by id, has decided */
    public SamplerMetrics(MeterRegistry registry, Consumer<Map<String, Long>> ruleMatches) {
        this.registry = registry;
        this.ruleMatches = ruleMatches;
        recordsTaken = counter("records.taken", "Input records whose spans were taken in");
        recordsReplayed = counter("records.replayed", "Input records passed over, settled before a restart");
        recordsDeadLettered = counter("records.dead_lettered", "Unreadable input records");
        keyMismatches = counter("records.key_mismatches", "Input records whose key is not their spans' trace id");
        spansReceived = counter("spans.received", "Spans taken in");
        spansExported = counter("spans.exported", "Spans written to the output topic, late ones included");
        spansDropped = counter("spans.dropped", "Spans not written, late ones included");
        spansReleased = counter("spans.released", "Undecided spans given back to the log");
        spansRevived = counter("spans.revived", "Dropped spans brought back from the log");
        tracesRevived = revived("complete");
        tracesRevivedInPart = revived("partial");
        lateSpansKept = late("kept");
        lateSpansDropped = late("dropped");
        foldedSpans = counter("rollup.spans.folded", "Spans counted under a name that stands for those beyond a limit");
        tracesIngested = counter("traces.ingested", "Traces seen for the first time");
        tracesDropped = counter("traces.dropped", "Traces decided to be dropped");
        tracesDecidedEarly = counter("traces.decided_early", "Traces decided before they were due, for lack of memory");
        tracesForceSampled = counter("traces.force_sampled", "Traces kept by a force rule");
        failures = counter("failures", "Transactions given up, to be done again from the log");
        transactions = Timer.builder(PREFIX + "transaction")
                .description("Time to commit a transaction")
                .register(registry);
    }

    /** A transaction with these counts was committed. */
    public void committed(Tally tally, Duration took) {
        Account account = tally.asAccount();
        add(recordsTaken, account.recordsTaken());
        add(recordsReplayed, account.recordsReplayed());
        add(recordsDeadLettered, account.recordsDeadLettered());
        add(keyMismatches, tally.keyMismatches());
        add(spansReceived, account.spansReceived());
        add(spansExported, account.spansKept());
        add(spansDropped, account.spansDropped());
        add(spansRevived, account.spansRevived());
        add(tracesRevived, tally.tracesRevived());
        add(tracesRevivedInPart, tally.tracesRevivedInPart());
        add(lateSpansKept, tally.lateSpansKept());
        add(lateSpansDropped, tally.lateSpansDropped());
        add(foldedSpans, tally.foldedSpans());
        add(tracesIngested, tally.tracesBegun());
        add(tracesDropped, tally.tracesDropped());
        add(tracesDecidedEarly, tally.tracesDecidedEarly());
        add(tracesForceSampled, tally.tracesForceSampled());
        tally.tracesKeptByReason().forEach(this::sampled);
        ruleMatches.accept(tally.matchesByRule());
        transactions.record(took);
    }

    /** Undecided spans were given back to the log. */
    public void released(long spans) {
        add(spansReleased, spans);
    }

    /** A transaction was given up. */
    public void failed() {
        failures.increment();
    }

    private void sampled(String reason, long traces) {
        Counter.builder(PREFIX + "traces.sampled")
                .description("Traces decided to be kept")
                .tag("reason", reason)
                .register(registry)
                .increment((double) traces);
    }

    private static void add(Counter counter, long count) {
        counter.increment((double) count);
    }

    private Counter revived(String outcome) {
        return Counter.builder(PREFIX + "traces.revived")
                .description("Dropped traces brought back from the log; partial: as far as it still had them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter late(String outcome) {
        return Counter.builder(PREFIX + "spans.late")
                .description("Spans that came after their trace's decision and followed it")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(PREFIX + name).description(description).register(registry);
    }
}

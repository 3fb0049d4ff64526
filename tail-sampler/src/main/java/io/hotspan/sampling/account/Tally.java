package io.hotspan.sampling.account;

import io.hotspan.telemetry.decision.Revival;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import java.util.HashMap;
import java.util.Map;

/** Counts of one worker since its last committed transaction. Not thread-safe. */
public final class Tally {

    private long recordsTaken;
    private long recordsReplayed;
    private long recordsDeadLettered;
    private long keyMismatches;
    private long spansReceived;
    private long spansKept;
    private long spansDropped;
    private long lateSpansKept;
    private long lateSpansDropped;
    private long foldedSpans;
    private long tracesBegun;
    private long tracesDropped;
    private long tracesDecidedEarly;
    private long tracesForceSampled;
    private long spansRevived;
    private long tracesRevived;
    private long tracesRevivedInPart;
    private final Map<String, Long> tracesKeptByReason = new HashMap<>();
    private final Map<String, Long> matchesByRule = new HashMap<>();

    /** A record's spans were taken in. */
    public void taken(int spans, boolean keyNamesTrace) {
        recordsTaken++;
        spansReceived += spans;
        if (!keyNamesTrace) {
            keyMismatches++;
        }
    }

    /** A record was already settled. */
    public void replayed() {
        recordsReplayed++;
    }

    /** A record was unreadable. */
    public void deadLettered() {
        recordsDeadLettered++;
    }

    /** A trace was seen for the first time. */
    public void traceBegun() {
        tracesBegun++;
    }

    /** The next decision is an early one. */
    public void early() {
        tracesDecidedEarly++;
    }

    /** A trace with this many spans was decided. */
    public void decided(Ruling ruling, int spans) {
        if (ruling.kept()) {
            spansKept += spans;
            tracesKeptByReason.merge(ruling.reason(), 1L, Long::sum);
        } else {
            spansDropped += spans;
            tracesDropped++;
        }
        RuleVersion rule = ruling.rule();
        if (rule != null) {
            tracesForceSampled += ruling.kept() ? 1 : 0;
            matchesByRule.merge(rule.id(), 1L, Long::sum);
        }
    }

    /** Traces that a force rule has decided. */
    public long matches(String rule) {
        return matchesByRule.getOrDefault(rule, 0L);
    }

    /** Late spans followed their trace's decision. */
    public void late(boolean kept, int spans) {
        if (kept) {
            spansKept += spans;
            lateSpansKept += spans;
        } else {
            spansDropped += spans;
            lateSpansDropped += spans;
        }
    }

    /** Spans were counted under a name that stands for others. */
    public void folded(long spans) {
        foldedSpans += spans;
    }

    /** A dropped trace is brought back by this ruling; its spans follow. */
    public void broughtBack(Ruling ruling) {
        RuleVersion rule = ruling.rule();
        if (rule != null) {
            tracesForceSampled++;
            matchesByRule.merge(rule.id(), 1L, Long::sum);
        }
    }

    /** So many spans of a dropped trace were brought back, which is over or not. */
    public void revived(Revival revival, int spans) {
        spansKept += spans;
        spansRevived += spans;
        if (revival.state() == Revival.State.DONE) {
            tracesRevived++;
        } else if (revival.state() == Revival.State.PARTIAL) {
            tracesRevivedInPart++;
        }
    }

    /** The counts as an addition to an account. */
    public Account asAccount() {
        return new Account(
                recordsTaken + recordsReplayed + recordsDeadLettered,
                recordsTaken,
                recordsReplayed,
                recordsDeadLettered,
                spansReceived,
                spansKept,
                spansDropped,
                spansReceived + spansRevived - spansKept - spansDropped,
                0,
                spansRevived);
    }

    /** Begins again at nothing. */
    public void clear() {
        recordsTaken = 0;
        recordsReplayed = 0;
        recordsDeadLettered = 0;
        keyMismatches = 0;
        spansReceived = 0;
        spansKept = 0;
        spansDropped = 0;
        lateSpansKept = 0;
        lateSpansDropped = 0;
        foldedSpans = 0;
        tracesBegun = 0;
        tracesDropped = 0;
        tracesDecidedEarly = 0;
        tracesForceSampled = 0;
        spansRevived = 0;
        tracesRevived = 0;
        tracesRevivedInPart = 0;
        tracesKeptByReason.clear();
        matchesByRule.clear();
    }

    long keyMismatches() {
        return keyMismatches;
    }

    long lateSpansKept() {
        return lateSpansKept;
    }

    long lateSpansDropped() {
        return lateSpansDropped;
    }

    long foldedSpans() {
        return foldedSpans;
    }

    long tracesBegun() {
        return tracesBegun;
    }

    long tracesDropped() {
        return tracesDropped;
    }

    long tracesDecidedEarly() {
        return tracesDecidedEarly;
    }

    long tracesForceSampled() {
        return tracesForceSampled;
    }

    long tracesRevived() {
        return tracesRevived;
    }

    long tracesRevivedInPart() {
        return tracesRevivedInPart;
    }

    Map<String, Long> tracesKeptByReason() {
        return tracesKeptByReason;
    }

    Map<String, Long> matchesByRule() {
        return matchesByRule;
    }
}

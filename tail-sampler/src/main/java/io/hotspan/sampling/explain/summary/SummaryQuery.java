package io.hotspan.sampling.explain.summary;

import io.hotspan.sampling.explain.summary.DecisionSummary.Step;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.query.SqlFragment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Adds up stored decisions. Failures are {@link io.hotspan.spanstore.error.SpanStoreException}s. */
public final class SummaryQuery {

    private static final int STEPS = 60;
    private static final long SHORTEST_STEP_SECONDS = 10;

    private static final Comparator<DecisionGroup> MOST_TRACES_FIRST = Comparator.comparingLong(DecisionGroup::traces)
            .reversed()
            .thenComparing(DecisionGroup::reason)
            .thenComparing(DecisionGroup::policy);

    private record Part(
            long stepSeconds, DecisionGroup group, long errorTraces, long lateSpans, long revived, long dryRunDrops) {}

    private final SpanStore store;

    public SummaryQuery(SpanStore store) {
        this.store = store;
    }

    /** Decisions made from {@code from} on and before {@code to}. */
    public DecisionSummary summary(Instant from, Instant to) {
        long step = Math.max(
                SHORTEST_STEP_SECONDS, Math.ceilDiv(Duration.between(from, to).toSeconds(), STEPS));
        List<Part> parts = parts(from, to, step);
        Map<List<Object>, DecisionGroup> groups = new HashMap<>();
        Map<Long, Step> steps = new TreeMap<>();
        for (Part part : parts) {
            DecisionGroup group = part.group;
            groups.merge(List.of(group.kept(), group.reason(), group.policy()), group, DecisionGroup::plus);
            steps.merge(part.stepSeconds, step(part), SummaryQuery::plus);
        }
        return new DecisionSummary(
                from,
                to,
                sum(parts, false, part -> part.group.traces()),
                sum(parts, true, part -> part.group.traces()),
                sum(parts, false, part -> part.group.spans()),
                sum(parts, true, part -> part.group.spans()),
                sum(parts, false, Part::errorTraces),
                sum(parts, true, Part::errorTraces),
                sum(parts, false, Part::lateSpans),
                sum(parts, false, Part::revived),
                sum(parts, false, Part::dryRunDrops),
                groups.values().stream().sorted(MOST_TRACES_FIRST).toList(),
                step,
                List.copyOf(steps.values()));
    }

    // Each trace once, as its newest row says. Rows lie in the order of trace ids: grouped in it, they need no memory.
    private List<Part> parts(Instant from, Instant to, long step) {
        String sql = """
            SELECT
                intDiv(decided, ?) * ? AS step, state.1 AS kept, state.2 AS reason, state.3 AS policy,
                count() AS traces, sum(state.4) AS spans, sum(state.5) AS late, countIf(state.6 != 'none') AS revived,
                countIf(state.9 > 0) AS error_traces, countIf(state.7 = 'dropped') AS dry_run_drops, sum(state.8) AS weight
            FROM (
                SELECT
                    any(toUnixTimestamp(Timestamp)) AS decided,
                    argMax(
                        (Kept, Reason, Policy, Spans, LateSpans, Revival, DryRun, Weight, ErrorSpans),
                        (SettledBelow, Revival, RevivedSpans)
                    ) AS state
                FROM %s
                WHERE Timestamp >= fromUnixTimestamp64Milli(?) AND Timestamp < fromUnixTimestamp64Milli(?)
                GROUP BY TraceId
                SETTINGS optimize_aggregation_in_order = 1
            )
            GROUP BY step, kept, reason, policy""".formatted(store.settings().qualifiedDecisionTable());
        return store.query(SqlFragment.of(sql, step, step, from.toEpochMilli(), to.toEpochMilli()))
                .list(SummaryQuery::part);
    }

    private static Part part(ResultSet row) throws SQLException {
        DecisionGroup group = new DecisionGroup(
                row.getBoolean("kept"),
                row.getString("reason"),
                row.getString("policy"),
                row.getLong("traces"),
                row.getLong("spans"),
                row.getDouble("weight"));
        return new Part(
                row.getLong("step"),
                group,
                row.getLong("error_traces"),
                row.getLong("late"),
                row.getLong("revived"),
                row.getLong("dry_run_drops"));
    }

    private static Step step(Part part) {
        long traces = part.group.traces();
        boolean kept = part.group.kept();
        return new Step(Instant.ofEpochSecond(part.stepSeconds), kept ? traces : 0, kept ? 0 : traces);
    }

    private static Step plus(Step one, Step other) {
        return new Step(one.time(), one.kept() + other.kept(), one.dropped() + other.dropped());
    }

    private static long sum(List<Part> parts, boolean keptOnly, ToLongFunction<Part> what) {
        return parts.stream()
                .filter(part -> part.group.kept() || !keptOnly)
                .mapToLong(what)
                .sum();
    }
}

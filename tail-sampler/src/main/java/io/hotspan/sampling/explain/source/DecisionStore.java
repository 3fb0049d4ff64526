package io.hotspan.sampling.explain.source;

import io.hotspan.sampling.explain.answer.DecisionRecord;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.query.StoreQuery;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DecisionEntry;
import io.hotspan.telemetry.decision.DryRun;
import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.PolicyList;
import io.hotspan.telemetry.decision.Revival;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.decision.Trigger;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions as span-writer stores them. Failures are {@link io.hotspan.spanstore.error.SpanStoreException}s. */
public final class DecisionStore {

    private static final String DECISION = """
            SELECT
                toUnixTimestamp64Milli(Timestamp) AS decided_at, Kept, Reason, Policy, toInt64(Threshold) AS threshold,
                toString(DryRun) AS dry_run, toString(Trigger) AS decided_by, Spans, ErrorSpans, LateSpans,
                RevivedSpans, toString(Revival) AS revived, RuleId, toInt64(RuleVersion) AS rule_version, Partition,
                toInt64(FirstOffset) AS first_offset, toInt64(SettledBelow) AS settled_below, Instance
            FROM %s
            WHERE TraceId = ?
            ORDER BY SettledBelow DESC, Revival DESC, RevivedSpans DESC
            LIMIT 1""";

    private static final String EVIDENCE = """
            SELECT
                reinterpretAsInt64(PolicyVersion) AS version, arrayStringConcat(arrayMap(v -> toString(v), Votes), ',')
                AS votes, toInt64(Randomness) AS randomness, toInt64(Bytes) AS bytes,
                toUnixTimestamp64Nano(Start) AS start, toInt64(Duration) AS duration
            FROM %s
            WHERE TraceId = ? AND PolicyVersion != 0
            ORDER BY SettledBelow
            LIMIT 1""";

    private static final String POLICIES = """
            SELECT Precedence, name, type, text
            FROM (
                SELECT Precedence, Policies, PolicyTypes, PolicyTexts
                FROM %s
                WHERE PolicyVersion = ? AND notEmpty(Policies)
                LIMIT 1
            )
            ARRAY JOIN Policies AS name, PolicyTypes AS type, PolicyTexts AS text""";

    private final SpanStore store;

    public DecisionStore(SpanStore store) {
        this.store = store;
    }

    /** What is stored of a trace's decision. */
    public Optional<DecisionRecord> find(TraceId id) {
        return ask(DECISION, id.toString())
                .first(row -> new DecisionRecord(entry(id, row), null, row.getInt("Partition")))
                .map(found -> new DecisionRecord(found.newest(), evidence(id), found.partition()));
    }

    private @Nullable Evidence evidence(TraceId id) {
        return ask(EVIDENCE, id.toString())
                .first(row -> new Evidence(
                        new PolicyList(row.getLong("version"), "", List.of()),
                        votes(row.getString("votes")),
                        row.getLong("randomness"),
                        row.getLong("bytes"),
                        row.getLong("start"),
                        row.getLong("duration")))
                .map(found -> new Evidence(
                        policies(found.policies().version()),
                        found.votes(),
                        found.randomness(),
                        found.bytes(),
                        found.startNanos(),
                        found.durationNanos()))
                .orElse(null);
    }

    private PolicyList policies(long version) {
        record Listed(String precedence, PolicyList.Policy policy) {}

        List<Listed> listed = ask(POLICIES, new BigInteger(Long.toUnsignedString(version)))
                .list(row -> new Listed(
                        row.getString("Precedence"),
                        new PolicyList.Policy(row.getString("name"), row.getString("type"), row.getString("text"))));
        return listed.isEmpty()
                ? PolicyList.UNKNOWN
                : new PolicyList(
                        version,
                        listed.getFirst().precedence(),
                        listed.stream().map(Listed::policy).toList());
    }

    private StoreQuery ask(String question, Object value) {
        return store.query(SqlFragment.of(question.formatted(store.settings().qualifiedDecisionTable()), value));
    }

    private static DecisionEntry entry(TraceId id, ResultSet row) throws SQLException {
        String rule = row.getString("RuleId");
        Ruling ruling = new Ruling(
                row.getBoolean("Kept"),
                row.getString("Reason"),
                row.getString("Policy"),
                row.getLong("threshold"),
                rule.isEmpty() ? null : new RuleVersion(rule, row.getLong("rule_version")),
                DryRun.valueOf(constant(row.getString("dry_run"))));
        Decision decision = new Decision(
                id.high(),
                id.low(),
                ruling,
                Trigger.valueOf(constant(row.getString("decided_by"))),
                row.getInt("Spans"),
                row.getInt("ErrorSpans"),
                row.getInt("LateSpans"),
                revival(row),
                row.getLong("first_offset"),
                row.getLong("settled_below"),
                row.getLong("decided_at"));
        return new DecisionEntry(decision, null, row.getString("Instance"));
    }

    // What is still to be brought back is the sampler's own affair, and not stored.
    private static Revival revival(ResultSet row) throws SQLException {
        Revival.State state = Revival.State.valueOf(constant(row.getString("revived")));
        return new Revival(state, 0, 0, 0, row.getInt("RevivedSpans"));
    }

    private static long[] votes(String joined) {
        return Arrays.stream(joined.split(","))
                .filter(vote -> !vote.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

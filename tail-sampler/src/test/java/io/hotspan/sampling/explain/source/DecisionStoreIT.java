package io.hotspan.sampling.explain.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.embedded.testing.TestClickHouse;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.sampling.explain.answer.PolicyVote;
import io.hotspan.sampling.explain.answer.TraceDecision;
import io.hotspan.sampling.explain.summary.DecisionGroup;
import io.hotspan.sampling.explain.summary.DecisionSummary;
import io.hotspan.sampling.explain.summary.SummaryQuery;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.telemetry.TraceId;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions as span-writer stores them. */
class DecisionStoreIT {

    private static final Instant FROM = Instant.parse("2026-03-01T14:00:00Z");
    private static final String COLUMNS =
            "(Timestamp, TraceId, Kept, Reason, Policy, Threshold, Weight, DryRun, Trigger,"
                    + " Spans, ErrorSpans, LateSpans, RevivedSpans, Revival, Partition, FirstOffset, SettledBelow, Instance,"
                    + " PolicyVersion, Precedence, Policies, PolicyTypes, PolicyTexts, Votes, Start, Duration, Bytes)";
    // Another trace's row has the texts of the version, whose highest bit is set.
    private static final String LISTED = "18000000000000000001, 'first-match', ['errors', 'half'],"
            + " ['error', 'probability'], ['{name: errors}', '{name: half}']";
    private static final String UNLISTED = "18000000000000000001, '', [], [], []";
    private static final String NONE = "0, '', [], [], [], [], 0, 0, 0";
    private static final String ROWS = String.join(
            ",",
            row(
                    "14:00:05",
                    1,
                    "true, 'error', 'errors', 0, 1, 'off', 'inactivity', 4, 1, 0, 0, 'none'",
                    10,
                    LISTED + ", [2, 0], 0, 9, 500"),
            row(
                    "14:01:00",
                    2,
                    "false, 'not-sampled', 'half', 36028797018963968, 0, 'off', 'max-age', 5, 0, 0, 0, 'none'",
                    20,
                    UNLISTED + ", [1, 36028797018963970], 0, 7, 600"),
            row(
                    "14:01:00",
                    2,
                    "false, 'not-sampled', 'half', 36028797018963968, 0, 'off', 'max-age', 5, 0, 2, 0, 'none'",
                    30,
                    NONE),
            row("14:01:00", 2, "true, 'late-error', '', 0, 1, 'off', 'max-age', 5, 0, 3, 0, 'asked'", 40, NONE),
            row("14:01:00", 2, "true, 'late-error', '', 0, 1, 'off', 'max-age', 5, 0, 3, 7, 'done'", 40, NONE),
            row(
                    "14:02:30",
                    3,
                    "false, 'not-sampled', 'half', 36028797018963968, 0, 'off', 'inactivity', 6, 0, 0, 0, 'none'",
                    50,
                    UNLISTED + ", [1, 36028797018963970], 0, 7, 600"),
            row(
                    "14:02:31",
                    4,
                    "true, 'probability', 'half', 36028797018963968, 2, 'off', 'inactivity', 7, 0, 0, 0, 'none'",
                    60,
                    UNLISTED + ", [1, 36028797018963970], 0, 7, 600"),
            row(
                    "15:00:00",
                    5,
                    "true, 'error', 'errors', 0, 1, 'off', 'inactivity', 100, 1, 0, 0, 'none'",
                    70,
                    UNLISTED + ", [2, 0], 0, 9, 500"));

    private SpanStore store;

    @BeforeEach
    void fill() throws SQLException {
        TestClickHouse server = TestServers.clickHouse();
        store = SpanStore.open(
                SpanStoreSettings.at(URI.create(server.httpUrl())).withDatabase(server.freshDatabase()));
        store.migrate();
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            // Too old for the usual retention.
            statement.execute("ALTER TABLE " + store.settings().qualifiedDecisionTable() + " REMOVE TTL");
            statement.execute(
                    "INSERT INTO " + store.settings().qualifiedDecisionTable() + " " + COLUMNS + " VALUES " + ROWS);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void decision_isTheNewestRowWithTheFirstOnesVotes() {
        TraceDecision found = TraceDecision.decided(
                new DecisionStore(store).find(new TraceId(0, 2)).orElseThrow(), "clickhouse");

        assertThat(found.kept()).isTrue();
        assertThat(found.revival()).isEqualTo("done");
        assertThat(found.revivedSpans()).isEqualTo(7);
        assertThat(found.lateSpans()).isEqualTo(3);
        assertThat(found.trigger()).isEqualTo("max-age");
        assertThat(found.decidedAt()).isEqualTo(Instant.parse("2026-03-01T14:01:00Z"));
        assertThat(found.instance()).isEqualTo("sampler-1");
        assertThat(found.precedence()).isEqualTo("first-match");
        assertThat(found.policies())
                .containsExactly(
                        new PolicyVote("errors", "error", "{name: errors}", "no opinion", null),
                        new PolicyVote("half", "probability", "{name: half}", "keep 50 %", 0.5));
        assertThat(found.bytes()).isEqualTo(600);
    }

    @Test
    void traceNobodyDecided_isNotFound() {
        assertThat(new DecisionStore(store).find(new TraceId(0, 77))).isEmpty();
    }

    /** Summed by hand from the rows above. */
    @Test
    void summary_countsEachTraceOnceAsItIsNow() {
        DecisionSummary sums = new SummaryQuery(store).summary(FROM, Instant.parse("2026-03-01T15:00:00Z"));

        assertThat(sums)
                .isEqualTo(new DecisionSummary(
                        FROM,
                        FROM.plusSeconds(3_600),
                        4,
                        3,
                        4 + 5 + 6 + 7,
                        4 + 5 + 7,
                        1,
                        1,
                        3,
                        1,
                        0,
                        List.of(
                                new DecisionGroup(true, "error", "errors", 1, 4, 1),
                                new DecisionGroup(true, "late-error", "", 1, 5, 1),
                                new DecisionGroup(false, "not-sampled", "half", 1, 6, 0),
                                new DecisionGroup(true, "probability", "half", 1, 7, 2)),
                        60,
                        List.of(
                                new DecisionSummary.Step(FROM, 1, 0),
                                new DecisionSummary.Step(FROM.plusSeconds(60), 1, 0),
                                new DecisionSummary.Step(FROM.plusSeconds(120), 1, 1))));
    }

    private static String row(String time, long trace, String state, long settledBelow, String evidence) {
        return "('2026-03-01 %s', '%s', %s, 2, 1, %d, 'sampler-1', %s)"
                .formatted(time, new TraceId(0, trace), state, settledBelow, evidence);
    }
}

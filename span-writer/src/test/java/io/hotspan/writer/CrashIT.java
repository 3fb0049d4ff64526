package io.hotspan.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.telemetry.rollup.Rollup;
import io.hotspan.telemetry.rollup.RollupBatch;
import io.hotspan.writer.FaultyWriter.FaultyTable;
import io.hotspan.writer.batch.SpanTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class CrashIT {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int TRACES = 600;
    private static final int SPANS = 3;

    @Test
    void writerKilledBetweenInsertAndCommit_doublesAndLosesNothing() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(2)) {
            for (int i = 0; i < TRACES; i++) {
                test.send(TestSpans.trace(i, SPANS));
            }
            test.producer.flush();
            List<String> before = new ArrayList<>();
            for (int haltAfter = 1; haltAfter <= 2; haltAfter++) {
                before.add(runUntilKilled(test, haltAfter));
            }
            assertThat(test.rowsAndSpans()[0]).isPositive();

            ConfigurableApplicationContext survivor = test.start(FaultyWriter.class, smallBatches());
            awaitAll(test, TRACES);
            List<String> after = ((FaultyTable) survivor.getBean(SpanTable.class)).tokens;
            assertThat(after)
                    .as("the batch that was stored and not committed is inserted again")
                    .contains(before.getLast());
        }
    }

    @Test
    void killsRightAfterInsertsOfRollups_doubleAndLoseNoSpan() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(1)) {
            for (int i = 0; i < TRACES; i++) {
                RollupBatch batch = new RollupBatch();
                // Alike but for their number, so that merges and doubled inserts both show in the sum alone.
                batch.add(new Rollup(1_700_000_000, "cart", "GET /", 2, 0, true, 80, i + 1));
                batch.add(new Rollup(1_700_000_010, "cart", Rollup.OTHER, Rollup.UNKNOWN_KIND, 2, false, -1, 1));
                test.sendRollups(batch.take());
            }
            test.producer.flush();
            for (int haltAfter = 1; haltAfter <= 2; haltAfter++) {
                assertThat(runUntilKilled(test, haltAfter)).contains(test.rollupTopic());
            }
            assertThat(test.spansCounted()).isPositive();

            test.start(smallBatches());
            long sent = TRACES * (TRACES + 1L) / 2 + TRACES;
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(test.spansCounted()).isEqualTo(sent));
            assertThat(test.store
                            .query(SqlFragment.of(
                                    "SELECT DISTINCT concat(ServiceName, '|', SpanName, '|', SpanKind, '|',"
                                            + " StatusCode, '|', toString(IsRoot), '|', toString(LatencyBucket), '|',"
                                            + " toString(toUnixTimestamp(Time))) FROM "
                                            + test.store.settings().qualifiedRollupTable() + " ORDER BY 1"))
                            .list(row -> row.getString(1)))
                    .containsExactly(
                            "cart|GET /|Server|Unset|true|80|1700000000", "cart|__other__||Error|false|-1|1700000010");
        }
    }

    @Test
    void killsRightAfterInsertsOfDecisions_doubleAndLoseNone() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(1)) {
            for (int i = 0; i < TRACES; i++) {
                test.sendDecisions(0, TestDecisions.record(i));
            }
            test.producer.flush();
            for (int haltAfter = 1; haltAfter <= 2; haltAfter++) {
                assertThat(runUntilKilled(test, haltAfter)).contains(test.decisionTopic());
            }
            assertThat(test.rowsAndDecisions()[0]).isPositive();

            test.start(smallBatches());
            long entries = TRACES * (long) TestDecisions.ENTRIES;
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(test.rowsAndDecisions()).containsExactly(entries, entries));
        }
    }

    @Test
    void partitionsMovingWhileWritersStall_doubleAndLoseNothing() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(4)) {
            // Its inserts outlast the time a moving partition waits for them: the next owner repeats them meanwhile.
            ConfigurableApplicationContext slow = test.start(
                    FaultyWriter.class,
                    "--hotspan.writer.batch.max-records=50",
                    "--hotspan.writer.revoke-timeout=100ms",
                    "--test.stall-millis=1500");
            for (int i = 0; i < TRACES; i++) {
                test.send(TestSpans.trace(i, SPANS));
            }
            await().atMost(WAIT).until(() -> test.rowsAndSpans()[0] > 0);
            test.start(smallBatches());
            for (int i = TRACES; i < 2 * TRACES; i++) {
                test.send(TestSpans.trace(i, SPANS));
            }
            ConfigurableApplicationContext third = test.start(smallBatches());
            third.close();
            slow.close();
            awaitAll(test, 2 * TRACES);
        }
    }

    private static void awaitAll(WriterUnderTest test, long traces) {
        await().atMost(WAIT)
                .untilAsserted(() -> assertThat(test.rowsAndSpans()).containsExactly(traces * SPANS, traces * SPANS));
    }

    private static String[] smallBatches() {
        return new String[] {"--hotspan.writer.batch.max-records=50", "--spring.kafka.consumer.max-poll-records=50"};
    }

    /** The token of the last insert before the kill. */
    private static String runUntilKilled(WriterUnderTest test, int haltAfter) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FaultyWriter.class.getName()));
        command.addAll(test.arguments(smallBatches()));
        command.add("--test.halt-after-inserts=" + haltAfter);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(WAIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isEqualTo(FaultyWriter.KILLED);
            return output.lines()
                    .filter(line -> line.startsWith("inserted "))
                    .map(line -> line.substring("inserted ".length()))
                    .toList()
                    .getLast();
        } finally {
            process.destroyForcibly();
        }
    }
}

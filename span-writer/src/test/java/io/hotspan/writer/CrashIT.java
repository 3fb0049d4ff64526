package io.hotspan.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

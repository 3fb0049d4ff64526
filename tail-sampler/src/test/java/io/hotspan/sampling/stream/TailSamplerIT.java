package io.hotspan.sampling.stream;

import static io.hotspan.sampling.stream.SamplerHarness.header;
import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.spans;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.account.Account;
import io.hotspan.telemetry.TraceId;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class TailSamplerIT {

    // The last seven bytes are the randomness: just kept and just dropped at one half.
    private static final TraceId LUCKY = TraceId.parse("0000000000000001ff80000000000000");
    private static final TraceId UNLUCKY = TraceId.parse("0000000000000001007fffffffffffff");
    private static final String HALF = "--hotspan.sampler.policies[2].probability=0.5";
    private static final String[] POLICIES = {
        "--hotspan.sampler.policies[0].name=errors",
        "--hotspan.sampler.policies[0].type=error",
        "--hotspan.sampler.policies[1].name=slow",
        "--hotspan.sampler.policies[1].type=latency",
        "--hotspan.sampler.policies[1].at-least=2s",
        "--hotspan.sampler.policies[2].name=rest",
        "--hotspan.sampler.policies[2].type=probability",
        HALF
    };

    @AutoClose
    private final SamplerHarness harness = new SamplerHarness();

    @Test
    void traces_areKeptByTheFirstPolicyThatWantsThem() {
        TraceId failed = new TraceId(2, 1);
        TraceId slow = new TraceId(2, 2);
        harness.send(failed, message(span(failed, 1), span(failed, 2, Duration.ofMillis(5), true, "")));
        harness.send(slow, message(span(slow, 1, Duration.ofSeconds(2), false, "")));
        harness.send(LUCKY, message(span(LUCKY, 1)));
        harness.send(LUCKY, message(span(LUCKY, 2)));
        harness.send(UNLUCKY, message(span(UNLUCKY, 1)));

        ConfigurableApplicationContext sampler = harness.start(POLICIES);
        awaitSettled(sampler, 6);

        assertThat(harness.read("sampled"))
                .extracting(
                        record -> new String(record.key(), UTF_8),
                        record -> header(record, "sampling.reason"),
                        record -> header(record, "sampling.policy"),
                        record -> header(record, "sampling.weight"),
                        record -> spans(record.value()).getFirst().getTraceState(),
                        record -> spans(record.value()).size())
                .containsExactlyInAnyOrder(
                        tuple(failed.toString(), "error", "errors", "1.0", "ot=th:0", 2),
                        tuple(slow.toString(), "latency", "slow", "1.0", "ot=th:0", 1),
                        tuple(LUCKY.toString(), "probability", "rest", "2.0", "ot=th:8", 2));
        assertThat(harness.account(sampler)).isEqualTo(new Account(5, 5, 0, 0, 6, 5, 1, 0, 0, 0));
        assertThat(harness.decisions()).hasSize(4);
    }

    @Test
    void lateSpans_followTheirTracesDecision() {
        ConfigurableApplicationContext sampler = harness.start(POLICIES);
        harness.send(LUCKY, message(span(LUCKY, 1)));
        harness.send(UNLUCKY, message(span(UNLUCKY, 1)));
        awaitSettled(sampler, 2);
        harness.send(LUCKY, message(span(LUCKY, 2), span(LUCKY, 3)));
        harness.send(UNLUCKY, message(span(UNLUCKY, 2)));
        awaitSettled(sampler, 5);

        List<ConsumerRecord<byte[], byte[]>> kept = harness.read("sampled");
        assertThat(kept).hasSize(2).allSatisfy(record -> {
            assertThat(new String(record.key(), UTF_8)).isEqualTo(LUCKY.toString());
            assertThat(header(record, "sampling.reason")).isEqualTo("probability");
            assertThat(header(record, "sampling.weight")).isEqualTo("2.0");
        });
        assertThat(harness.decisions())
                .filteredOn(decision -> decision.high() == LUCKY.high() && decision.low() == LUCKY.low())
                .extracting(decision -> decision.lateSpans())
                .containsExactly(0, 2);
        assertThat(harness.account(sampler).spansDropped()).isEqualTo(2);
    }

    @Test
    void unreadableRecords_goToTheDeadLetterTopicWithTheReason() {
        TraceId other = new TraceId(7, 7);
        harness.send("x", new byte[] {1, 2, 3});
        harness.send(LUCKY, message(span(LUCKY, 1), span(other, 2)));
        harness.send(LUCKY, message(span(LUCKY, 1)));

        ConfigurableApplicationContext sampler = harness.start(POLICIES);
        awaitSettled(sampler, 1);

        assertThat(harness.read("raw.dlt"))
                .extracting(record -> header(record, "error"))
                .anySatisfy(error -> assertThat(error).contains("not an OTLP trace message"))
                .anySatisfy(error -> assertThat(error).contains("several traces"))
                .hasSize(2);
        assertThat(harness.account(sampler)).isEqualTo(new Account(3, 1, 0, 2, 1, 1, 0, 0, 0, 0));
    }

    @Test
    void undecidedTraces_surviveARestart() throws Exception {
        TraceId failed = new TraceId(2, 1);
        harness.send(LUCKY, message(span(LUCKY, 1)));
        harness.send(failed, message(span(failed, 1)));
        ConfigurableApplicationContext first =
                harness.start("--hotspan.sampler.inactivity=1h", "--hotspan.sampler.max-trace-age=1h");
        await().until(() -> harness.account(first).spansUndecided() == 2);
        harness.stop(first);

        assertThat(harness.decisions()).as("a stop decides nothing early").isEmpty();
        assertThat(harness.committed().values())
                .allSatisfy(offset -> assertThat(offset.offset()).isZero());

        harness.send(failed, message(span(failed, 2, Duration.ofMillis(1), true, "")));
        ConfigurableApplicationContext second = harness.start(POLICIES);
        awaitSettled(second, 3);
        assertThat(harness.read("sampled"))
                .extracting(record -> spans(record.value()).size())
                .containsExactlyInAnyOrder(1, 2);
    }

    private void awaitSettled(ConfigurableApplicationContext sampler, long spans) {
        harness.flush();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Account account = harness.account(sampler);
            return account.spansKept() + account.spansDropped() == spans && account.spansUndecided() == 0;
        });
    }
}

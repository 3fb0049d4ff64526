package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.testing.AdminClient;
import io.hotspan.telemetry.TraceId;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Decisions asked for over HTTP, without a ClickHouse. */
class ExplainIT {

    // The last seven bytes are the randomness: just kept and just dropped at one half.
    private static final TraceId LUCKY = TraceId.parse("0000000000000001ff80000000000000");
    private static final TraceId UNLUCKY = TraceId.parse("0000000000000001007fffffffffffff");
    private static final TraceId OPEN = TraceId.parse("00000000000000020000000000000002");

    @AutoClose
    private final SamplerHarness harness = new SamplerHarness();

    @Test
    void keptDroppedLateOpenAndUnknownTraces_areExplained() {
        ConfigurableApplicationContext sampler =
                harness.start("--hotspan.sampler.instance-id=sampler-7", "--TAIL_SAMPLER_PROBABILITY=0.5");
        AdminClient admin = new AdminClient(sampler);
        harness.send(LUCKY, message(span(LUCKY, 1), span(LUCKY, 2)));
        harness.send(UNLUCKY, message(span(UNLUCKY, 1)));
        awaitSettled(sampler, 3);
        harness.send(UNLUCKY, message(span(UNLUCKY, 2)));
        awaitSettled(sampler, 4);

        AdminClient.Answer kept = ask(admin, LUCKY);
        assertThat(kept.body().at("/kept").asBoolean()).isTrue();
        assertThat(kept.text("/reason")).isEqualTo("probability");
        assertThat(kept.text("/instance")).isEqualTo("sampler-7");
        assertThat(kept.text("/source")).isEqualTo("decision-log");
        assertThat(kept.body().at("/spans").asInt()).isEqualTo(2);
        assertThat(kept.body().at("/durationNanos").asLong()).isEqualTo(10_000_000);
        assertThat(kept.body().at("/randomness").asDouble()).isEqualTo(0.5);
        assertThat(kept.text("/policies/0/vote")).isEqualTo("no opinion");
        assertThat(kept.text("/policies/2/vote")).isEqualTo("keep 50 %");
        assertThat(kept.text("/policies/2/text")).isEqualTo("{name: rest, type: probability, probability: 0.5}");

        AdminClient.Answer dropped = ask(admin, UNLUCKY);
        assertThat(dropped.text("/state")).isEqualTo("decided");
        assertThat(dropped.body().at("/kept").asBoolean(true)).isFalse();
        assertThat(dropped.body().at("/lateSpans").asInt()).isEqualTo(1);
        assertThat(dropped.text("/explanation")).contains("rest came nearest", "50 %");

        AdminClient.Answer unknown = ask(admin, new TraceId(9, 9));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.contentType()).contains("application/problem+json");
        assertThat(unknown.text("/detail")).contains("undecided traces of this sampler", "decision log");
        assertThat(admin.get("/admin/traces/xyz/decision").status()).isEqualTo(400);
        assertThat(admin.get("/admin/decisions/summary").status()).isEqualTo(503);
    }

    @Test
    void traceOfACollectorWithItsOwnHash_isFoundInTheLog() {
        ConfigurableApplicationContext sampler = harness.start();
        // Of three partitions Kafka's clients choose number 1 for this id, a Collector number 2.
        TraceId trace = TraceId.parse("5b8efff798038103d269b633813fc60c");
        harness.send(trace, message(span(trace, 1)), 2);
        awaitSettled(sampler, 1);

        AdminClient.Answer answer = ask(new AdminClient(sampler), trace);

        assertThat(answer.text("/source")).isEqualTo("decision-log");
        assertThat(answer.body().at("/spans").asInt()).isEqualTo(1);
    }

    @Test
    void logThatTakesTooLongToRead_isNotSaidToHaveBeenSearched() {
        // The broker holds each answer back until more has come than ever does, or longer than the search may take.
        ConfigurableApplicationContext sampler = harness.start(
                "--spring.kafka.consumer.fetch-min-size=8MB",
                "--spring.kafka.consumer.fetch-max-wait=3s",
                "--hotspan.sampler.explain.timeout=1s");
        AdminClient admin = new AdminClient(sampler);
        harness.send(UNLUCKY, message(span(UNLUCKY, 1)));
        awaitSettled(sampler, 1);

        AdminClient.Answer unread = ask(admin, UNLUCKY);
        assertThat(unread.status()).isEqualTo(503);
        assertThat(unread.text("/detail"))
                .isEqualTo(
                        "Trace " + UNLUCKY + " is not among the undecided traces of this sampler. Could not be"
                                + " searched: Kafka: the last 600 s of the decision log were not read to their end within 1000 ms.");
    }

    @Test
    void undecidedTrace_isShownAsItIsNow() {
        ConfigurableApplicationContext sampler =
                harness.start("--hotspan.sampler.inactivity=1h", "--hotspan.sampler.max-trace-age=1h");
        // Nobody said when they began.
        harness.send(
                OPEN,
                message(
                        span(OPEN, 1).toBuilder().clearStartTimeUnixNano().build(),
                        span(OPEN, 2).toBuilder().clearStartTimeUnixNano().build()));
        harness.flush();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> harness.account(sampler).spansUndecided() == 2);

        AdminClient.Answer open = ask(new AdminClient(sampler), OPEN);
        assertThat(open.text("/state")).isEqualTo("undecided");
        assertThat(open.text("/source")).isEqualTo("buffer");
        assertThat(open.body().at("/spans").asInt()).isEqualTo(2);
        assertThat(open.body().at("/start").isNull()).isTrue();
        assertThat(open.text("/policies/0/vote")).isEqualTo("not asked");
    }

    @Test
    void dryRun_keepsEverythingWithWeightOne() {
        ConfigurableApplicationContext sampler = harness.start("--hotspan.sampler.dry-run=true");
        harness.send(UNLUCKY, message(span(UNLUCKY, 1)));
        awaitSettled(sampler, 1);

        assertThat(harness.read("sampled"))
                .singleElement()
                .satisfies(record -> assertThat(SamplerHarness.header(record, "sampling.dry-run"))
                        .isEqualTo("dropped"))
                .satisfies(record -> assertThat(SamplerHarness.header(record, "sampling.weight"))
                        .isEqualTo("1.0"))
                .satisfies(record -> assertThat(SamplerHarness.header(record, "sampling.reason"))
                        .isEqualTo("not-sampled (dry run)"));
        assertThat(ask(new AdminClient(sampler), UNLUCKY).text("/dryRun")).isEqualTo("dropped");
    }

    private static AdminClient.Answer ask(AdminClient admin, TraceId trace) {
        return admin.get("/admin/traces/" + trace + "/decision");
    }

    private void awaitSettled(ConfigurableApplicationContext sampler, long spans) {
        harness.flush();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var account = harness.account(sampler);
            return account.spansKept() + account.spansDropped() == spans && account.spansUndecided() == 0;
        });
    }
}

package io.hotspan.sampling.stream;

import static io.hotspan.sampling.stream.SamplerHarness.header;
import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.spans;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.account.Account;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Revival;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class RevivalIT {

    private static final TraceId TRACE = new TraceId(3, 1);
    private static final TraceId OTHER = new TraceId(3, 2);
    private static final String[] NOTHING_BUT_ERRORS = {
        "--hotspan.sampler.policies[0].name=errors", "--hotspan.sampler.policies[0].type=error"
    };

    @AutoClose
    private final SamplerHarness harness = new SamplerHarness();

    @Test
    void lateErrorOnADroppedTrace_bringsBackAllOfItOnce() {
        ConfigurableApplicationContext sampler = harness.start(NOTHING_BUT_ERRORS);
        send(sampler, 2, message(span(TRACE, 1), span(TRACE, 2)));
        send(sampler, 3, message(span(TRACE, 3)));
        harness.send(OTHER, message(span(OTHER, 9)));
        send(sampler, 5, message(failed(4)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> harness.account(sampler).spansRevived() == 3);
        send(sampler, 6, message(failed(5)));

        assertThat(harness.read("sampled")).allSatisfy(record -> {
            assertThat(header(record, "sampling.reason")).isEqualTo("late-error");
            assertThat(header(record, "sampling.weight")).isEqualTo("1.0");
        });
        assertThat(keptSpans()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
        assertThat(harness.decisions())
                .filteredOn(decision -> decision.low() == TRACE.low())
                .extracting(
                        Decision::lateSpans,
                        decision -> decision.ruling().kept(),
                        decision -> decision.revival().state())
                .containsExactly(
                        tuple(0, false, Revival.State.NONE),
                        tuple(1, false, Revival.State.NONE),
                        tuple(2, true, Revival.State.ASKED),
                        tuple(2, true, Revival.State.DONE),
                        tuple(3, true, Revival.State.DONE));
        // Received 6; 3 of the trace and the other one's were dropped; 2 late errors and what they brought back kept.
        assertThat(harness.account(sampler)).isEqualTo(new Account(5, 5, 0, 0, 6, 5, 4, 0, 0, 3));
        assertThat(revived(sampler, "complete")).isEqualTo(1);
    }

    @Test
    void lateErrorOnATraceThatAPolicyDrops_isDropped() {
        ConfigurableApplicationContext sampler = harness.start(SamplerHarness.with(
                NOTHING_BUT_ERRORS,
                "--hotspan.sampler.policies[1].name=no-checkout",
                "--hotspan.sampler.policies[1].type=drop",
                "--hotspan.sampler.policies[1].policies[0].name=checkout",
                "--hotspan.sampler.policies[1].policies[0].type=string-attribute",
                "--hotspan.sampler.policies[1].policies[0].key=http.route",
                "--hotspan.sampler.policies[1].policies[0].values[0]=/cart/checkout"));
        send(sampler, 1, message(span(TRACE, 1)));
        send(sampler, 2, message(failed(2)));

        assertThat(harness.read("sampled")).isEmpty();
        assertThat(harness.account(sampler)).isEqualTo(new Account(2, 2, 0, 0, 2, 0, 2, 0, 0, 0));
    }

    @Test
    void retroactiveRule_bringsBackTheDroppedTracesItMatches() throws Exception {
        ConfigurableApplicationContext sampler = harness.start(SamplerHarness.with(
                NOTHING_BUT_ERRORS,
                "--hotspan.sampler.late-spans.max-decisions=10",
                "--hotspan.sampler.policies[1].name=none",
                "--hotspan.sampler.policies[1].type=drop",
                "--hotspan.sampler.policies[1].policies[0].name=all",
                "--hotspan.sampler.policies[1].policies[0].type=always"));
        for (int i = 1; i <= 60; i++) {
            TraceId trace = new TraceId(6, i);
            Span span = span(trace, 2L * i);
            harness.send(
                    trace,
                    message(i % 3 == 0 ? span.toBuilder().setName("other").build() : vip(span)));
            harness.send(trace, message(span(trace, 2L * i + 1)));
        }
        awaitSettled(sampler, 120);
        assertThat(harness.read("sampled")).isEmpty();

        HttpRequest rule = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + sampler.getEnvironment().getRequiredProperty("local.server.port") + "/admin/force-rules"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"action": "force_keep", "duration_secs": 300, "retroactive_from": "%s",
                         "match": {"span": [{"key": "tenant", "op": "eq", "value": "vip"}]}}
                        """.formatted(Instant.now().minusSeconds(300))))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(rule, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> revived(sampler, "complete") == 40);

        assertThat(keptSpans()).hasSize(80).doesNotHaveDuplicates().allMatch(number -> number / 2 % 3 != 0);
        assertThat(harness.read("sampled"))
                .allSatisfy(
                        record -> assertThat(header(record, "sampling.reason")).isEqualTo("force-rule"));
    }

    private static Span vip(Span span) {
        return span.toBuilder()
                .addAttributes(KeyValue.newBuilder()
                        .setKey("tenant")
                        .setValue(AnyValue.newBuilder().setStringValue("vip")))
                .build();
    }

    @Test
    void traceWhoseBeginningTheLogNoLongerHas_isBroughtBackInPartAndSaysSo() throws Exception {
        ConfigurableApplicationContext sampler = harness.start(NOTHING_BUT_ERRORS);
        harness.send(TRACE, message(span(TRACE, 1)));
        harness.flush();
        send(sampler, 2, message(span(TRACE, 2)));
        harness.deleteFirstRecordsOf(TRACE, 1);
        send(sampler, 3, message(failed(3)));
        await().atMost(Duration.ofSeconds(30)).until(() -> revived(sampler, "partial") == 1);

        assertThat(keptSpans()).containsExactlyInAnyOrder(2L, 3L);
        assertThat(harness.decisions().getLast().revival().spans()).isEqualTo(2);
        assertThat(harness.decisions().getLast().revival().restored()).isEqualTo(1);
    }

    @Test
    void manyTracesInSmallPortions_comeBackWhole() {
        ConfigurableApplicationContext sampler =
                harness.start(SamplerHarness.with(NOTHING_BUT_ERRORS, "--hotspan.sampler.revival.portion=1KB"));
        for (int i = 1; i <= 300; i++) {
            TraceId trace = new TraceId(4, i);
            harness.send(trace, message(span(trace, 10L * i)));
        }
        for (int i = 1; i <= 300; i++) {
            TraceId trace = new TraceId(4, i);
            harness.send(trace, message(span(trace, 10L * i + 1)));
        }
        awaitSettled(sampler, 600);
        for (int i = 1; i <= 100; i++) {
            TraceId trace = new TraceId(4, i);
            harness.send(trace, message(span(trace, 10L * i + 2, Duration.ofMillis(1), true, "")));
        }
        harness.flush();
        await().atMost(Duration.ofSeconds(30)).until(() -> revived(sampler, "complete") == 100);

        assertThat(keptSpans()).hasSize(300).doesNotHaveDuplicates().allMatch(number -> number < 1010);
    }

    private static Span failed(long number) {
        return span(TRACE, number, Duration.ofMillis(1), true, "");
    }

    private void send(ConfigurableApplicationContext sampler, long settledThen, byte[] message) {
        harness.send(TRACE, message);
        awaitSettled(sampler, settledThen);
    }

    private void awaitSettled(ConfigurableApplicationContext sampler, long spans) {
        harness.flush();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Account account = harness.account(sampler);
            return account.spansReceived() >= spans && account.spansUndecided() == 0;
        });
    }

    private List<Long> keptSpans() {
        return harness.read("sampled").stream()
                .flatMap(record -> spans(record.value()).stream())
                .map(span -> span.getSpanId().asReadOnlyByteBuffer().getLong())
                .toList();
    }

    private static double revived(ConfigurableApplicationContext sampler, String outcome) {
        return sampler.getBean(MeterRegistry.class)
                .get("tail_sampling.traces.revived")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}

package io.hotspan.sampling.probability;

import static io.hotspan.sampling.testing.Traces.message;
import static io.hotspan.sampling.testing.Traces.span;
import static io.hotspan.sampling.testing.Traces.spans;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.wire.ProtoWriter;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.extension.incubator.trace.samplers.ComposableSampler;
import io.opentelemetry.sdk.extension.incubator.trace.samplers.CompositeSampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;

/** What is stamped, read back by OpenTelemetry's own SDK: by its propagator and its consistent samplers. */
class OpenTelemetrySdkTest {

    private static final long MAX = Threshold.NEVER - 1;
    private static final String OTHERS = "vendor=a,other=b:c";
    private static final ComposableSampler PARENT = ComposableSampler.parentThreshold(ComposableSampler.alwaysOff());
    private static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    @Property(tries = 2_000)
    void thresholdOfAnyProbability_isReadAsTheSameNumber(
            @ForAll @DoubleRange(min = 0.5, max = 1) @Scale(12) double fraction,
            @ForAll @IntRange(max = 40) int halvings,
            @ForAll @LongRange(min = 1) long high,
            @ForAll long low) {
        long threshold = Threshold.ofProbability(Math.scalb(fraction, -halvings));
        TraceId trace = new TraceId(high, low);
        long randomness = Randomness.of(Threshold.ABSENT, low);

        assertRead(trace, stamped(trace, "", threshold, randomness, Threshold.ABSENT), threshold, randomness);
    }

    @Property(tries = 2_000)
    void anyThresholdAndExplicitRandomness_areReadAsTheSameNumbers(
            @ForAll @LongRange(min = 0, max = MAX) long threshold,
            @ForAll @LongRange(min = 0, max = MAX) long explicit,
            @ForAll @LongRange(min = 1) long high,
            @ForAll long low) {
        TraceId trace = new TraceId(high, low);
        String came = "ot=rv:" + HexFormat.of().toHexDigits(explicit, 14) + ";xy:1," + OTHERS;

        String state = stamped(trace, came, threshold, explicit, explicit);

        SamplingResult result = assertRead(trace, state, threshold, explicit);
        TraceState passedOn = result.getUpdatedTraceState(context(trace, state));
        if (explicit >= threshold) {
            assertThat(passedOn.get("ot")).isEqualTo("th:" + Threshold.encode(threshold) + ";" + came.substring(3, 25));
        }
        assertThat(passedOn.get("vendor")).isEqualTo("a");
        assertThat(passedOn.get("other")).isEqualTo("b:c");
    }

    private static SamplingResult assertRead(TraceId trace, String state, long threshold, long randomness) {
        Context parent = extracted(trace, state);
        String id = trace.toString();
        assertThat(PARENT.getSamplingIntent(parent, id, "", SpanKind.SERVER, Attributes.empty(), List.of())
                        .getThreshold())
                .isEqualTo(threshold);
        SamplingResult result = CompositeSampler.wrap(PARENT)
                .shouldSample(parent, id, "", SpanKind.SERVER, Attributes.empty(), List.of());
        assertThat(result.getDecision())
                .isEqualTo(randomness >= threshold ? SamplingDecision.RECORD_AND_SAMPLE : SamplingDecision.DROP);
        return result;
    }

    /** The tracestate of a kept span that came with another. */
    private static String stamped(TraceId trace, String came, long threshold, long randomness, long explicit) {
        byte[] message = message(span(trace, 1, Duration.ofMillis(1), false, came));
        ProtoWriter out = new ProtoWriter(message.length);
        TraceContext context = new TraceContext(randomness, explicit, !came.isEmpty());
        new ThresholdStamp().stamp(message, 0, message.length, threshold, context, (_, _) -> out);
        return spans(out.toByteArray()).getFirst().getTraceState();
    }

    private static TraceState context(TraceId trace, String state) {
        return io.opentelemetry.api.trace.Span.fromContext(extracted(trace, state))
                .getSpanContext()
                .getTraceState();
    }

    private static Context extracted(TraceId trace, String state) {
        Map<String, String> headers =
                Map.of("traceparent", "00-" + trace + "-00000000000000ab-01", "tracestate", state);
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, HEADERS);
    }
}

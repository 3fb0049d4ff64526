package io.hotspan.telemetry.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random trace messages, built by the generated classes. */
final class OtlpMessages {

    static final List<String> KEYS = List.of("service.name", "http.route", "tenant_id", "region", "x", "");

    private OtlpMessages() {}

    static Arbitrary<TracesData> tracesData() {
        return resourceSpans()
                .list()
                .ofMaxSize(3)
                .map(all -> TracesData.newBuilder().addAllResourceSpans(all).build());
    }

    static Arbitrary<TracesData> splittableTraces() {
        return tracesData().map(data -> {
            TracesData.Builder builder = data.toBuilder();
            int[] count = {0};
            builder.getResourceSpansBuilderList()
                    .forEach(resource -> resource.getScopeSpansBuilderList()
                            .forEach(scope -> scope.getSpansBuilderList().forEach(span -> {
                                byte[] id = new byte[16];
                                id[15] = (byte) (1 + span.getName().length() % 3);
                                span.setTraceId(ByteString.copyFrom(id)).setDroppedEventsCount(count[0]++);
                            })));
            return builder.build();
        });
    }

    private static Arbitrary<ResourceSpans> resourceSpans() {
        return Combinators.combine(keyValues(), scopeSpans().list().ofMaxSize(3), text())
                .as((attributes, scopes, url) -> ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAllAttributes(attributes))
                        .addAllScopeSpans(scopes)
                        .setSchemaUrl(url)
                        .build());
    }

    private static Arbitrary<ScopeSpans> scopeSpans() {
        return Combinators.combine(text(), text(), keyValues(), span().list().ofMaxSize(4), text())
                .as((name, version, attributes, spans, url) -> ScopeSpans.newBuilder()
                        .setScope(InstrumentationScope.newBuilder()
                                .setName(name)
                                .setVersion(version)
                                .addAllAttributes(attributes))
                        .addAllSpans(spans)
                        .setSchemaUrl(url)
                        .build());
    }

    private static Arbitrary<Span> span() {
        Arbitrary<Span> plain = Combinators.combine(
                        id(16), id(8), id(8), text(), Arbitraries.integers(), Arbitraries.longs(), Arbitraries.longs())
                .as((trace, span, parent, name, kind, start, end) -> Span.newBuilder()
                        .setTraceId(trace)
                        .setSpanId(span)
                        .setParentSpanId(parent)
                        .setName(name)
                        .setKindValue(kind)
                        .setStartTimeUnixNano(start)
                        .setEndTimeUnixNano(end)
                        .build());
        return Combinators.combine(plain, keyValues(), keyValues(), text(), text(), Arbitraries.integers())
                .as((span, attributes, others, state, message, number) -> span.toBuilder()
                        .addAllAttributes(attributes)
                        .setTraceState(state)
                        .setFlags(number)
                        .setStatus(Status.newBuilder().setMessage(message).setCodeValue(number))
                        .addEvents(Span.Event.newBuilder()
                                .setName(message)
                                .setTimeUnixNano(number)
                                .addAllAttributes(others))
                        .addLinks(Span.Link.newBuilder()
                                .setTraceId(span.getTraceId())
                                .setTraceState(state)
                                .addAllAttributes(others))
                        .build());
    }

    private static Arbitrary<List<KeyValue>> keyValues() {
        return Combinators.combine(Arbitraries.of(KEYS), anyValue(2))
                .as((key, value) ->
                        KeyValue.newBuilder().setKey(key).setValue(value).build())
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<AnyValue> anyValue(int depth) {
        Arbitrary<AnyValue> scalar = Arbitraries.oneOf(
                Arbitraries.just(AnyValue.getDefaultInstance()),
                text().map(text -> AnyValue.newBuilder().setStringValue(text).build()),
                Arbitraries.of(true, false)
                        .map(bool -> AnyValue.newBuilder().setBoolValue(bool).build()),
                Arbitraries.longs()
                        .map(whole -> AnyValue.newBuilder().setIntValue(whole).build()),
                Arbitraries.doubles()
                        .map(real -> AnyValue.newBuilder().setDoubleValue(real).build()),
                id(5).map(bytes -> AnyValue.newBuilder().setBytesValue(bytes).build()));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<List<AnyValue>> nested =
                Arbitraries.lazy(() -> anyValue(depth - 1)).list().ofMaxSize(2);
        return Arbitraries.frequencyOf(
                Tuple.of(5, scalar),
                Tuple.of(
                        1,
                        nested.map(values -> AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder().addAllValues(values))
                                .build())),
                Tuple.of(
                        1,
                        nested.map(values -> AnyValue.newBuilder()
                                .setKvlistValue(KeyValueList.newBuilder()
                                        .addAllValues(values.stream()
                                                .map(value -> KeyValue.newBuilder()
                                                        .setKey("k")
                                                        .setValue(value)
                                                        .build())
                                                .toList()))
                                .build())));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMaxLength(20),
                Arbitraries.of("", "service-ü", "日本語", "🙂 emoji", "/api/{id}"));
    }

    private static Arbitrary<ByteString> id(int usualLength) {
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofSize(usualLength).map(ByteString::copyFrom),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(ByteString::copyFrom));
    }
}

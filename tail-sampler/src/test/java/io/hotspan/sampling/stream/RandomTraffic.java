package io.hotspan.sampling.stream;

import static io.hotspan.sampling.testing.Traces.span;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.ingest.TraceIdHex;
import io.hotspan.sampling.testing.MessageTemplate;
import io.hotspan.sampling.testing.Traces;
import io.hotspan.telemetry.TraceId;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Traces of different size, routes of different frequency, some slow, some with an error; a record a trace. */
final class RandomTraffic {

    private static final int ROUTES = 20;
    private static final int MAX_SPANS = 12;
    private static final Map<Kind, MessageTemplate> MESSAGES = new HashMap<>();

    private static final TraceId ANY = new TraceId(1, 1);

    private record Kind(int spans, int route, boolean error, boolean slow) {

        MessageTemplate message() {
            List<Span> all = new ArrayList<>();
            for (int i = 0; i < spans; i++) {
                Span.Builder span = span(ANY, i, Duration.ofMillis(slow ? 2_500 : 20), error && i == 0, "").toBuilder();
                span.setName("GET /" + route);
                span.getAttributesBuilder(0).setValue(AnyValue.newBuilder().setStringValue("/" + route));
                all.add(span.build());
            }
            return MessageTemplate.of(all.toArray(Span[]::new));
        }
    }

    private final Random random;
    private long number;
    private long nowMillis = 1_000_000;

    RandomTraffic(Random random) {
        this.random = random;
    }

    long nowMillis() {
        return nowMillis;
    }

    ConsumerRecord<byte[], InputRecord> next() {
        TraceId trace = new TraceId(random.nextLong(), random.nextLong());
        // Cubed, so that some routes are common and others rare.
        int route = (int) (ROUTES * Math.pow(random.nextDouble(), 3));
        int spans = 1 + Math.min(MAX_SPANS - 1, (int) (-3 * Math.log(1 - random.nextDouble())));
        Kind kind = new Kind(spans, route, random.nextInt(50) == 0, random.nextInt(40) == 0);
        byte[] message = MESSAGES.computeIfAbsent(kind, Kind::message).fill(trace, 1);
        nowMillis += random.nextInt(40);
        return Traces.read(new ConsumerRecord<>(
                "raw",
                0,
                number++,
                nowMillis,
                TimestampType.CREATE_TIME,
                0,
                message.length,
                TraceIdHex.encode(trace.high(), trace.low()),
                message,
                new RecordHeaders(),
                Optional.empty()));
    }

    static int spans(byte[] message) {
        return Traces.spans(message).size();
    }
}

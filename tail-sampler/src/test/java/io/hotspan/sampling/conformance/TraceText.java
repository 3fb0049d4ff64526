package io.hotspan.sampling.conformance;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A trace as the table of cases writes it. */
final class TraceText {

    private static final long START_NANOS = 1_700_000_000_000_000_000L;
    private static final long LUCKY = (1L << 56) - 1;

    private final long number;
    private final String text;

    TraceText(long number, String text) {
        this.number = number;
        this.text = text;
    }

    /** Time since the trace before. */
    Duration pause() {
        for (String word : text.split("[ ,/]+", -1)) {
            if (word.startsWith("wait=")) {
                return Duration.ofMillis(Long.parseLong(word.substring(5)));
            }
        }
        return Duration.ZERO;
    }

    /** Its records, in the order they come. */
    List<byte[]> records() {
        List<byte[]> records = new ArrayList<>();
        for (String record : text.split(" / ", -1)) {
            TracesData.Builder data = TracesData.newBuilder();
            for (String span : record.split(",", -1)) {
                addSpan(data, span.strip());
            }
            records.add(data.build().toByteArray());
        }
        return records;
    }

    private void addSpan(TracesData.Builder data, String words) {
        Resource.Builder resource = Resource.newBuilder();
        Span.Builder span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(ByteBuffer.allocate(16)
                        .putLong(number)
                        .putLong(text.contains("rv=lucky") ? LUCKY : 0)
                        .array()))
                .setSpanId(ByteString.copyFrom(ByteBuffer.allocate(8).putLong(1).array()))
                .setName("span");
        int times = 1;
        long atMillis = 0;
        long millis = 1;
        for (String word : words.split(" +", -1)) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = word.substring(equals + 1);
            switch (name) {
                case "span", "rv", "wait" -> {}
                case "error" -> span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
                case "ok" -> span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_OK));
                case "sampled" -> span.setFlags(0x101);
                case "ms" -> millis = Long.parseLong(value);
                case "at" -> atMillis = Long.parseLong(value);
                case "name" -> span.setName(value);
                case "state" -> span.setTraceState(value.replace(';', ','));
                case "pad" -> span.addAttributes(attribute("pad", "x".repeat(Integer.parseInt(value))));
                default -> {
                    if (name.startsWith("span.")) {
                        span.addAttributes(attribute(name.substring(5), value));
                    } else if (name.startsWith("res.")) {
                        resource.addAttributes(attribute(name.substring(4), value));
                    } else if (name.matches("x[0-9]+")) {
                        times = Integer.parseInt(name.substring(1));
                    } else {
                        throw new IllegalArgumentException("what is " + word + "?");
                    }
                }
            }
        }
        span.setStartTimeUnixNano(START_NANOS + atMillis * 1_000_000);
        span.setEndTimeUnixNano(START_NANOS + (atMillis + millis) * 1_000_000);
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (int i = 0; i < times; i++) {
            scope.addSpans(span);
        }
        data.addResourceSpans(ResourceSpans.newBuilder().setResource(resource).addScopeSpans(scope));
    }

    private static KeyValue attribute(String key, String value) {
        AnyValue.Builder any = AnyValue.newBuilder();
        if (value.startsWith("'")) {
            any.setStringValue(value.substring(1, value.length() - 1));
        } else if (value.equals("true") || value.equals("false")) {
            any.setBoolValue(Boolean.parseBoolean(value));
        } else if (value.matches("-?[0-9]+")) {
            any.setIntValue(Long.parseLong(value));
        } else if (value.matches("-?[0-9]+\\.[0-9]+")) {
            any.setDoubleValue(Double.parseDouble(value));
        } else {
            any.setStringValue(value);
        }
        return KeyValue.newBuilder().setKey(key).setValue(any).build();
    }
}

package io.hotspan.receiver.json;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.Random;

/** Messages with random values in random fields. */
final class RandomMessages {

    private static final int MAX_DEPTH = 9;

    private final Random random;

    RandomMessages(Random random) {
        this.random = random;
    }

    ExportTraceServiceRequest request() {
        ExportTraceServiceRequest.Builder builder = ExportTraceServiceRequest.newBuilder();
        fill(builder, 0);
        return builder.build();
    }

    private void fill(Message.Builder builder, int depth) {
        for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
            boolean nested = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            // Indexes into a table that only profiles have are no part of traces.
            boolean unused = field.getName().endsWith("strindex") || (nested && depth >= MAX_DEPTH);
            if (unused || random.nextInt(3) == 0) {
                continue;
            }
            if (field.isRepeated()) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    builder.addRepeatedField(field, value(builder, field, depth));
                }
            } else {
                builder.setField(field, value(builder, field, depth));
            }
        }
    }

    private Object value(Message.Builder parent, FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case MESSAGE -> {
                Message.Builder nested = parent.newBuilderForField(field);
                fill(nested, depth + 1);
                yield nested.build();
            }
            case STRING -> new String[] {"", "plain", "\"quoted\"\n", "日本 🙂"}[random.nextInt(4)];
            case BYTE_STRING -> {
                byte[] bytes = new byte[random.nextInt(20)];
                random.nextBytes(bytes);
                yield ByteString.copyFrom(bytes);
            }
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt();
            case LONG -> random.nextLong();
            case DOUBLE -> random.nextGaussian();
            case FLOAT -> (float) random.nextGaussian();
            case ENUM ->
                field.getEnumType()
                        .getValues()
                        .get(random.nextInt(field.getEnumType().getValues().size()));
        };
    }
}

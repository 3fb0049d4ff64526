package io.hotspan.sampling.ingest;

import io.hotspan.sampling.rollup.SpanCounter;
import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads each record where Kafka's consumer has just unpacked it: its bytes are still in the processor's cache, and need
 * not be copied. Never fails; a faulty record says so. Not thread-safe.
 */
public final class InputRecordDeserializer implements Deserializer<InputRecord> {

    private final RecordReader reader;

    /** Tells apart so many operations of a service. */
    public InputRecordDeserializer(int maxOperations) {
        reader = new RecordReader(new SpanCounter(maxOperations, System::nanoTime));
    }

    @Override
    public InputRecord deserialize(String topic, byte[] data) {
        return reader.read(data, 0, data.length);
    }

    @Override
    public @Nullable InputRecord deserialize(String topic, Headers headers, @Nullable ByteBuffer data) {
        return data == null ? null : reader.read(data.array(), data.arrayOffset() + data.position(), data.remaining());
    }
}

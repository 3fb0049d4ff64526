package io.hotspan.generator.bulk;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes requests to a file, each preceded by its length, as protobuf's {@code parseDelimitedFrom} reads them. */
final class OtlpFileSink implements OtlpSink, AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 20;

    private final Path file;
    private final OutputStream output;

    private OtlpFileSink(Path file, OutputStream output) {
        this.file = file;
        this.output = output;
    }

    static OtlpFileSink create(Path file) throws IOException {
        return new OtlpFileSink(file, new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
    }

    @Override
    public synchronized long deliver(ExportTraceServiceRequest request) throws DeliveryException {
        try {
            request.writeDelimitedTo(output);
            return 0;
        } catch (IOException e) {
            throw new DeliveryException("Cannot write to " + file, e);
        }
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}

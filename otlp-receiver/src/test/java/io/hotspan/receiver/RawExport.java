package io.hotspan.receiver;

import io.grpc.MethodDescriptor;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** {@code Export} with any bytes as its request. */
final class RawExport {

    static final MethodDescriptor<byte[], ExportTraceServiceResponse> METHOD =
            TraceServiceGrpc.getExportMethod().toBuilder(
                            new MethodDescriptor.Marshaller<byte[]>() {
                                @Override
                                public InputStream stream(byte[] value) {
                                    return new ByteArrayInputStream(value);
                                }

                                @Override
                                public byte[] parse(InputStream stream) {
                                    throw new UnsupportedOperationException();
                                }
                            },
                            TraceServiceGrpc.getExportMethod().getResponseMarshaller())
                    .build();

    private RawExport() {}
}

package io.hotspan.benchmarks.throughput;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** OTLP over gRPC on one connection, not compressed. */
final class OtlpGrpcClient implements OtlpClient {

    private static final Set<Status.Code> AGAIN = Set.of(Status.Code.RESOURCE_EXHAUSTED, Status.Code.UNAVAILABLE);

    private static final MethodDescriptor<byte[], byte[]> EXPORT = MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("opentelemetry.proto.collector.trace.v1.TraceService/Export")
            .setRequestMarshaller(new Encoded())
            .setResponseMarshaller(new Encoded())
            .build();

    private final ManagedChannel channel;

    OtlpGrpcClient(int port) {
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    @Override
    public boolean export(byte[] request) throws IOException {
        try {
            if (ClientCalls.blockingUnaryCall(channel, EXPORT, CallOptions.DEFAULT, request).length > 0) {
                throw new IOException("the receiver took a part only");
            }
            return true;
        } catch (StatusRuntimeException e) {
            if (AGAIN.contains(e.getStatus().getCode())) {
                return false;
            }
            throw new IOException("the receiver answered " + e.getStatus(), e);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /** Messages that are encoded already. */
    private record Encoded() implements Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

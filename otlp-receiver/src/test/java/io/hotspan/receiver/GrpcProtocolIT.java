package io.hotspan.receiver;

import static io.hotspan.receiver.Batches.batch;
import static io.hotspan.receiver.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.Codec;
import io.grpc.CompressorRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** OTLP/gRPC answers, good and bad, as the specification has them. */
class GrpcProtocolIT {

    private static RunningReceiver receiver;
    private static ManagedChannel channel;

    @BeforeAll
    static void start() {
        receiver = RunningReceiver.start(
                "--hotspan.receiver.ingest.max-message-size=2MB", "--hotspan.receiver.ingest.max-bytes-in-flight=9MB");
        channel = NettyChannelBuilder.forAddress("127.0.0.1", receiver.grpcPort())
                .usePlaintext()
                .build();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        Awaitility.await().until(() -> receiver.bytesInFlight() == 0);
        Awaitility.await()
                .until(() -> receiver.count("hotspan.receiver.requests.received")
                        == receiver.count("hotspan.receiver.requests.finished"));
        receiver.close();
    }

    @Test
    void goodBatch_succeeds() {
        ExportTraceServiceResponse response =
                TraceServiceGrpc.newBlockingStub(channel).export(batch(span(1, 1)));

        assertThat(response.hasPartialSuccess()).isFalse();
        assertThat(receiver.topic().spans()).isNotEmpty();
    }

    @Test
    void badSpansInAGoodBatch_areRefusedAlone() {
        ExportTraceServiceResponse response = TraceServiceGrpc.newBlockingStub(channel)
                .export(batch(span(2, 1), span(2, 2).setSpanId(ByteString.EMPTY)));

        assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
        assertThat(response.getPartialSuccess().getErrorMessage()).contains("span id is not 8 bytes");
    }

    @Test
    void batchWithoutAGoodSpan_isAnInvalidArgument() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> TraceServiceGrpc.newBlockingStub(channel)
                        .export(batch(span(2, 1).setTraceId(ByteString.EMPTY))))
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));
    }

    @Test
    void malformedProtobuf_isAnInvalidArgumentThatSaysWhere() {
        byte[] body = batch(span(1, 1)).toByteArray();
        body[1]++; // the length of the resource spans

        assertThat(statusOf(body, CallOptions.DEFAULT).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(statusOf(body, CallOptions.DEFAULT).getDescription()).contains("at byte 1");
    }

    @Test
    void gzipBomb_isExhaustedForGood() {
        Status status = statusOf(new byte[50 << 20], CallOptions.DEFAULT.withCompression("gzip"));

        assertThat(status.getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void damagedGzip_isAnInvalidArgument() {
        byte[] body = batch(span(1, 1)).toByteArray();
        Status status = statusOf(body, CallOptions.DEFAULT.withCompression("gzip"), new Damaged());

        assertThat(status.getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(status.getDescription()).contains("gzip");
    }

    @Test
    void oversizeMessage_isExhaustedForGood() {
        Status status = statusOf(new byte[3 << 20], CallOptions.DEFAULT);

        assertThat(status.getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        Awaitility.await()
                .until(() -> receiver.count("hotspan.receiver.requests.finished", "outcome", "too_large") > 0);
    }

    private static Status statusOf(byte[] body, CallOptions options) {
        return statusOf(body, options, new Codec.Gzip());
    }

    private static Status statusOf(byte[] body, CallOptions options, Codec codec) {
        CompressorRegistry registry = CompressorRegistry.newEmptyInstance();
        registry.register(codec);
        ManagedChannel raw = NettyChannelBuilder.forAddress("127.0.0.1", receiver.grpcPort())
                .usePlaintext()
                .compressorRegistry(registry)
                .build();
        try {
            ClientCalls.blockingUnaryCall(raw, RawExport.METHOD, options, body);
            return Status.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus();
        } finally {
            raw.shutdownNow();
        }
    }

    /** Says gzip and writes something else. */
    private static final class Damaged implements Codec {

        @Override
        public String getMessageEncoding() {
            return "gzip";
        }

        @Override
        public InputStream decompress(InputStream in) {
            return in;
        }

        @Override
        public OutputStream compress(OutputStream out) {
            return out;
        }
    }
}

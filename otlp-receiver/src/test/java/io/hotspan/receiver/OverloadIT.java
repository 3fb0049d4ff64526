package io.hotspan.receiver;

import static io.hotspan.receiver.Batches.batch;
import static io.hotspan.receiver.Batches.span;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.RetryInfo;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** More than the receiver has room for: it says so and stays up. The test JVM's heap is small. */
class OverloadIT {

    private static final byte[] SMALL = batch(span(1, 1)).toByteArray();

    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = RunningReceiver.start(
                "--hotspan.receiver.ingest.max-message-size=4MB",
                "--hotspan.receiver.ingest.max-bytes-in-flight=16MB",
                "--hotspan.receiver.ingest.request-timeout=6s",
                "--spring.kafka.producer.buffer-memory=16MB");
    }

    @AfterAll
    static void stop() {
        Awaitility.await().until(() -> receiver.bytesInFlight() == 0);
        Awaitility.await()
                .until(() -> receiver.count("hotspan.receiver.requests.received")
                        == receiver.count("hotspan.receiver.requests.finished"));
        receiver.close();
    }

    @Test
    void manyGzipBombs_areRefusedWithinASmallHeap() throws Exception {
        byte[] bomb = bombOf200Megabytes();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(clients.submit(() ->
                        receiver.postProtobuf(bomb, "Content-Encoding", "gzip").statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isIn(413, 429);
            }
        }
        assertThat(receiver.postProtobuf(SMALL).statusCode()).isEqualTo(200);
    }

    @Test
    void fullBudget_asksClientsToComeBackAndSlowOnesTimeOut() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                slow.add(announce(4_190_000));
            }
            Awaitility.await().until(() -> receiver.bytesInFlight() > 16_500_000);

            HttpResponse<byte[]> busy = receiver.postProtobuf(
                    batch(span(1, 1).setName("x".repeat(60_000))).toByteArray());
            assertThat(busy.statusCode()).isEqualTo(429);
            assertThat(busy.headers().firstValue("Retry-After")).contains("2");

            StatusRuntimeException refusal = exportFails(batch(span(1, 1)));
            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(Objects.requireNonNull(StatusProto.fromThrowable(refusal))
                            .getDetailsList())
                    .singleElement()
                    .satisfies(detail -> assertThat(detail.is(RetryInfo.class)).isTrue());

            for (Socket socket : slow) {
                assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                        .isEqualTo("HTTP/1.1 408");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        Awaitility.await().until(() -> receiver.bytesInFlight() == 0);
        assertThat(receiver.postProtobuf(SMALL).statusCode()).isEqualTo(200);
    }

    @Test
    void budgetThatRunsOutWithinAMessage_isRetryable() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                slow.add(announce(4_150_000));
            }
            Awaitility.await().until(() -> receiver.bytesInFlight() > 16_500_000);

            StatusRuntimeException refusal = exportFails(batch(span(1, 1).setName("x".repeat(900_000))));

            assertThat(refusal.getStatus().getCode()).isIn(Status.Code.CANCELLED, Status.Code.RESOURCE_EXHAUSTED);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void clientThatLeaves_freesItsBytes() throws IOException {
        double before = receiver.count("hotspan.receiver.requests.finished", "outcome", "abandoned");
        try (Socket socket = announce(1_000_000)) {
            Awaitility.await().until(() -> receiver.bytesInFlight() >= 1_000_000);
            assertThat(socket.isConnected()).isTrue();
        }
        Awaitility.await()
                .until(() -> receiver.count("hotspan.receiver.requests.finished", "outcome", "abandoned") > before);
    }

    /** A request whose body does not come. */
    private static Socket announce(int contentLength) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), receiver.httpPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(
                        "POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\nContent-Length: %d\r\n\r\nx"
                                .formatted(contentLength)
                                .getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static StatusRuntimeException exportFails(ExportTraceServiceRequest request) {
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", receiver.grpcPort())
                .usePlaintext()
                .build();
        try {
            TraceServiceGrpc.newBlockingStub(channel).export(request);
            throw new AssertionError("there was no room, and yet the spans were taken");
        } catch (StatusRuntimeException e) {
            return e;
        } finally {
            channel.shutdownNow();
        }
    }

    private static byte[] bombOf200Megabytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                gzip.write(megabyte);
            }
        }
        return out.toByteArray();
    }
}

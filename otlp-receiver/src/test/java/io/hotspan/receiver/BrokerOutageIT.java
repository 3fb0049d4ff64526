package io.hotspan.receiver;

import static io.hotspan.receiver.Batches.batch;
import static io.hotspan.receiver.Batches.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.RetryInfo;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.hotspan.embedded.kafka.EmbeddedKafka;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka goes away and comes back while spans arrive. */
class BrokerOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void stoppedBroker_losesNothingThatWasAcknowledged() throws Exception {
        EmbeddedKafka broker = EmbeddedKafka.start(directory, 0);
        int port = broker.port();
        try (RunningReceiver receiver = RunningReceiver.startAgainst(
                        broker.bootstrapServers(),
                        "--hotspan.receiver.ingest.request-timeout=4s",
                        "--spring.kafka.producer.properties.delivery.timeout.ms=3500",
                        "--spring.kafka.producer.properties.request.timeout.ms=1500",
                        "--spring.kafka.producer.properties.max.block.ms=1000");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<ByteString> acknowledged = ConcurrentHashMap.newKeySet();
            AtomicLong next = new AtomicLong();
            AtomicInteger refused = new AtomicInteger();
            AtomicBoolean running = new AtomicBoolean(true);
            List<Future<?>> sending = new ArrayList<>();
            for (int client = 0; client < 8; client++) {
                sending.add(clients.submit(() -> {
                    while (running.get()) {
                        Span.Builder span = span(next.incrementAndGet(), 7);
                        HttpResponse<byte[]> response =
                                receiver.postProtobuf(batch(span).toByteArray());
                        if (response.statusCode() == 200) {
                            acknowledged.add(span.getTraceId());
                        } else {
                            assertThat(response.statusCode()).isEqualTo(503);
                            assertThat(response.headers().firstValue("Retry-After"))
                                    .contains("2");
                            refused.incrementAndGet();
                        }
                    }
                }));
            }
            Awaitility.await().atMost(PATIENCE).until(() -> acknowledged.size() > 200);

            broker.close();
            Awaitility.await().atMost(PATIENCE).until(() -> refused.get() > 8);
            assertThat(retryDelaySeconds(receiver)).isEqualTo(2);
            assertThat(health(receiver).statusCode()).isEqualTo(503);

            broker = EmbeddedKafka.start(directory, port);
            int before = acknowledged.size();
            Awaitility.await().atMost(PATIENCE).until(() -> acknowledged.size() > before + 200);
            running.set(false);
            for (Future<?> client : sending) {
                client.get(30, TimeUnit.SECONDS);
            }

            Set<ByteString> stored =
                    receiver.topic().spans().stream().map(Span::getTraceId).collect(Collectors.toSet());
            assertThat(stored).containsAll(acknowledged);
            assertThat(receiver.count("hotspan.receiver.spans.refused", "reason", "unavailable"))
                    .isPositive();
            assertThat(receiver.count("hotspan.receiver.spans.accepted")
                            + receiver.count("hotspan.receiver.spans.refused"))
                    .isEqualTo(receiver.count("hotspan.receiver.spans.received"));
        } finally {
            broker.close();
        }
    }

    @Test
    void receiverThatStartsFirst_worksOnceTheBrokerIsThere() {
        EmbeddedKafka broker = EmbeddedKafka.start(directory, 0);
        int port = broker.port();
        broker.close();
        try (RunningReceiver receiver = RunningReceiver.startAgainst(
                "127.0.0.1:" + port,
                "--spring.kafka.producer.properties.max.block.ms=1000",
                "--spring.kafka.admin.properties.request.timeout.ms=400",
                "--spring.kafka.admin.properties.default.api.timeout.ms=500")) {
            // Long enough for several attempts at the topic.
            for (int i = 0; i < 6; i++) {
                assertThat(receiver.postProtobuf(batch(span(1, 1)).toByteArray())
                                .statusCode())
                        .isEqualTo(503);
            }
            try (EmbeddedKafka started = EmbeddedKafka.start(directory, port)) {
                assertThat(started.port()).isEqualTo(port);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> receiver.postProtobuf(batch(span(1, 2)).toByteArray())
                                        .statusCode()
                                == 200);
            }
        }
    }

    private static long retryDelaySeconds(RunningReceiver receiver) {
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", receiver.grpcPort())
                .usePlaintext()
                .build();
        try {
            TraceServiceGrpc.newBlockingStub(channel).export(batch(span(1, 1)));
            throw new AssertionError("Kafka is away, and yet the spans were taken");
        } catch (StatusRuntimeException e) {
            assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            return Objects.requireNonNull(StatusProto.fromThrowable(e)).getDetailsList().stream()
                    .filter(detail -> detail.is(RetryInfo.class))
                    .map(BrokerOutageIT::retryInfo)
                    .findFirst()
                    .orElseThrow()
                    .getRetryDelay()
                    .getSeconds();
        } finally {
            channel.shutdownNow();
        }
    }

    private static RetryInfo retryInfo(Any detail) {
        try {
            return detail.unpack(RetryInfo.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static HttpResponse<byte[]> health(RunningReceiver receiver) {
        return receiver.send(HttpRequest.newBuilder(receiver.managementUri("/actuator/health"))
                .GET());
    }
}

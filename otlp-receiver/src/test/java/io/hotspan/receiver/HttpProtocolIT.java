package io.hotspan.receiver;

import static io.hotspan.receiver.Batches.batch;
import static io.hotspan.receiver.Batches.gzip;
import static io.hotspan.receiver.Batches.span;
import static io.hotspan.receiver.RunningReceiver.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.rpc.Status;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** OTLP/HTTP answers, good and bad, as the specification has them. */
class HttpProtocolIT {

    private static final AtomicLong TRACES = new AtomicLong(1_000);

    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = RunningReceiver.start(
                "--hotspan.receiver.ingest.max-message-size=2MB", "--hotspan.receiver.ingest.max-bytes-in-flight=9MB");
    }

    @AfterAll
    static void stop() {
        receiver.assertAllAccountedFor();
        receiver.close();
    }

    @Test
    void goodBatch_isAnsweredInProtobuf() throws Exception {
        long trace = TRACES.incrementAndGet();
        HttpResponse<byte[]> response =
                receiver.postProtobuf(batch(span(trace, 1), span(trace, 2)).toByteArray());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(contentType(response)).isEqualTo("application/x-protobuf");
        assertThat(ExportTraceServiceResponse.parseFrom(response.body()).hasPartialSuccess())
                .isFalse();
        assertThat(stored(trace)).hasSize(2);
    }

    @Test
    void emptyBatch_isSuccess() {
        assertThat(receiver.postProtobuf(new byte[0]).statusCode()).isEqualTo(200);
    }

    @Test
    void specificationsJson_isAnsweredInJson() {
        long trace = TRACES.incrementAndGet();
        HttpResponse<byte[]> response = receiver.postJson(json("%032x".formatted(trace), "EEE19B7EC3C1B174", "2"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(contentType(response)).isEqualTo("application/json");
        assertThat(text(response)).isEqualTo("{}");
    }

    @Test
    void badSpansInAGoodBatch_areRefusedAlone() throws Exception {
        long trace = TRACES.incrementAndGet();
        byte[] body = batch(
                        span(trace, 1),
                        span(trace, 2).setTraceId(ByteString.copyFrom(new byte[16])),
                        span(trace, 3).setTraceId(ByteString.copyFrom(new byte[15])),
                        span(trace, 4).setSpanId(ByteString.copyFrom(new byte[8])),
                        span(trace, 5).setParentSpanId(ByteString.copyFrom(new byte[3])),
                        span(trace, 6).setStartTimeUnixNano(0),
                        span(trace, 7).setEndTimeUnixNano(-1),
                        span(trace, 8).setName("x".repeat(1_100_000)),
                        span(trace, 9))
                .toByteArray();

        HttpResponse<byte[]> response = receiver.postProtobuf(body);

        assertThat(response.statusCode()).isEqualTo(200);
        ExportTraceServiceResponse answer = ExportTraceServiceResponse.parseFrom(response.body());
        assertThat(answer.getPartialSuccess().getRejectedSpans()).isEqualTo(7);
        assertThat(answer.getPartialSuccess().getErrorMessage())
                .startsWith("7 spans refused: 2 because the trace id is not 16 bytes")
                .contains("larger than a Kafka record");
        assertThat(stored(trace)).extracting(span -> span.getSpanId()).containsExactly(Batches.id(1), Batches.id(9));
        for (String reason : List.of("span_id", "parent_span_id", "start_time", "end_time", "too_large")) {
            assertThat(receiver.count("hotspan.receiver.spans.refused", "reason", reason))
                    .as(reason)
                    .isPositive();
        }
    }

    @Test
    void largeTrace_isDividedOverRecords() {
        long trace = TRACES.incrementAndGet();
        Span.Builder[] spans = new Span.Builder[4];
        Arrays.setAll(spans, i -> span(trace, i + 1).setName("x".repeat(400_000)));

        HttpResponse<byte[]> response =
                receiver.postProtobuf(gzip(batch(spans).toByteArray()), "Content-Encoding", "gzip");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(stored(trace)).hasSize(4);
    }

    @Test
    void batchWithoutAGoodSpan_isABadRequest() throws Exception {
        HttpResponse<byte[]> response = receiver.postProtobuf(
                batch(span(1, 1).setTraceId(ByteString.EMPTY)).toByteArray());

        assertThat(response.statusCode()).isEqualTo(400);
        Status status = Status.parseFrom(response.body());
        assertThat(status.getCode()).isEqualTo(3);
        assertThat(status.getMessage()).contains("1 span refused", "trace id");
    }

    @Test
    void partialSuccessInJson_countsAsText() {
        long trace = TRACES.incrementAndGet();
        String good = json("%032x".formatted(trace), "EEE19B7EC3C1B174", "2");
        String bad = json("W47/95gDgQPSabYzgT/GDA==", "7uGbfsPBsXM=", "2");
        String both = good.substring(0, good.length() - 2) + ","
                + bad.substring(bad.indexOf('[') + 1); // joins the two resourceSpans arrays

        HttpResponse<byte[]> response = receiver.postJson(both);

        assertThat(text(response)).contains("\"rejectedSpans\":\"1\"").contains("hexadecimal");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(stored(trace)).hasSize(1);
    }

    @Test
    void unknownTypesAndEncodings_areUnsupported() {
        HttpResponse<byte[]> type = receiver.post("/v1/traces", new byte[0], "Content-Type", "text/plain");
        assertThat(type.statusCode()).isEqualTo(415);
        assertThat(type.headers().firstValue("Accept")).contains("application/x-protobuf, application/json");

        HttpResponse<byte[]> encoding = receiver.postProtobuf(new byte[0], "Content-Encoding", "zstd");
        assertThat(encoding.statusCode()).isEqualTo(415);
        assertThat(encoding.headers().firstValue("Accept-Encoding")).contains("gzip");
    }

    @Test
    void otherSignalsAndMethods_areToldSo() {
        for (String path : List.of("/v1/metrics", "/v1/logs")) {
            HttpResponse<byte[]> response = receiver.post(path, new byte[0], "Content-Type", "application/json");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(text(response)).contains("takes traces");
        }
        HttpResponse<byte[]> get = receiver.send(
                HttpRequest.newBuilder(receiver.httpUri("/v1/traces")).GET());
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void webPages_mayNotSend() {
        HttpRequest.Builder preflight = HttpRequest.newBuilder(receiver.httpUri("/v1/traces"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
        HttpResponse<byte[]> refused =
                receiver.send(preflight, "Origin", "https://shop.example", "Access-Control-Request-Method", "POST");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void health_showsKafka() {
        HttpResponse<byte[]> health = receiver.send(HttpRequest.newBuilder(receiver.managementUri("/actuator/health"))
                .GET());

        assertThat(text(health)).contains("\"kafka\"").contains("\"partitions\":4");
        assertThat(health.statusCode()).isEqualTo(200);
    }

    private static List<Span> stored(long trace) {
        ByteString id = Batches.id(0x1234_5678L, trace);
        ByteString jsonId = Batches.id(0, trace);
        return receiver.topic().spans().stream()
                .filter(span ->
                        span.getTraceId().equals(id) || span.getTraceId().equals(jsonId))
                .toList();
    }

    private static String json(String traceId, String spanId, String kind) {
        return """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"my.service"}}]},\
                "scopeSpans":[{"scope":{"name":"lib"},"spans":[{"traceId":"%s","spanId":"%s","name":"server span",\
                "startTimeUnixNano":"1544712660000000000","endTimeUnixNano":1544712661000000000,"kind":%s,"unknown":{"a":[1]},\
                "attributes":[{"key":"my.span.attr","value":{"intValue":"7"}}]}]}]}]}""".formatted(traceId, spanId, kind);
    }

    private static String contentType(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}

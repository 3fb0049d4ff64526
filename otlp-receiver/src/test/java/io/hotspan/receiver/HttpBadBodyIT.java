package io.hotspan.receiver;

import static io.hotspan.receiver.Batches.batch;
import static io.hotspan.receiver.Batches.gzip;
import static io.hotspan.receiver.Batches.span;
import static io.hotspan.receiver.RunningReceiver.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Status;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies over OTLP/HTTP that are malformed, damaged or too large. */
class HttpBadBodyIT {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"resourceSpans\": 3}",
                "{\"resourceSpans\": [3]}",
                "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"name\": 5}]}]}]}",
                "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"kind\": \"SPAN_KIND_SERVER\"}]}]}]}",
                "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"startTimeUnixNano\": \"-1\"}]}]}]}",
                "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"startTimeUnixNano\": 1e300}]}]}]}",
                "{\"resourceSpans\": []} trailing",
            })
    void malformedJson_isABadRequestThatSaysWhere(String json) {
        HttpResponse<byte[]> response = receiver.postJson(json);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(text(response)).contains("\"code\":3").contains("line 1, column");
        assertThat(text(response)).doesNotContain("Exception");
    }

    @Test
    void malformedProtobuf_isABadRequestThatSaysWhere() throws Exception {
        byte[] body = batch(span(1, 1)).toByteArray();
        body[1]++; // the length of the resource spans

        HttpResponse<byte[]> response = receiver.postProtobuf(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Status.parseFrom(response.body()).getMessage()).contains("at byte 1");
    }

    @Test
    void deepNesting_isABadRequest() {
        AnyValue value = AnyValue.newBuilder().setIntValue(1).build();
        for (int i = 0; i < 60; i++) {
            value = AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(value))
                    .build();
        }
        byte[] body = batch(span(1, 1)
                        .addAttributes(KeyValue.newBuilder().setKey("deep").setValue(value)))
                .toByteArray();
        String json = "{\"resourceSpans\":".repeat(100_000);

        assertThat(receiver.postProtobuf(body).statusCode()).isEqualTo(400);
        assertThat(receiver.postJson(json).statusCode()).isEqualTo(400);
        assertThat(receiver.postJson("[".repeat(100_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void damagedGzip_isABadRequest() throws Exception {
        byte[] whole = gzip(batch(span(1, 1)).toByteArray());

        for (byte[] body : List.of(Arrays.copyOf(whole, whole.length - 9), new byte[] {1, 2, 3}, new byte[0])) {
            HttpResponse<byte[]> response = receiver.postProtobuf(body, "Content-Encoding", "gzip");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(Status.parseFrom(response.body()).getMessage()).contains("gzip");
        }
    }

    @Test
    void gzipBomb_isTooLarge() {
        HttpResponse<byte[]> response = receiver.postProtobuf(gzip(new byte[50 << 20]), "Content-Encoding", "gzip");

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void oversizeBody_isTooLargeAnnouncedOrNot() {
        byte[] body = new byte[3 << 20];
        assertThat(receiver.postProtobuf(body).statusCode()).isEqualTo(413);

        HttpRequest.Builder chunked = HttpRequest.newBuilder(receiver.httpUri("/v1/traces"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertThat(receiver.send(chunked, "Content-Type", "application/x-protobuf")
                        .statusCode())
                .isEqualTo(413);
    }
}

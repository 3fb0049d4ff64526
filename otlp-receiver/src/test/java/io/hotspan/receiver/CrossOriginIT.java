package io.hotspan.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Web pages that send spans, where the receiver is told to let them. */
class CrossOriginIT {

    @Test
    void configuredPages_maySend() {
        try (RunningReceiver receiver =
                RunningReceiver.start("--hotspan.receiver.http.allowed-origins=https://shop.example")) {
            assertThat(preflight(receiver, "https://shop.example").headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://shop.example");
            assertThat(preflight(receiver, "https://evil.example").statusCode()).isEqualTo(403);
        }
    }

    private static HttpResponse<byte[]> preflight(RunningReceiver receiver, String origin) {
        return receiver.send(
                HttpRequest.newBuilder(receiver.httpUri("/v1/traces"))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");
    }
}

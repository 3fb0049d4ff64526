package io.hotspan.generator.storefront;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.UrlAttributes;

/** payment-service, which calls a provider outside. */
final class PaymentService {

    private static final String PROVIDER = "api.payments.example.com";

    private PaymentService() {}

    static int pay(SpanDraft server) {
        server.spend(3, 0.3);
        SpanDraft call = server.child(SpanKind.CLIENT, "external.payment.process")
                .put(HttpAttributes.HTTP_REQUEST_METHOD, "POST")
                .put(ServerAttributes.SERVER_ADDRESS, PROVIDER)
                .put(ServerAttributes.SERVER_PORT, 443)
                .put(UrlAttributes.URL_FULL, "https://" + PROVIDER + "/v1/charges");
        if (server.struckBy(Failure.S6)) {
            call.spend(5_000 + server.trace().random().nextDouble(40))
                    .raise("java.net.http.HttpTimeoutException", "request timed out")
                    .end();
            server.spend(1, 0.3).raise("com.storefront.payment.PaymentTimeoutException", "No answer from the provider");
            return 504;
        }
        call.spend(85, 0.35).put(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, 200).end();
        server.spend(2, 0.4);
        return 200;
    }
}

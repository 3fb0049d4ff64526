package io.hotspan.receiver.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * OTLP over HTTP.
 *
 * @param allowedOrigins web pages whose scripts may send spans; none by default
 */
@ConfigurationProperties("hotspan.receiver.http")
record HttpProperties(@DefaultValue List<String> allowedOrigins) {

    HttpProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
        for (String origin : allowedOrigins) {
            if (!origin.equals("*") && !origin.matches("https?://[^/]+")) {
                throw new IllegalArgumentException("hotspan.receiver.http.allowed-origins takes origins such as"
                        + " https://shop.example or *, not " + origin);
            }
        }
    }
}

package io.hotspan.sampling.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where kept spans go besides Kafka.
 *
 * @param endpoint that takes OTLP over HTTP; {@code /v1/traces} is appended if it has no path. Nowhere if empty.
 * @param headers of each request, {@code key=value,key=value} with values percent-encoded, as
 *     {@code OTEL_EXPORTER_OTLP_HEADERS} has them
 * @param groupId consumer group that all exporting instances share
 * @param timeout of a request, its answer included
 * @param maxRequestSize spans of a request, before compression; a larger record goes by itself
 * @param initialBackoff pause before a request is sent again; doubled each time
 * @param maxBackoff longest such pause, unless the endpoint asks for a longer one
 */
@ConfigurationProperties("hotspan.sampler.export")
record ExportProperties(
        @DefaultValue("") String endpoint,
        @DefaultValue("") String headers,
        @DefaultValue("tail-sampler-export") String groupId,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("4MB") DataSize maxRequestSize,
        @DefaultValue("1s") Duration initialBackoff,
        @DefaultValue("30s") Duration maxBackoff) {

    private static final String PREFIX = "hotspan.sampler.export.";
    private static final String DEFAULT_PATH = "/v1/traces";
    // No user and password: health shows the URL; those go into a header.
    private static final Pattern HTTP_URL = Pattern.compile("https?://[\\w.:\\[\\]-]+(/[\\w./~%-]*)?");

    ExportProperties {
        require(timeout.isPositive(), "timeout", "longer than 0", timeout);
        require(maxRequestSize.toBytes() > 0, "max-request-size", "larger than 0", maxRequestSize);
        require(initialBackoff.isPositive(), "initial-backoff", "longer than 0", initialBackoff);
        require(
                maxBackoff.compareTo(initialBackoff) >= 0,
                "max-backoff",
                "at least initial-backoff (" + initialBackoff + ")",
                maxBackoff);
    }

    /** Where requests go. */
    URI uri() {
        Matcher url = HTTP_URL.matcher(endpoint.strip());
        require(url.matches(), "endpoint", "a URL such as http://collector:4318", endpoint);
        URI uri = URI.create(endpoint.strip());
        return uri.getRawPath().isEmpty() || uri.getRawPath().equals("/") ? uri.resolve(DEFAULT_PATH) : uri;
    }

    /** Headers by name. Values are secrets, so no message repeats them. */
    Map<String, String> headerValues() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : headers.isBlank() ? new String[0] : headers.split(",", -1)) {
            int equals = pair.indexOf('=');
            require(equals > 0, "headers", "key=value pairs with commas between them", values.size() + " of these");
            values.put(
                    pair.substring(0, equals).strip(),
                    URLDecoder.decode(pair.substring(equals + 1).strip(), UTF_8));
        }
        return values;
    }

    @Override
    public String toString() {
        return "ExportProperties[endpoint=" + endpoint + ", groupId=" + groupId + "]";
    }

    private static void require(boolean condition, String setting, String what, Object actual) {
        if (!condition) {
            throw new IllegalArgumentException(PREFIX + setting + " must be " + what + ", not " + actual);
        }
    }
}

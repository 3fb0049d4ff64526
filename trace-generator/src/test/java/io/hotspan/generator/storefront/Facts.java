package io.hotspan.generator.storefront;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.hotspan.generator.trace.GeneratedSpan;
import io.hotspan.generator.trace.GeneratedTrace;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can be read from the spans of a trace alone, as anybody who received them could. */
record Facts(
        GeneratedTrace trace,
        String route,
        String method,
        long status,
        String region,
        String tenant,
        String flag,
        String platform,
        String build,
        String gatewayPod,
        @Nullable String userPod) {

    static final String NONE = "(none)";

    static Facts of(GeneratedTrace trace) {
        GeneratedSpan root = trace.root();
        return new Facts(
                trace,
                text(root, "http.route"),
                text(root, "http.request.method"),
                Objects.requireNonNull(root.attributes().get(longKey("http.response.status_code"))),
                resource(root, "cloud.region"),
                text(root, "tenant_id"),
                text(root, "feature_flag"),
                text(root, "platform"),
                text(root, "build_id"),
                resource(root, "k8s.pod.name"),
                trace.spans().stream()
                        .filter(span -> span.instance().serviceName().equals("user-service"))
                        .map(span -> resource(span, "k8s.pod.name"))
                        .findFirst()
                        .orElse(null));
    }

    double millis() {
        return trace.durationNanos() / 1e6;
    }

    boolean carries(String cause) {
        return trace.causes().contains(cause);
    }

    /** Nothing but {@code cause} is planted in it. */
    boolean carriesOnly(String cause) {
        return trace.causes().equals(List.of(cause));
    }

    List<GeneratedSpan> spans(Predicate<GeneratedSpan> condition) {
        return trace.spans().stream().filter(condition).toList();
    }

    List<GeneratedSpan> database(String system) {
        return spans(span -> text(span, "db.system.name").equals(system));
    }

    static double millis(GeneratedSpan span) {
        return span.durationNanos() / 1e6;
    }

    static String text(GeneratedSpan span, String key) {
        return Objects.requireNonNullElse(span.attributes().get(stringKey(key)), NONE);
    }

    static String resource(GeneratedSpan span, String key) {
        return Objects.requireNonNullElse(span.instance().resource().get(stringKey(key)), NONE);
    }
}

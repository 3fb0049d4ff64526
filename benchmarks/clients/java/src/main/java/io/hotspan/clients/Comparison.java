package io.hotspan.clients;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What came back against what was sent, value for value. */
final class Comparison {

    private final List<String> differences = new ArrayList<>();
    private int compared;

    int compared() {
        return compared;
    }

    List<String> differences() {
        return Collections.unmodifiableList(differences);
    }

    void compare(SentTrace sent, JsonNode answer) {
        Map<String, JsonNode> stored = new HashMap<>();
        answer.path("spans").forEach(span -> stored.put(text(span, "spanId"), span));
        same("number of spans", sent.spans().size(), answer.path("spans").size());
        for (SpanData span : sent.spans()) {
            JsonNode found = stored.get(span.getSpanId());
            if (found == null) {
                differences.add(span.getName() + ": not stored");
            } else {
                compare(span, found);
            }
        }
    }

    private void compare(SpanData sent, JsonNode stored) {
        String path = sent.getName();
        String parent = sent.getParentSpanContext().isValid() ? sent.getParentSpanId() : "";
        same(path + ".traceId", sent.getTraceId(), text(stored, "traceId"));
        same(path + ".parentSpanId", parent, text(stored, "parentSpanId"));
        same(path + ".timestamp", instant(sent.getStartEpochNanos()), Instant.parse(text(stored, "timestamp")));
        same(
                path + ".durationNanos",
                sent.getEndEpochNanos() - sent.getStartEpochNanos(),
                stored.path("durationNanos").asLong());
        same(path + ".name", sent.getName(), text(stored, "name"));
        same(path + ".kind", lower(sent.getKind()), text(stored, "kind"));
        same(path + ".status", lower(sent.getStatus().getStatusCode()), text(stored, "status"));
        same(path + ".statusMessage", sent.getStatus().getDescription(), text(stored, "statusMessage"));
        same(path + ".scope.name", sent.getInstrumentationScopeInfo().getName(), text(stored.path("scope"), "name"));
        same(
                path + ".scope.version",
                String.valueOf(sent.getInstrumentationScopeInfo().getVersion()),
                text(stored.path("scope"), "version"));
        // The sampler may add its own entry to what the client sent.
        same(
                path + ".traceState",
                "",
                Arrays.stream(text(stored, "traceState").split(",", -1))
                        .filter(entry -> !entry.startsWith("ot="))
                        .collect(Collectors.joining(",")));
        compare(path + ".attributes", sent.getAttributes(), stored.path("attributes"));
        compare(path + ".resource", sent.getResource().getAttributes(), stored.path("resourceAttributes"));
        compareEvents(path + ".events", sent.getEvents(), stored.path("events"));
        compareLinks(path + ".links", sent.getLinks(), stored.path("links"));
    }

    private void compareEvents(String path, List<EventData> sent, JsonNode stored) {
        same(path + ".number", sent.size(), stored.size());
        for (int i = 0; i < Math.min(sent.size(), stored.size()); i++) {
            same(path + ".name", sent.get(i).getName(), text(stored.path(i), "name"));
            same(
                    path + ".timestamp",
                    instant(sent.get(i).getEpochNanos()),
                    Instant.parse(text(stored.path(i), "timestamp")));
            compare(
                    path + ".attributes",
                    sent.get(i).getAttributes(),
                    stored.path(i).path("attributes"));
        }
    }

    private void compareLinks(String path, List<LinkData> sent, JsonNode stored) {
        same(path + ".number", sent.size(), stored.size());
        for (int i = 0; i < Math.min(sent.size(), stored.size()); i++) {
            same(path + ".traceId", sent.get(i).getSpanContext().getTraceId(), text(stored.path(i), "traceId"));
            same(path + ".spanId", sent.get(i).getSpanContext().getSpanId(), text(stored.path(i), "spanId"));
            same(path + ".traceState", "vendor=value", text(stored.path(i), "traceState"));
            compare(
                    path + ".attributes",
                    sent.get(i).getAttributes(),
                    stored.path(i).path("attributes"));
        }
    }

    private void compare(String path, Attributes sent, JsonNode stored) {
        same(path + ".number", sent.size(), stored.size());
        sent.forEach((key, value) ->
                same(path + "." + key.getKey(), AttributeText.of(value), text(stored, key.getKey())));
    }

    private void same(String path, Object sent, Object stored) {
        compared++;
        if (!sent.equals(stored)) {
            differences.add(path + ": sent " + brief(sent) + ", stored " + brief(stored));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("(absent)");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000);
    }

    private static String brief(Object value) {
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}

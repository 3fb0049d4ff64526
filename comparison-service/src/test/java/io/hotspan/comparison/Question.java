package io.hotspan.comparison;

import static io.hotspan.comparison.PlantedSpan.FROM;
import static io.hotspan.comparison.PlantedSpan.SLOW_NANOS;
import static io.hotspan.comparison.PlantedSpan.TO;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests about planted spans, and how to read their answers. */
final class Question {
    /** A box around every slow span. */
    static final Map<String, Object> SLOW = Map.of(
            "boxes",
            List.of(Map.of(
                    "from",
                    FROM.toString(),
                    "to",
                    TO.toString(),
                    "aboveNanos",
                    SLOW_NANOS,
                    "upToNanos",
                    Long.MAX_VALUE)));

    private Question() {}

    /** The selection against the rest. */
    static Map<String, Object> of(@Nullable Object selection) {
        return of(selection, null);
    }

    static Map<String, Object> of(@Nullable Object selection, @Nullable Object baseline) {
        Map<String, Object> question = new HashMap<>();
        question.put("from", FROM.toString());
        question.put("to", TO.toString());
        question.put("limitValues", 50);
        if (selection != null) {
            question.put("selection", selection);
        }
        if (baseline != null) {
            question.put("baseline", baseline);
        }
        return question;
    }

    /** The slow spans against the rest, with one field of another value. */
    static Map<String, Object> with(String field, Object value) {
        Map<String, Object> question = of(SLOW);
        question.put(field, value);
        return question;
    }

    /** The keys of one of an answer's lists of attributes. */
    static List<String> keys(JsonNode answer, String list) {
        return answer.at("/" + list)
                .valueStream()
                .map(attribute -> attribute.at("/key").asString())
                .toList();
    }
}

package io.hotspan.standalone;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does once what a first visitor does, so that the JVM's cache holds the classes and profiles it takes. */
final class Training {

    private static final Logger log = LoggerFactory.getLogger(Training.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private Training() {}

    static void run(Wiring wiring) throws InterruptedException {
        String heatmap = wiring.url("heatmap-service") + "/api/v1";
        try (RestClient rest = new RestClient()) {
            awaitSpans(rest, heatmap + "/freshness");
            Map<String, Object> range = Map.of(
                    "from",
                    Instant.now().minus(Duration.ofMinutes(5)).toString(),
                    "to",
                    Instant.now().toString(),
                    "filter",
                    "{ span.http.route != nil }",
                    "scope",
                    "root");
            rest.post(heatmap + "/heatmap", range);
            rest.post(
                    wiring.url("comparison-service") + "/api/v1/comparisons",
                    Map.of(
                            "from", range.get("from"),
                            "to", range.get("to"),
                            "scope", "root",
                            "selection", Map.of("predicate", "{ duration > 500ms }"),
                            "baseline", Map.of("kind", "rest")));
            rest.get(heatmap + "/fields?from=%s&to=%s".formatted(range.get("from"), range.get("to")));
        } catch (IOException e) {
            // What was learned so far is of use all the same.
            log.warn("The training ended early", e);
        }
    }

    private static void awaitSpans(RestClient rest, String freshness) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (rest.get(freshness).path("newestSpan").isNull() && Instant.now().isBefore(deadline)) {
            Thread.sleep(POLL);
        }
    }
}

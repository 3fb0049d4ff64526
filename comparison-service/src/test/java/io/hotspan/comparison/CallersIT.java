package io.hotspan.comparison;

import static io.hotspan.comparison.PlantedSpan.traffic;
import static io.hotspan.comparison.Question.SLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Callers who watch, who leave, and who ask too much. */
class CallersIT {
    @RegisterExtension
    static final ComparisonServer server = ComparisonServer.start();

    @Test
    void eventStream_endsWithTheResult() {
        server.insert(traffic(new Random(9), 500, span -> span.has("feature_flag", "f1")));

        String events = server.post(Question.of(SLOW), "text/event-stream").body();

        assertThat(events).contains("event:result\ndata:{\"selection\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void callerThatLeaves_endsTheQuery(String accept) throws IOException {
        PlantedTable endless = server.table().endless();
        try (ComparisonServer slow = ComparisonServer.over(endless)) {
            try (Socket caller = slow.ask(Question.of(SLOW), accept)) {
                await().atMost(Duration.ofSeconds(10)).until(() -> endless.runningQueries() > 0);
                assertThat(caller.isConnected()).isTrue();
            }

            await().atMost(Duration.ofSeconds(10)).until(() -> endless.runningQueries() == 0);
        }
    }

    @Test
    void longestPredicate_isAnsweredOrRefusedAsTooLarge() {
        server.insert(traffic(new Random(12), 500, span -> span.has("feature_flag", "f1")));

        HttpResponse<String> repeating = server.post(selectedBy(500, _ -> "name = `1`"), "application/json");
        HttpResponse<String> different = server.post(selectedBy(1_150, i -> ".a=" + i), "application/json");

        assertThat(repeating.statusCode()).as(repeating.body()).isEqualTo(200);
        assertThat(different.statusCode()).as(different.body()).isEqualTo(422);
        JsonNode problem = new JsonMapper().readTree(different.body());
        assertThat(problem.at("/type").asString()).isEqualTo("urn:hotspan:problem:query-too-large");
        assertThat(problem.at("/detail").asString()).contains("too many conditions");
    }

    private static Map<String, Object> selectedBy(int count, IntFunction<String> condition) {
        return Question.of(Map.of(
                "predicate",
                IntStream.range(0, count).mapToObj(condition).collect(Collectors.joining("||", "{", "}"))));
    }
}

package io.hotspan.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios and live traffic over REST, with a real OTLP endpoint behind it. */
class GeneratorRestIT {

    @TempDir
    private static Path folder;

    private static RunningGenerator generator;

    @BeforeAll
    static void start() {
        generator = new RunningGenerator(folder.resolve("truth.jsonl"));
    }

    @AfterAll
    static void stop() {
        generator.close();
    }

    @Test
    void scenarios_listed_areTheEightOfTheStorefront() {
        JsonNode scenarios = generator.get("/api/v1/scenarios");
        assertThat(scenarios)
                .extracting(scenario -> scenario.get("id").asString())
                .containsExactly("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8");
        assertThat(scenarios.get(0).get("foundBy"))
                .extracting(JsonNode::asString)
                .containsExactly("feature_flag", "cloud.region");
        assertThat(scenarios.get(0).get("trigger").get("http.route").asString()).isEqualTo("/cart/checkout");
        assertThat(scenarios.get(0).get("lookAt").get("scope").asString()).isEqualTo("root");
    }

    @Test
    void scenario_changedInPart_keepsTheRest() {
        JsonNode changed =
                generator.put("/api/v1/scenarios/S5", Map.of("share", 0.05)).body();
        assertThat(changed.get("share").asDouble()).isEqualTo(0.05);
        assertThat(changed.get("enabled").asBoolean()).isTrue();
        generator.put("/api/v1/scenarios/S5", Map.of("enabled", false));
        JsonNode listed = generator.get("/api/v1/scenarios").get(4);
        assertThat(listed.get("share").asDouble()).isEqualTo(0.05);
        assertThat(listed.get("enabled").asBoolean()).isFalse();
        generator.put("/api/v1/scenarios/S5", Map.of("enabled", true, "share", 0.02));
    }

    @Test
    void scenario_unknown_isNotFound() {
        generator.put("/api/v1/scenarios/S9", Map.of("enabled", true)).assertProblem(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.5", "0.99"})
    void share_outOfBounds_isAProblemThatNamesTheField(double share) {
        RunningGenerator.Answer answer = generator.put("/api/v1/scenarios/S1", Map.of("share", share));
        answer.assertBlames("share");
    }

    @Test
    void traffic_switchedOnAndOff_flowsAndStops() {
        generator.put("/api/v1/traffic", Map.of("running", true, "tracesPerSecond", 200));
        await().atMost(Duration.ofSeconds(20)).until(() -> generator.collector.spans() > 500);
        JsonNode stopped =
                generator.put("/api/v1/traffic", Map.of("running", false)).body();
        assertThat(stopped.get("tracesPerSecond").asDouble()).isEqualTo(200);
        assertThat(stopped.get("pack").asString()).isEqualTo("storefront");
        await().until(() -> generator.metric("hotspan_generator_live_spans_waiting") == 0);
        assertThat(generator.metric("hotspan_generator_live_spans_sent_total"))
                .isEqualTo(generator.metric("hotspan_generator_live_spans_generated_total"))
                .isEqualTo((double) generator.collector.spans());
        assertThat(Files.exists(folder.resolve("truth.jsonl"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"tracesPerSecond,0,tracesPerSecond", "tracesPerSecond,200000,tracesPerSecond", "pack,nonesuch,pack"})
    void traffic_outOfBounds_isAProblemThatNamesTheField(String field, String value, String blamed) {
        RunningGenerator.Answer answer = generator.put("/api/v1/traffic", Map.of(field, value));
        answer.assertBlames(blamed);
    }

    /** Clients are generated from the committed document; write it anew with {@code -Dhotspan.openapi.write=true}. */
    @Test
    void openApi_committed_isTheServedOne() throws IOException {
        Path committed = Path.of("openapi.json");
        JsonNode served = generator.get("/v3/api-docs");
        if (Boolean.getBoolean("hotspan.openapi.write")) {
            Files.writeString(committed, served.toPrettyString() + "\n");
        }
        assertThat(JsonMapper.shared().readTree(Files.readString(committed))).isEqualTo(served);
    }
}

package io.hotspan.service.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hotspan.service.HotspanService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ProblemExceptionHandlerIT {
    private static ConfigurableApplicationContext service;

    @SpringBootApplication
    @RestController
    static class Shop {
        record Order(Instant at, List<Item> items) {
            Order {
                if (items.isEmpty()) {
                    throw new InvalidRequestException("items", "is empty", "1 to 10 items");
                }
            }
        }

        record Item(int count, Size size) {}

        enum Size {
            SMALL,
            LARGE
        }

        @PostMapping("/orders")
        Order order(@RequestBody Order order) {
            return order;
        }

        @GetMapping("/orders/{id}")
        Order find(@PathVariable int id) {
            if (id == 7) {
                throw new IllegalStateException("secret of the inside");
            }
            throw new NotFoundException("There is no order " + id + ".");
        }
    }

    @BeforeAll
    static void start() {
        service = HotspanService.run(Shop.class, "shop", "--server.port=0");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void unknownField_isNamedWithWhatIsAccepted() {
        JsonNode problem = post("{\"at\":\"2026-01-01T00:00:00Z\",\"items\":[{\"count\":1,\"colour\":2}]}", 400);

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("items[0].colour");
        assertThat(problem.at("/errors/0/accepted").asString()).isEqualTo("count, size");
        assertThat(problem.at("/type").asString()).isEqualTo("urn:hotspan:problem:invalid-request");
    }

    @Test
    void wrongType_isNamedWithWhatIsAccepted() {
        assertThat(post("{\"at\":\"yesterday\",\"items\":[]}", 400)
                        .at("/detail")
                        .asString())
                .isEqualTo("at is not a time such as 2026-01-31T12:00:00Z");
        assertThat(post("{\"items\":[{\"size\":\"huge\"}]}", 400).at("/detail").asString())
                .isEqualTo("items[0].size is not one of small, large");
    }

    @Test
    void checkInARecord_reachesTheClient() {
        JsonNode problem = post("{\"at\":\"2026-01-01T00:00:00Z\",\"items\":[]}", 400);

        assertThat(problem.at("/detail").asString()).isEqualTo("items: is empty");
        assertThat(problem.at("/errors/0/accepted").asString()).isEqualTo("1 to 10 items");
    }

    @Test
    void brokenOrMissingOrHugeBody_isRefused() {
        assertThat(post("{\"at\":", 400).at("/detail").asString()).isEqualTo("The body is not JSON.");
        assertThat(post("", 400).at("/status").asInt()).isEqualTo(400);
        assertThat(post("{\"at\":\"" + "x".repeat(2_000_000) + "\"}", 413)
                        .at("/title")
                        .asString())
                .isEqualTo("Content Too Large");
    }

    @Test
    void faultInsideOfTheBody_isNotBlamedOnAField() {
        JsonNode problem = post("{\"items\":[{\"count\":NaN}]}", 400);

        assertThat(problem.at("/detail").asString()).isEqualTo("The body is not JSON.");
        assertThat(problem.at("/errors").isEmpty()).isTrue();
    }

    @Test
    void bodyNestedWithoutEnd_isRefused() {
        assertThat(post("{\"colour\":" + "[".repeat(100_000), 400).at("/status").asInt())
                .isEqualTo(400);
        assertThat(post("{\"" + "k".repeat(60_000) + "\":1}", 400).at("/detail").asString())
                .startsWith("The body is nested too deeply");
    }

    @Test
    void callerThatLeavesWhileSending_isNoErrorInTheLog(CapturedOutput output) throws IOException {
        int port = uri("/").getPort();
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
            caller.getOutputStream()
                    .write(("POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            // Until the rest of the body is waited for.
            caller.setSoTimeout(1_000);
            assertThatThrownBy(() -> caller.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        await().during(Duration.ofMillis(500)).until(() -> !output.getOut().contains("ERROR"));
    }

    @Test
    void insideOfTheService_isNotTold() {
        assertThat(get("/orders/7", 500).toString()).doesNotContain("secret", "IllegalState");
    }

    @Test
    void whatIsNotThere_isAProblemToo() {
        assertThat(get("/orders/8", 404).at("/detail").asString()).isEqualTo("There is no order 8.");
        assertThat(get("/nowhere", 404).at("/detail").asString()).startsWith("There is nothing at this address");
        assertThat(get("/nowhere?x=" + "y".repeat(30_000), 404).at("/status").asInt())
                .isEqualTo(404);
        assertThat(get("/orders", 405).at("/title").asString()).isEqualTo("Method Not Allowed");
        assertThat(get("/orders/x", 400).at("/status").asInt()).isEqualTo(400);
    }

    @Test
    void openApiDocument_declaresTheProblem() {
        JsonNode api = body(HttpRequest.newBuilder(uri("/v3/api-docs")), 200, "application/json");

        assertThat(api.at("/info/title").asString()).isEqualTo("Hotspan shop");
        assertThat(api.at("/paths/~1orders/post/responses/default/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api.at("/components/schemas/Problem/properties/errors/type").asString())
                .isEqualTo("array");
    }

    @Test
    void neighbourThatStops_leavesTheOthersRunning() {
        HotspanService.run(Shop.class, "neighbour", "--server.port=0").close();

        assertThat(get("/orders/8", 404).at("/status").asInt()).isEqualTo(404);
    }

    @Test
    void healthAndMetrics_areServed() throws Exception {
        assertThat(body(HttpRequest.newBuilder(uri("/actuator/health")), 200, "application/vnd.spring-boot.actuator")
                        .at("/status")
                        .asString())
                .isEqualTo("UP");
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(
                                    HttpRequest.newBuilder(uri("/actuator/prometheus"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .contains("jvm_memory_used_bytes");
        }
    }

    private static JsonNode post(String body, int status) {
        return body(
                HttpRequest.newBuilder(uri("/orders"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                status,
                "application/problem+json");
    }

    private static JsonNode get(String path, int status) {
        return body(HttpRequest.newBuilder(uri(path)), status, "application/problem+json");
    }

    private static JsonNode body(HttpRequest.Builder request, int status, String type) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(response.headers().firstValue("content-type").orElse("")).startsWith(type);
            return new JsonMapper().readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + service.getEnvironment().getProperty("local.server.port") + path);
    }
}

package io.hotspan.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.embedded.LoopbackPort;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class PageServerIT {

    @TempDir
    private Path folder;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private DisposableServer service;
    private PageServer page;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create()
                .host(LoopbackPort.ADDRESS)
                .port(0)
                .route(routes -> routes.post(
                                "/api/v1/heatmap",
                                (request, response) -> response.header("Set-Cookie", "a=b")
                                        .sendString(request.receive()
                                                .aggregate()
                                                .asString()
                                                .map(body -> body + "|"
                                                        + request.requestHeaders()
                                                                .get("Cookie") + "|" + request.uri())))
                        .put(
                                "/admin/rules/1",
                                (request, response) -> response.sendString(
                                        request.receive().aggregate().asString()))
                        .delete(
                                "/admin/rules/1",
                                (request, response) -> response.status(204).send())
                        .get(
                                "/api/v1/events",
                                (request, response) -> response.sse()
                                        .sendString(Flux.just("data: first\n\n")
                                                .concatWith(Mono.never())
                                                .doOnCancel(() -> cancelled.set(true)))))
                .bindNow();
        write("heatmap-app/dist/plugin.json", """
                {"id": "test-app", "type": "app", "name": "Test", "routes":
                 [{"path": "heatmap/*", "url": "{{ .JsonData.heatmapUrl }}"}, {"path": "gone/*", "url": "http://127.0.0.1:1"}]}
                """);
        write("heatmap-app/dist/module.js", "define([], () => ({}));");
        write("traces-datasource/dist/plugin.json", """
                {"id": "test-traces-datasource", "type": "datasource", "routes":
                 [{"path": "heatmap/", "url": "{{ .JsonData.heatmapUrl }}"}]}
                """);
        write("packages/host/dist/index.html", "<html>page</html>");
        write("packages/host/dist/public/host/main.0123abcd.js", "1");
        write("secret.txt", "secret");
        PluginCatalogue plugins =
                PluginCatalogue.read(folder, Map.of("heatmapUrl", "http://127.0.0.1:" + service.port()));
        page = PageServer.start(plugins, folder.resolve("packages/host/dist"), LoopbackPort.ADDRESS, 0);
    }

    @AfterEach
    void stop() {
        page.close();
        service.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/test-app", "/d/abc?x=1", "/explore"})
    void addressesOfThePage_answerThePage(String address) throws Exception {
        HttpResponse<String> response = get(address);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("page");
        assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void root_leadsToTheApp() throws Exception {
        HttpResponse<String> response = get("/");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("/a/hotspan-bubbles-app");
    }

    @ParameterizedTest
    @CsvSource({
        "/public/plugins/test-app/module.js, text/javascript; charset=utf-8, no-cache",
        "'/public/host/main.0123abcd.js', text/javascript; charset=utf-8, 'public, max-age=31536000, immutable'"
    })
    void files_haveTypeAndCaching(String address, String type, String caching) throws Exception {
        HttpResponse<String> response = get(address);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue(caching);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/../../../secret.txt",
                "/public/%2e%2e/%2e%2e/%2e%2e/secret.txt",
                "/public/plugins/test-app/../../secret.txt",
                "/public/plugins/test-app/..%2f..%2fsecret.txt",
                "/public/plugins/../../secret.txt",
                "/public//etc/passwd",
                "/public/plugins/test-app//etc/passwd"
            })
    void traversal_leadsNowhere(String address) throws Exception {
        String response = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(response).startsWith("HTTP/1.1 404").doesNotContain("secret\n", "root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/plugin-proxy/test-app/heatmap/../../actuator/env",
                "/api/plugin-proxy/test-app/heatmap/%2e%2e/x",
                "/api/plugin-proxy/test-app/other/api",
                "/api/plugin-proxy/unknown/heatmap/api",
                "/api/datasources/proxy/uid/unknown/heatmap/api"
            })
    void requestWithoutARoute_isRefused(String address) throws Exception {
        String response = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(response).startsWith("HTTP/1.1 404").contains("No plugin has a route");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/plugin-proxy/test-app/", "/api/datasources/proxy/uid/test-traces/"})
    void request_reachesTheServiceWithoutCookies(String prefix) throws Exception {
        HttpResponse<String> response = send(request(prefix + "heatmap/api/v1/heatmap?a=%7B%7D&b")
                .header("Cookie", "session=secret")
                .POST(HttpRequest.BodyPublishers.ofString("box")));
        assertThat(response.body()).isEqualTo("box|null|/api/v1/heatmap?a=%7B%7D&b");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void change_reachesTheService() throws Exception {
        String address = "/api/plugin-proxy/test-app/heatmap/admin/rules/1";
        assertThat(send(request(address).PUT(HttpRequest.BodyPublishers.ofString("{}")))
                        .body())
                .isEqualTo("{}");
        assertThat(send(request(address).DELETE()).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE"})
    void changeByAnotherPage_isRefused(String method) throws Exception {
        assertThat(raw(method
                        + " /api/plugin-proxy/test-app/heatmap/admin/rules/1 HTTP/1.1\r\nHost: localhost:3000\r\n"
                        + "Origin: http://evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void serviceThatIsDown_isNamed() throws Exception {
        HttpResponse<String> response = get("/api/plugin-proxy/test-app/gone/api");
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("127.0.0.1:1 is not running");
    }

    @Test
    void events_comeAtOnceAndEndWithTheirReader() throws Exception {
        try (Socket socket = new Socket(InetAddress.ofLiteral(LoopbackPort.ADDRESS), page.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET /api/plugin-proxy/test-app/heatmap/api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(reader.lines().filter(line -> line.startsWith("data:")).findFirst())
                    .hasValue("data: first");
            assertThat(cancelled).isFalse();
        }
        await().untilTrue(cancelled);
    }

    @Test
    void plugins_areListedWithTheirSettings() throws Exception {
        assertThat(get("/api/plugins").body())
                .contains("\"module\":\"public/plugins/test-app/module.js\"")
                .contains("\"heatmapUrl\":\"http://127.0.0.1:" + service.port());
    }

    @ParameterizedTest
    @CsvSource({
        "Host: localhost:3000, 302",
        "Host: 127.0.0.1, 302",
        "Host: evil.example, 403",
        "Host: localhost.evil.example:3000, 403",
        "'Host: localhost:3000\r\nOrigin: http://localhost:3000', 302",
        "'Host: localhost:3000\r\nOrigin: http://localhost:5000', 403",
        "'Host: localhost:3000\r\nOrigin: null', 403"
    })
    void otherPages_areKeptOut(String headers, int status) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + page.port() + address));
    }

    private HttpResponse<String> get(String address) throws Exception {
        return send(request(address));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.ofLiteral(LoopbackPort.ADDRESS), page.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

package io.hotspan.standalone.page;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.service.guard.RequestGuard;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Serves the host page, the plugin bundles and the plugins' requests to the services. */
public final class PageServer implements AutoCloseable {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);
    private static final String START_PAGE = "/a/hotspan-bubbles-app";
    private static final String PLUGIN_FILES = "/public/plugins/";

    private final PluginCatalogue plugins;
    private final StaticFiles host;
    private final RequestGuard guard;
    private final ReverseProxy proxy;
    // Of its own: the services' contexts share one set and dispose of it when the first of them ends.
    private final LoopResources loops = LoopResources.create("page");
    private final ConnectionProvider connections = ConnectionProvider.create("page");
    private final DisposableServer server;

    private PageServer(PluginCatalogue plugins, Path hostDist, String address, int port) {
        this.plugins = plugins;
        this.host = new StaticFiles(hostDist);
        this.guard = new RequestGuard(address.equals(LoopbackPort.ADDRESS));
        this.proxy = new ReverseProxy(HttpClient.create(connections).runOn(loops));
        this.server = HttpServer.create()
                .host(address)
                .port(port)
                .runOn(loops)
                .handle(this::handle)
                .bindNow();
    }

    /** Starts to listen; port 0 takes a free one. */
    public static PageServer start(PluginCatalogue plugins, Path hostDist, String address, int port) {
        return new PageServer(plugins, hostDist, address, port);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.disposeNow(STOP_TIMEOUT);
        connections.disposeLater().block(STOP_TIMEOUT);
        loops.disposeLater(Duration.ZERO, STOP_TIMEOUT).block(STOP_TIMEOUT);
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        SecurityHeaders.addTo(response.responseHeaders());
        String requestHost = request.requestHeaders().get(HttpHeaderNames.HOST);
        String origin = request.requestHeaders().get(HttpHeaderNames.ORIGIN);
        if (requestHost == null || !guard.isHost(requestHost) || !guard.isOwnPage(requestHost, origin)) {
            return Problems.send(response, 403, "This address answers only its own page: open it as http://localhost.");
        }
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        String path = uri.path();
        if (path.startsWith("/api/")) {
            return api(request, response, uri);
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return Problems.send(response, 405, "Pages and files can only be read.");
        }
        if (path.equals("/")) {
            return response.sendRedirect(START_PAGE);
        }
        Optional<Path> file = file(path);
        if (file.isPresent()) {
            return send(response, file.get());
        }
        if (path.startsWith("/public/")) {
            return Problems.send(response, 404, "There is no such file.");
        }
        // Every other address is one of the page's own, which it reads itself.
        return host.find("index.html")
                .map(index -> send(response, index))
                .orElseGet(() -> Problems.send(
                        response, 404, "The page is not built: run `npm ci && npm run build` in grafana-plugins."));
    }

    private Publisher<Void> api(HttpServerRequest request, HttpServerResponse response, QueryStringDecoder uri) {
        if (uri.path().equals("/api/plugins")) {
            return response.header("Content-Type", "application/json")
                    .sendByteArray(Mono.just(plugins.json()))
                    .then();
        }
        Optional<URI> target = plugins.resolve(uri.rawPath());
        if (target.isEmpty()) {
            return Problems.send(response, 404, "No plugin has a route for this address.");
        }
        String query = uri.rawQuery().isEmpty() ? "" : "?" + uri.rawQuery();
        return proxy.forward(request, response, URI.create(target.get() + query));
    }

    private Optional<Path> file(String path) {
        if (path.startsWith(PLUGIN_FILES)) {
            String rest = path.substring(PLUGIN_FILES.length());
            int slash = rest.indexOf('/');
            return slash < 0
                    ? Optional.empty()
                    : plugins.dist(rest.substring(0, slash))
                            .flatMap(dist -> new StaticFiles(dist).find(rest.substring(slash)));
        }
        return path.startsWith("/public/") ? host.find(path) : Optional.empty();
    }

    private static Mono<Void> send(HttpServerResponse response, Path file) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, StaticFiles.contentType(file))
                .header(HttpHeaderNames.CACHE_CONTROL, StaticFiles.cacheControl(file))
                .sendFile(file)
                .then();
    }
}

package io.hotspan.sampling.testing;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** An OTLP/HTTP endpoint that takes spans by OpenTelemetry's own classes, unless told to do something else first. */
public final class OtlpServer implements AutoCloseable {

    /** What to do with a request. */
    public enum Behaviour {
        TAKE,
        /** 503 with {@code Retry-After: 1}. */
        BUSY,
        /** 400. */
        REFUSE,
        /** 200, all but one span. */
        REJECT_ONE,
        /** No answer at all. */
        HANG,
        /** The connection ends in place of an answer. */
        DROP
    }

    /** One that came: when, with which of its headers, what was done. */
    public record Request(long nanoTime, String contentType, String apiKey, int spans, Behaviour behaviour) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Behaviour> behaviours = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<ByteString> spans;

    private OtlpServer(int port, Set<ByteString> spans) throws IOException {
        this.spans = spans;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/v1/traces", this::handle);
        server.start();
    }

    public static OtlpServer start() throws IOException {
        return new OtlpServer(0, ConcurrentHashMap.newKeySet());
    }

    /** Another one after this has closed, on the same port, that adds to the same spans. */
    public OtlpServer successor() throws IOException {
        return new OtlpServer(server.getAddress().getPort(), spans);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What to do with the next requests; those after them are taken. */
    public void next(Behaviour... next) {
        behaviours.addAll(List.of(next));
    }

    public List<Request> requests() {
        return requests;
    }

    /** Ids of the spans taken. */
    public Set<ByteString> spans() {
        return spans;
    }

    private void handle(HttpExchange exchange) throws IOException {
        ExportTraceServiceRequest request;
        try (GZIPInputStream body = new GZIPInputStream(exchange.getRequestBody())) {
            request = ExportTraceServiceRequest.parseFrom(body);
        }
        List<Span> sent = request.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
        Behaviour next = behaviours.poll();
        Behaviour behaviour = next == null ? Behaviour.TAKE : next;
        requests.add(new Request(
                System.nanoTime(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                String.valueOf(exchange.getRequestHeaders().getFirst("api-key")),
                sent.size(),
                behaviour));
        switch (behaviour) {
            case TAKE -> {
                sent.forEach(span -> spans.add(span.getSpanId()));
                answer(exchange, 200, ExportTraceServiceResponse.getDefaultInstance());
            }
            case REJECT_ONE -> {
                sent.subList(1, sent.size()).forEach(span -> spans.add(span.getSpanId()));
                answer(exchange, 200, rejectedOne());
            }
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                answer(exchange, 503, ExportTraceServiceResponse.getDefaultInstance());
            }
            case REFUSE -> answer(exchange, 400, ExportTraceServiceResponse.getDefaultInstance());
            case HANG -> hang();
            case DROP -> exchange.close();
        }
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExportTraceServiceResponse rejectedOne() {
        return ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                        .setRejectedSpans(1)
                        .setErrorMessage("one too many"))
                .build();
    }

    private static void answer(HttpExchange exchange, int status, ExportTraceServiceResponse body) throws IOException {
        byte[] bytes = body.toByteArray();
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Dies: connections end, requests under way get no answer. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}

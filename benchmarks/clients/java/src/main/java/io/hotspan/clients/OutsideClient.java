package io.hotspan.clients;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exports a trace over each transport of OTLP with the OpenTelemetry SDK, finds it through the query service and
 * compares it attribute for attribute. Ends with 1 if anything differs.
 */
public final class OutsideClient {

    private static final String HTTP = setting("OTLP_HTTP_URL", "http://localhost:4318");
    private static final String GRPC = setting("OTLP_GRPC_URL", "http://localhost:4317");
    private static final String QUERY = setting("HOTSPAN_QUERY_URL", "http://localhost:8081");
    private static final Duration PATIENCE =
            Duration.ofSeconds(Long.parseLong(setting("HOTSPAN_PATIENCE_SECONDS", "120")));

    private OutsideClient() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, SentTrace> sent = new LinkedHashMap<>();
        exporters().forEach((transport, exporter) -> sent.put(transport, SentTrace.export(exporter, transport)));

        System.out.println("| SDK | transport | spans | values compared | differences |");
        System.out.println("|---|---|---:|---:|---:|");
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, SentTrace> entry : sent.entrySet()) {
            Comparison comparison = new TraceQuery(QUERY, PATIENCE).find(entry.getValue());
            System.out.printf(
                    "| Java | %s | %d | %d | %d |%n",
                    entry.getKey(),
                    entry.getValue().spans().size(),
                    comparison.compared(),
                    comparison.differences().size());
            comparison.differences().forEach(line -> differences.add(entry.getKey() + ": " + line));
        }
        differences.forEach(System.err::println);
        System.exit(differences.isEmpty() ? 0 : 1);
    }

    private static Map<String, SpanExporter> exporters() {
        Map<String, SpanExporter> exporters = new LinkedHashMap<>();
        for (String compression : List.of("none", "gzip")) {
            String suffix = compression.equals("gzip") ? " gzip" : "";
            exporters.put(
                    "http/protobuf" + suffix,
                    OtlpHttpSpanExporter.builder()
                            .setEndpoint(HTTP + "/v1/traces")
                            .setCompression(compression)
                            .build());
            exporters.put(
                    "grpc" + suffix,
                    OtlpGrpcSpanExporter.builder()
                            .setEndpoint(GRPC)
                            .setCompression(compression)
                            .build());
        }
        return exporters;
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}

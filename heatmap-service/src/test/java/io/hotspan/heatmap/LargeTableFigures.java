package io.hotspan.heatmap;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Prints how long questions take over five million spans of one day, as a Markdown table. Not part of the tests: run it
 * with {@code -Dtest=LargeTableFigures}.
 */
class LargeTableFigures {
    private static final long SPANS = 5_000_000;
    private static final long BATCH = 200_000;
    private static final int RUNS = 7;
    private static final String DAY = "2026-03-01T00:00:00Z";
    private static final String DAY_END = "2026-03-02T00:00:00Z";
    private static final String FLAG = "{ span.feature_flag = \"flag-3\" }";
    private static final Map<String, Object> WHOLE_DAY = Map.of("from", DAY, "to", DAY_END);
    private static final Map<String, Object> HALF_AN_HOUR =
            Map.of("from", "2026-03-01T12:00:00Z", "to", "2026-03-01T12:30:00Z");

    private static final String INSERT = """
            INSERT INTO otel_traces (
                Timestamp, TraceId, SpanId, ParentSpanId, SpanName, SpanKind, ServiceName, ResourceAttributes,
                ScopeName, SpanAttributes, Duration, StatusCode, SampleWeight, SampleReason)
            WITH
                intDiv(number, 6) AS t, number % 6 AS k, cityHash64(t) AS h, cityHash64(number, 1) AS hs,
                ['api-gateway', 'order-service', 'user-service', 'search-service', 'payment-service',
                 'notification-service'] AS services
            SELECT
                fromUnixTimestamp64Nano(toInt64(1772323200000000000 + t * 103680041 + k * 1000000)),
                lower(hex(sipHash128(t))), lower(hex(hs)), if(k = 0, '', lower(hex(cityHash64(t * 6, 1)))),
                ['POST /cart/checkout', 'GET /api/orders', 'GET /api/search', 'GET /api/users', 'SELECT orders',
                 'charge'][1 + if(k = 0, h % 4, (h + k) % 6)],
                if(k = 0, 'Server', ['Server', 'Client', 'Internal'][1 + hs % 3]), services[k + 1],
                map('service.name', services[k + 1], 'service.version', concat('1.', toString(h % 5)),
                    'k8s.pod.name', concat('pod-', toString(hs % 40)),
                    'k8s.node.name', concat('node-', toString(hs % 12)),
                    'cloud.region', ['eu-west-1', 'us-east-1', 'us-west-2', 'ap-southeast-1'][1 + h % 4],
                    'deployment.environment.name', 'production'),
                'io.opentelemetry',
                map('http.route', ['/cart/checkout', '/api/orders', '/api/search', '/api/users'][1 + h % 4],
                    'http.request.method', 'GET', 'http.response.status_code', toString(if(hs % 50 = 0, 500, 200)),
                    'tenant_id', concat('tenant-', toString(h % 30)), 'feature_flag', concat('flag-', toString(h % 7)),
                    'platform', ['ios', 'android', 'web'][1 + h % 3], 'build_id', concat('build-', toString(h % 20)),
                    'user.id', toString(h % 100000)),
                toUInt64(exp(randNormal(0, 1, number)) * 20000000), if(hs % 50 = 0, 'Error', 'Unset'),
                if(h % 5 = 0, 1, 20), if(h % 5 = 0, 'slow', 'share')
            FROM numbers(FIRST, 200000)""";

    /** Of all traffic: each span as often as it weighs, the copies in latency buckets around its own. */
    private static final String COUNT = """
            INSERT INTO otel_traces_rollups
            SELECT toDateTime64(intDiv(toUnixTimestamp64Nano(Timestamp), 10000000000) * 10, 0, 'UTC') AS Time,
                ServiceName, SpanName, SpanKind, StatusCode, ParentSpanId = '' AS IsRoot,
                toInt16(LatencyBucket + if(copy = 0, 0, cityHash64(SpanId, copy) % 21 - 10)) AS Bucket, count()
            FROM otel_traces ARRAY JOIN range(toUInt32(SampleWeight)) AS copy
            WHERE toHour(Timestamp, 'UTC') = HOUR
            GROUP BY Time, ServiceName, SpanName, SpanKind, StatusCode, IsRoot, Bucket""";

    @Test
    void questions_overFiveMillionSpans() {
        SpanTable table = SpanTable.migrated();
        for (long first = 0; first < SPANS; first += BATCH) {
            table.execute(INSERT.replace("FIRST", Long.toString(first)));
        }
        table.execute("OPTIMIZE TABLE otel_traces FINAL");
        for (int hour = 0; hour < 24; hour++) {
            table.execute(COUNT.replace("HOUR", Integer.toString(hour)));
        }
        table.execute("OPTIMIZE TABLE otel_traces_rollups FINAL");
        System.out.println(
                table.execute("SELECT count(), sum(Spans) FROM otel_traces_rollups") + " rollups of so many spans");
        try (RunningService service = RunningService.over(table, "--hotspan.heatmap.rollups.enabled=false");
                RunningService counting = RunningService.over(table)) {
            System.out.println("| question | spans | median | slowest |\n|---|--:|--:|--:|");
            for (Map<String, Object> range : List.of(HALF_AN_HOUR, WHOLE_DAY)) {
                String when = range.equals(WHOLE_DAY) ? "24 h" : "30 min";
                for (String scope : List.of("root", "all")) {
                    heatmap("heatmap, " + when + ", " + scope, service, range, Map.of("scope", scope));
                    heatmap(
                            "heatmap, " + when + ", " + scope + ", one attribute",
                            service,
                            range,
                            Map.of("scope", scope, "filter", FLAG));
                }
                for (String scope : List.of("root", "all")) {
                    Map<String, Object> gateway =
                            Map.of("filter", "{ resource.service.name = \"api-gateway\" }", "scope", scope);
                    heatmap("heatmap, " + when + ", " + scope + ", one service", service, range, gateway);
                    allTraffic(when + ", " + scope, counting, range, Map.of("scope", scope));
                    allTraffic(when + ", " + scope + ", one service", counting, range, gateway);
                }
            }
            Map<String, Object> box = new HashMap<>(HALF_AN_HOUR);
            box.put("aboveNanos", 100_000_000);
            box.put("upToNanos", Long.MAX_VALUE);
            time(
                    "50 slowest spans in a box of 30 min",
                    "/total",
                    () -> service.post("/api/v1/spans", merged(WHOLE_DAY, Map.of("boxes", List.of(box)))));
            time("50 slowest spans of 24 h", "/total", () -> service.post("/api/v1/spans", WHOLE_DAY));
            String trace = service.post("/api/v1/spans", HALF_AN_HOUR).text("/spans/0/traceId");
            time("one trace", "/spans", () -> service.get("/api/v1/traces/" + trace, Map.of()));
            Map<String, String> day = Map.of("from", DAY, "to", DAY_END);
            time("fields of 24 h", "/spansRead", () -> service.get("/api/v1/fields", day));
            for (String field : List.of("resource.service.name", "span.feature_flag", "span.user.id")) {
                time(
                        "values of " + field + ", 24 h",
                        "/spansRead",
                        () -> service.get("/api/v1/fields/values", Map.of("from", DAY, "to", DAY_END, "field", field)));
            }
            time(
                    "values with a rare prefix, 24 h",
                    "/spansRead",
                    () -> service.get(
                            "/api/v1/fields/values",
                            Map.of("from", DAY, "to", DAY_END, "field", "span.user.id", "prefix", "9999")));
            time("freshness", "/spansLastHour", () -> service.get("/api/v1/freshness", Map.of()));
        }
    }

    private static void heatmap(
            String what, RunningService service, Map<String, Object> range, Map<String, Object> more) {
        time(what, "/totals/stored", () -> service.post("/api/v1/heatmap", merged(range, more)));
    }

    private static void allTraffic(
            String what, RunningService service, Map<String, Object> range, Map<String, Object> more) {
        time("all traffic, " + what, "/totals/count", () -> service.post("/api/v1/heatmap", merged(range, more)));
    }

    private static void time(String what, String spans, Supplier<Answer> question) {
        long[] millis = new long[RUNS];
        long counted = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Answer answer = question.get();
            millis[run] = (System.nanoTime() - start) / 1_000_000;
            if (answer.status() != 200) {
                throw new IllegalStateException(what + ": " + answer.body());
            }
            counted =
                    answer.body().at(spans).isArray() ? answer.body().at(spans).size() : answer.number(spans);
        }
        Arrays.sort(millis);
        System.out.printf("| %s | %,d | %d ms | %d ms |%n", what, counted, millis[RUNS / 2], millis[RUNS - 1]);
    }

    private static Map<String, Object> merged(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }
}

package io.hotspan.heatmap.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.heatmap.testing.RunningService;
import io.hotspan.heatmap.testing.RunningService.Answer;
import io.hotspan.heatmap.testing.SpanTable;
import io.hotspan.heatmap.testing.TestSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TraceIT {
    private static final long NANOS = 1_772_373_600_123_456_789L;
    private static final String TRACE = "5b8efff798038103d269b633813fc60c";
    private static final String LONG_TRACE = "5b8efff798038103d269b633813fc60d";

    private static SpanTable table;
    private static RunningService service;

    @BeforeAll
    static void start() {
        table = SpanTable.migrated();
        table.insertRows(List.of(fullSpan()));
        TestSpan root = TestSpan.root(TRACE, NANOS - 1_000);
        table.insert(List.of(root));
        TestSpan first = TestSpan.root(LONG_TRACE, NANOS);
        table.insert(LongStream.rangeClosed(0, 10_000)
                .mapToObj(i -> first.child("%016x".formatted(i + 1)).starting(NANOS + i))
                .toList());
        service = RunningService.over(table);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void trace_hasEverythingThatIsStored() {
        Answer answer = service.get("/api/v1/traces/" + TRACE, Map.of());

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.text("/traceId")).isEqualTo(TRACE);
        assertThat(answer.text("/startTime")).isEqualTo("2026-03-01T14:00:00.123455789Z");
        assertThat(answer.number("/durationNanos")).isEqualTo(1_620_001_000);
        assertThat(answer.body().at("/services").toString()).isEqualTo("[\"api-gateway\",\"order-service\"]");
        assertThat(answer.body().at("/capped").asBoolean()).isFalse();
        assertThat(answer.text("/spans/0/parentSpanId")).isEmpty();
        assertThat(answer.body().at("/spans/1").toPrettyString()).isEqualToNormalizingNewlines("""
                {
                  "traceId" : "5b8efff798038103d269b633813fc60c",
                  "spanId" : "eee19b7ec3c1b174",
                  "parentSpanId" : "00000000000000a1",
                  "traceState" : "ot=th:c",
                  "timestamp" : "2026-03-01T14:00:00.123456789Z",
                  "durationNanos" : 1620000000,
                  "service" : "order-service",
                  "name" : "POST /cart/checkout",
                  "kind" : "server",
                  "status" : "error",
                  "statusMessage" : "it's \\"late\\"",
                  "weight" : 4.0,
                  "reason" : "slow",
                  "scope" : {
                    "name" : "io.opentelemetry.netty",
                    "version" : "2.10"
                  },
                  "attributes" : {
                    "a" : "1",
                    "b" : "ü\\n"
                  },
                  "resourceAttributes" : {
                    "service.name" : "order-service"
                  },
                  "events" : [ {
                    "timestamp" : "2026-03-01T14:00:00.223456789Z",
                    "name" : "exception",
                    "attributes" : {
                      "exception.type" : "Timeout"
                    }
                  }, {
                    "timestamp" : "2026-03-01T14:00:00.323456789Z",
                    "name" : "retry",
                    "attributes" : { }
                  } ],
                  "links" : [ {
                    "traceId" : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                    "spanId" : "bbbbbbbbbbbbbbbb",
                    "traceState" : "x=y",
                    "attributes" : {
                      "why" : "batch"
                    }
                  } ]
                }""");
    }

    @Test
    void longTrace_isCutAndSaysSo() {
        Answer answer = service.get("/api/v1/traces/" + LONG_TRACE, Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/spans").size()).isEqualTo(10_000);
        assertThat(answer.body().at("/capped").asBoolean()).isTrue();
        assertThat(answer.text("/spans/9999/spanId")).isEqualTo("%016x".formatted(10_000));
    }

    @Test
    void traceId_inUpperCase_isTheSame() {
        Answer answer = service.get("/api/v1/traces/5B8EFFF798038103D269B633813FC60C", Map.of());

        assertThat(answer.text("/traceId")).isEqualTo(TRACE);
    }

    @Test
    void unknownTrace_isNotFound() {
        Answer answer = service.get("/api/v1/traces/ffffffffffffffffffffffffffffffff", Map.of());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/detail")).isEqualTo("No span of trace ffffffffffffffffffffffffffffffff is stored.");
    }

    @Test
    void whatIsNoTraceId_isRefused() {
        for (String id :
                List.of("5b8efff798038103", "0".repeat(32), "x".repeat(32), "5b8efff798038103d269b633813fc60c0")) {
            Answer answer = service.get("/api/v1/traces/" + id, Map.of());

            assertThat(answer.status()).as(id).isEqualTo(400);
            assertThat(answer.text("/errors/0/field")).isEqualTo("traceId");
            assertThat(answer.text("/errors/0/accepted")).isEqualTo("32 hex digits, not all of them 0");
        }
    }

    private static Map<String, Object> fullSpan() {
        return Map.ofEntries(
                Map.entry("Timestamp", SpanTable.seconds(NANOS)),
                Map.entry("TraceId", TRACE),
                Map.entry("SpanId", "eee19b7ec3c1b174"),
                Map.entry("ParentSpanId", "00000000000000a1"),
                Map.entry("TraceState", "ot=th:c"),
                Map.entry("SpanName", "POST /cart/checkout"),
                Map.entry("SpanKind", "Server"),
                Map.entry("ServiceName", "order-service"),
                Map.entry("ResourceAttributes", Map.of("service.name", "order-service")),
                Map.entry("ScopeName", "io.opentelemetry.netty"),
                Map.entry("ScopeVersion", "2.10"),
                Map.entry("SpanAttributes", Map.of("b", "ü\n", "a", "1")),
                Map.entry("Duration", 1_620_000_000L),
                Map.entry("StatusCode", "Error"),
                Map.entry("StatusMessage", "it's \"late\""),
                Map.entry(
                        "Events.Timestamp",
                        List.of(SpanTable.seconds(NANOS + 100_000_000), SpanTable.seconds(NANOS + 200_000_000))),
                Map.entry("Events.Name", List.of("exception", "retry")),
                Map.entry("Events.Attributes", List.of(Map.of("exception.type", "Timeout"), Map.of())),
                Map.entry("Links.TraceId", List.of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")),
                Map.entry("Links.SpanId", List.of("bbbbbbbbbbbbbbbb")),
                Map.entry("Links.TraceState", List.of("x=y")),
                Map.entry("Links.Attributes", List.of(Map.of("why", "batch"))),
                Map.entry("SampleWeight", 4),
                Map.entry("SampleReason", "slow"));
    }
}

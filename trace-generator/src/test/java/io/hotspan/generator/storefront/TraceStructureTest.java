package io.hotspan.generator.storefront;

import static io.hotspan.generator.storefront.Facts.NONE;
import static io.hotspan.generator.storefront.Facts.resource;
import static io.hotspan.generator.storefront.Facts.text;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.generator.trace.GeneratedSpan;
import io.hotspan.generator.trace.GeneratedTrace;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceStructureTest {

    private static final List<GeneratedTrace> SAMPLE = Sample.traces(5_000, Sample.ALL_ON);

    @Test
    void trace_always_hasOneRootAtTheGateway() {
        assertThat(SAMPLE).allSatisfy(trace -> {
            assertThat(trace.spans().stream().filter(GeneratedSpan::isRoot)).containsExactly(trace.root());
            assertThat(trace.root().instance().serviceName()).isEqualTo("api-gateway");
            assertThat(trace.root().startOffsetNanos()).isZero();
            assertThat(trace.spans())
                    .extracting(GeneratedSpan::startOffsetNanos)
                    .isSorted();
        });
    }

    @Test
    void child_always_liesInsideItsParent() {
        for (GeneratedTrace trace : SAMPLE) {
            Map<Long, GeneratedSpan> byId = byId(trace);
            for (GeneratedSpan span : trace.spans()) {
                if (!span.isRoot()) {
                    GeneratedSpan parent = Objects.requireNonNull(byId.get(span.parentSpanId()));
                    assertThat(span.startOffsetNanos()).isGreaterThanOrEqualTo(parent.startOffsetNanos());
                    assertThat(span.endOffsetNanos()).isLessThanOrEqualTo(parent.endOffsetNanos());
                    assertThat(span.parentIsRemote())
                            .isEqualTo(!parent.instance()
                                    .serviceName()
                                    .equals(span.instance().serviceName()));
                }
            }
        }
    }

    @Test
    void ids_overManyTraces_areUnique() {
        Set<String> traceIds = new HashSet<>();
        Set<Long> spanIds = new HashSet<>();
        for (GeneratedTrace trace : SAMPLE) {
            assertThat(traceIds.add(trace.traceId())).isTrue();
            trace.spans().forEach(span -> assertThat(spanIds.add(span.spanId())).isTrue());
        }
    }

    @Test
    void services_always_callWhomTheTableSays() {
        Map<String, Set<String>> callees = new HashMap<>();
        Map<String, Set<String>> stores = new HashMap<>();
        for (GeneratedTrace trace : SAMPLE) {
            Map<Long, GeneratedSpan> byId = byId(trace);
            for (GeneratedSpan span : trace.spans()) {
                String service = span.instance().serviceName();
                GeneratedSpan parent = byId.get(span.parentSpanId());
                if (parent != null && !parent.instance().serviceName().equals(service)) {
                    callees.computeIfAbsent(parent.instance().serviceName(), _ -> new HashSet<>())
                            .add(service);
                }
                if (!text(span, "db.system.name").equals(NONE)) {
                    stores.computeIfAbsent(service, _ -> new HashSet<>()).add(text(span, "db.system.name"));
                }
                if (span.name().equals("external.payment.process")) {
                    stores.computeIfAbsent(service, _ -> new HashSet<>()).add(span.name());
                }
            }
        }
        assertThat(callees)
                .isEqualTo(Map.of(
                        "api-gateway", Set.of("order-service", "user-service", "search-service"),
                        "order-service", Set.of("payment-service", "notification-service")));
        assertThat(stores)
                .isEqualTo(Map.of(
                        "order-service", Set.of("postgresql"),
                        "user-service", Set.of("postgresql", "redis"),
                        "search-service", Set.of("elasticsearch"),
                        "payment-service", Set.of("external.payment.process")));
    }

    @Test
    void routes_always_areServedByWhomTheTableSays() {
        Map<String, Set<String>> routes = SAMPLE.stream()
                .flatMap(trace -> trace.spans().stream())
                .filter(span -> span.kind() == SpanKind.SERVER)
                .collect(groupingBy(
                        span -> span.instance().serviceName(), mapping(span -> text(span, "http.route"), toSet())));
        assertThat(routes)
                .containsEntry("order-service", Set.of("/api/orders", "/cart/checkout"))
                .containsEntry("user-service", Set.of("/api/users", "/api/auth"))
                .containsEntry("search-service", Set.of("/api/search", "/api/products"))
                .hasEntrySatisfying("api-gateway", all -> assertThat(all).hasSize(6));
    }

    @Test
    void resource_ofEveryInstance_isComplete() {
        assertThat(Sample.PACK.instances()).allSatisfy(instance -> {
            Set<String> keys = new HashSet<>();
            instance.resource().forEach((key, _) -> keys.add(key.getKey()));
            assertThat(keys)
                    .contains(
                            "service.name",
                            "service.version",
                            "service.instance.id",
                            "k8s.pod.name",
                            "k8s.node.name",
                            "cloud.region",
                            "deployment.environment.name");
        });
        assertThat(Sample.PACK.instances())
                .extracting(instance -> instance.resource().get(stringKey("service.instance.id")))
                .doesNotHaveDuplicates();
    }

    @Test
    void spans_ofOneTrace_shareTheirRegionAndContext() {
        assertThat(SAMPLE).allSatisfy(trace -> {
            for (String key : List.of("tenant_id", "platform", "build_id", "feature_flag")) {
                assertThat(trace.spans()).allMatch(span -> text(span, key).equals(text(trace.root(), key)));
            }
            assertThat(trace.spans())
                    .allMatch(span -> resource(span, "cloud.region").equals(resource(trace.root(), "cloud.region")));
        });
    }

    @Test
    void serverSpan_always_followsTheHttpConventions() {
        assertThat(spans(SpanKind.SERVER)).allSatisfy(span -> {
            long status = Objects.requireNonNull(span.attributes().get(longKey("http.response.status_code")));
            assertThat(List.of("http.request.method", "http.route", "url.path", "url.scheme", "server.address"))
                    .allMatch(key -> !text(span, key).equals(NONE));
            assertThat(span.name()).isEqualTo(text(span, "http.request.method") + " " + text(span, "http.route"));
            assertThat(span.status()).isEqualTo(status >= 500 ? StatusCode.ERROR : StatusCode.UNSET);
        });
    }

    @Test
    void error_always_namesItsType() {
        assertThat(SAMPLE.stream().flatMap(trace -> trace.spans().stream()).toList())
                .allMatch(span -> (span.status() == StatusCode.ERROR)
                        == !text(span, "error.type").equals(NONE));
    }

    @Test
    void serverError_always_hasAnExceptionSomewhere() {
        assertThat(SAMPLE.stream().filter(trace -> trace.root().status() == StatusCode.ERROR))
                .isNotEmpty()
                .allMatch(trace -> trace.spans().stream()
                        .flatMap(span -> span.events().stream())
                        .anyMatch(event -> event.name().equals("exception")));
    }

    private static List<GeneratedSpan> spans(SpanKind kind) {
        return SAMPLE.stream()
                .flatMap(trace -> trace.spans().stream())
                .filter(span -> span.kind() == kind)
                .toList();
    }

    private static Map<Long, GeneratedSpan> byId(GeneratedTrace trace) {
        Map<Long, GeneratedSpan> byId = new HashMap<>();
        trace.spans().forEach(span -> byId.put(span.spanId(), span));
        return byId;
    }
}

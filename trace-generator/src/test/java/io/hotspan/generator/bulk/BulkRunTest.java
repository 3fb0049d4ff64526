package io.hotspan.generator.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.pack.TrafficPack;
import io.hotspan.generator.storefront.StorefrontPack;
import io.hotspan.generator.truth.GroundTruth;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BulkRunTest {

    private static final TrafficPack PACK = new StorefrontPack();

    @Test
    void run_whateverTheWorkersAndBatches_deliversTheSameSpans() throws Exception {
        Set<String> one = spans(1, 100);
        assertThat(spans(8, 7)).isEqualTo(one);
        assertThat(one).hasSizeGreaterThan(5_000);
    }

    @Test
    void run_toTheEnd_reportsEveryTraceAndSpan() throws Exception {
        AtomicInteger traces = new AtomicInteger();
        AtomicLong spans = new AtomicLong();
        AtomicLong rejected = new AtomicLong();
        new BulkRun(source(), _ -> 2, GroundTruth.none(), 30, 3).run(100, (newTraces, newSpans, newRejected) -> {
            traces.addAndGet(newTraces);
            spans.addAndGet(newSpans);
            rejected.addAndGet(newRejected);
        });
        assertThat(traces).hasValue(100);
        assertThat(spans.get()).isGreaterThan(500);
        assertThat(rejected).hasValue(4 * 2);
    }

    @Test
    void run_whereDeliveryFails_ends() {
        BulkRun run = new BulkRun(
                source(),
                _ -> {
                    throw new DeliveryException("no");
                },
                GroundTruth.none(),
                10,
                4);
        assertThatThrownBy(() -> run.run(1_000_000, (_, _, _) -> {}))
                .isInstanceOf(DeliveryException.class)
                .hasMessage("no");
    }

    @Test
    void run_interrupted_endsWithItsWorkers() throws Exception {
        CountDownLatch delivering = new CountDownLatch(2);
        AtomicInteger interrupted = new AtomicInteger();
        BulkRun run = new BulkRun(
                source(),
                _ -> {
                    delivering.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                        throw e;
                    }
                    return 0;
                },
                GroundTruth.none(),
                10,
                2);
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                run.run(1_000_000, (_, _, _) -> {});
            } catch (InterruptedException | DeliveryException e) {
                interrupted.incrementAndGet();
            }
        });
        delivering.await();
        caller.interrupt();
        caller.join();
        assertThat(interrupted).hasValue(3);
    }

    @Test
    void truth_ofARun_namesEveryCauseBeforeItIsDelivered() throws Exception {
        Set<String> causes = ConcurrentHashMap.newKeySet();
        GroundTruth truth = (trace, _) -> causes.addAll(trace.causes());
        new BulkRun(source(), _ -> 0, truth, 500, 2).run(2_000, (_, _, _) -> {});
        assertThat(causes).containsExactlyInAnyOrder("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8");
    }

    private static Set<String> spans(int workers, int tracesPerRequest) throws Exception {
        Set<String> spans = ConcurrentHashMap.newKeySet();
        OtlpSink sink = request -> {
            for (ResourceSpans resource : request.getResourceSpansList()) {
                resource.getScopeSpans(0)
                        .getSpansList()
                        .forEach(span -> spans.add(resource.getResource() + " " + span));
            }
            return 0;
        };
        new BulkRun(source(), sink, GroundTruth.none(), tracesPerRequest, workers).run(1_000, (_, _, _) -> {});
        return spans;
    }

    private static TraceSource source() {
        return new TraceSource(
                PACK,
                7,
                ScenarioSettings.defaults(PACK.scenarios()),
                0,
                Timeline.steady(Instant.parse("2026-01-01T00:00:00Z"), 50));
    }
}

package io.hotspan.sampling.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.account.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Real processes on a real broker, killed and moved about; the result must be as if nothing had happened. */
class ExactlyOnceIT {

    private static final int KILLS = Integer.getInteger("hotspan.sampler.kills", 3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AutoClose
    private final SamplerHarness harness = new SamplerHarness();

    private final Workload workload = new Workload(harness, 20261121);

    @Test
    void processKilledAtAnyMoment_losesAndDoublesNothing() throws Exception {
        Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            int decisionsBefore =
                    harness.exists("decisions") ? harness.decisions().size() : 0;
            try (SamplerProcess sampler = process("killed")) {
                // Not before it works, and then in the midst of it.
                workload.send(300);
                await().atMost(PATIENCE).until(() -> workingSince(sampler, decisionsBefore));
                workload.send(300);
                workFor(random.nextInt(1500));
                sampler.kill();
            }
        }
        try (SamplerProcess last = process("killed")) {
            await().atMost(PATIENCE).until(() -> decidedBy(last));
        }
        workload.verify();
        assertThat(workload.revivedCount()).isPositive();
        print(KILLS + " kills");
    }

    @Test
    void partitionsMovingBetweenInstances_loseAndDoubleNothing() {
        List<ConfigurableApplicationContext> running = new ArrayList<>();
        running.add(harness.start(Workload.POLICIES));
        workload.send(500);
        for (int round = 0; round < 3; round++) {
            ConfigurableApplicationContext second = harness.start(Workload.POLICIES);
            workload.send(500);
            await().atMost(PATIENCE).until(() -> partitions(second) > 0);
            workload.send(500);
            harness.stop(running.removeFirst());
            running.add(second);
            workload.send(500);
        }
        await().atMost(PATIENCE).until(workload::isDecided);
        workload.verify();
        assertThat(workload.revivedCount()).isPositive();
        print("3 rebalances");
    }

    @Test
    void offsets_neverPassTheOldestUndecidedTrace() throws Exception {
        ConfigurableApplicationContext sampler =
                harness.start(SamplerHarness.with(Workload.POLICIES, "--hotspan.sampler.inactivity=3s"));
        for (int i = 0; i < 10; i++) {
            workload.send(50);
            workFor(200);
            // Read before the decisions: an offset may only have moved past what was decided by then.
            var offsets = harness.committed();
            harness.assertAllDecidedBelow(offsets);
        }
        await().atMost(PATIENCE).until(workload::isDecided);
        workload.verify();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Account account = harness.account(sampler);
            assertThat(account.spansReceived()).isEqualTo(workload.spanCount());
            assertThat(account.spansUndecided()).isZero();
        });
    }

    private SamplerProcess process(String instance) throws Exception {
        return new SamplerProcess(
                harness.arguments(SamplerHarness.with(Workload.POLICIES, "--hotspan.sampler.instance-id=" + instance)));
    }

    private boolean workingSince(SamplerProcess sampler, int decisions) throws Exception {
        assertThat(sampler.isAlive()).as(sampler.log()).isTrue();
        return harness.exists("decisions") && harness.decisions().size() > decisions;
    }

    private boolean decidedBy(SamplerProcess sampler) throws Exception {
        assertThat(sampler.isAlive()).as(sampler.log()).isTrue();
        return workload.isDecided();
    }

    private static void workFor(int millis) {
        await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
    }

    private static int partitions(ConfigurableApplicationContext sampler) {
        return sampler.getBean(TailSampler.class).statuses().stream()
                .mapToInt(WorkerStatus::partitions)
                .sum();
    }

    private void print(String what) {
        System.out.printf(
                "%s: %d traces, %d of them brought back, %d spans, 0 lost, 0 doubled%n",
                what, workload.traceCount(), workload.revivedCount(), workload.spanCount());
    }
}

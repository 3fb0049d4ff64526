package io.hotspan.writer;

import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DecisionBatch;
import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.PolicyList;
import io.hotspan.telemetry.decision.Ruling;
import io.hotspan.telemetry.decision.Trigger;
import java.util.List;

/** Records of decisions about one trace each: dropped, brought back by a late error, restored. */
final class TestDecisions {
    static final int ENTRIES = 3;

    private static final long NEVER = 1L << 56;
    private static final PolicyList POLICIES = PolicyList.of(
            "all-vote",
            List.of(
                    new PolicyList.Policy("noise", "drop", "{name: noise}"),
                    new PolicyList.Policy("rest", "probability", "{name: rest}")));

    private TestDecisions() {}

    static byte[] record(int number) {
        Decision dropped = new Decision(
                1,
                number + 1,
                Ruling.drop("drop", "noise", NEVER),
                Trigger.MAX_AGE,
                5,
                2,
                number * 10L,
                number * 10L + 10,
                1_800_000_000_123L);
        Decision asked = dropped.reviving(Ruling.lateError(), number * 10L + 15).late(3, number * 10L + 20);
        long[] votes = {Evidence.vote(0), Evidence.NOT_ASKED};

        DecisionBatch batch = new DecisionBatch("sampler-1");
        batch.add(dropped, new Evidence(POLICIES, votes, 77, 4_321, 1_799_999_999_000_000_001L, 1_500_000_000));
        batch.add(asked, null);
        batch.add(asked.revived(5, number * 10L + 15), null);
        return batch.take();
    }
}

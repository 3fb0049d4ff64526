package io.hotspan.sampling.policy;

/** The trace that is being judged. Its bytes are read only if a policy asks for what is in them, and then once. */
final class Trial {

    private final TraceFacts facts;
    private final TraceRecords records;
    private final SpanConditions conditions;
    private final long nowMillis;
    private boolean scanned;

    Trial(TraceFacts facts, TraceRecords records, SpanConditions conditions, long nowMillis) {
        this.facts = facts;
        this.records = records;
        this.conditions = conditions;
        this.nowMillis = nowMillis;
    }

    TraceFacts facts() {
        return facts;
    }

    /** In record time, milliseconds since 1970 UTC. */
    long nowMillis() {
        return nowMillis;
    }

    /** Whether a span of the trace meets the condition of this number. */
    boolean isMet(int condition) {
        if (!scanned) {
            conditions.scan(records);
            scanned = true;
        }
        return conditions.isMet(condition);
    }

    /** Its records, as they came. */
    TraceRecords records() {
        return records;
    }
}

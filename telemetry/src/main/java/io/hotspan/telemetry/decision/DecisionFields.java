package io.hotspan.telemetry.decision;

/** Numbers of the fields in {@code decision.proto}. */
final class DecisionFields {

    static final int BATCH_DECISIONS = 1;
    static final int BATCH_POLICIES = 2;
    static final int BATCH_INSTANCE = 3;

    static final int KEPT = 1;
    static final int REASON = 2;
    static final int POLICY = 3;
    static final int THRESHOLD = 4;
    static final int TRIGGER = 5;
    static final int SPANS = 6;
    static final int ERROR_SPANS = 7;
    static final int DURATION_NANOS = 8;
    static final int LATE_SPANS = 9;
    static final int FIRST_OFFSET = 10;
    static final int SETTLED_BELOW = 11;
    static final int DECIDED_AT_MILLIS = 12;
    static final int TRACE_ID = 13;
    static final int POLICIES = 14;
    static final int VOTES = 15;
    static final int BYTES = 16;
    static final int RULE_ID = 17;
    static final int RULE_VERSION = 18;
    static final int REVIVAL = 19;
    static final int REVIVED_SPANS = 20;
    static final int START_NANOS = 21;
    static final int DRY_RUN = 22;
    static final int REVIVE_FROM = 23;
    static final int REVIVE_BELOW = 24;
    static final int REVIVE_SPANS = 25;
    static final int RANDOMNESS = 26;

    static final int LAST = RANDOMNESS;

    static final int LIST_VERSION = 1;
    static final int LIST_POLICIES = 2;
    static final int LIST_PRECEDENCE = 3;

    static final int LISTED_NAME = 1;
    static final int LISTED_TYPE = 2;
    static final int LISTED_TEXT = 3;

    static final int TRACE_ID_BYTES = 16;

    private DecisionFields() {}

    /** The randomness of a trace that has none of its own. */
    static long randomnessOfId(long low) {
        return low & ((1L << 56) - 1);
    }
}

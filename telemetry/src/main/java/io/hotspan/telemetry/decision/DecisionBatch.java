package io.hotspan.telemetry.decision;

import io.hotspan.telemetry.wire.ProtoWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers decisions into the value of one record, for a record costs more than what it says; see
 * {@code decision.proto}. Not thread-safe.
 */
public final class DecisionBatch {

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int USUAL_ENTRY = 128;
    private static final int USUAL_BATCH = 64 * 1024;

    private final String instance;
    private final ProtoWriter out = new ProtoWriter(USUAL_BATCH);
    private final ProtoWriter entry = new ProtoWriter(USUAL_ENTRY);
    private final ProtoWriter ruling = new ProtoWriter(USUAL_ENTRY);
    private final byte[] traceId = new byte[DecisionFields.TRACE_ID_BYTES];
    // Seldom more than one, and more than two only while policies change.
    private final List<PolicyList> listed = new ArrayList<>();

    private @Nullable Ruling encoded;

    /** Decisions made by this sampler. */
    public DecisionBatch(String instance) {
        this.instance = instance;
    }

    /**
     * Adds an entry and returns by how many bytes the batch has grown.
     *
     * @param evidence for a trace's first entry
     */
    public int add(Decision decision, @Nullable Evidence evidence) {
        int before = out.length();
        if (before == 0) {
            out.text(DecisionFields.BATCH_INSTANCE, instance);
        }
        if (evidence != null) {
            list(evidence.policies());
        }
        entry.clear();
        write(decision);
        if (evidence != null) {
            write(evidence, decision.low());
        }
        out.header(DecisionFields.BATCH_DECISIONS, entry.length());
        out.append(entry);
        return out.length() - before;
    }

    /** Number of bytes so far. */
    public int bytes() {
        return out.length();
    }

    /** The record's value; the batch is empty afterwards. */
    public byte[] take() {
        byte[] value = out.toByteArray();
        clear();
        return value;
    }

    /** Forgets what was added. */
    public void clear() {
        out.clear();
        listed.clear();
    }

    private void write(Decision decision) {
        encode(decision.ruling());
        entry.append(ruling);
        entry.number(DecisionFields.TRIGGER, decision.trigger().number());
        entry.number(DecisionFields.SPANS, decision.spans());
        entry.number(DecisionFields.ERROR_SPANS, decision.errorSpans());
        entry.number(DecisionFields.LATE_SPANS, decision.lateSpans());
        entry.number(DecisionFields.FIRST_OFFSET, decision.firstOffset());
        entry.number(DecisionFields.SETTLED_BELOW, decision.settledBelow());
        entry.number(DecisionFields.DECIDED_AT_MILLIS, decision.decidedAtMillis());
        BIG_ENDIAN.set(traceId, 0, decision.high());
        BIG_ENDIAN.set(traceId, Long.BYTES, decision.low());
        entry.header(DecisionFields.TRACE_ID, DecisionFields.TRACE_ID_BYTES);
        entry.copy(traceId, 0, DecisionFields.TRACE_ID_BYTES);
        Revival revival = decision.revival();
        entry.number(DecisionFields.REVIVAL, revival.state().number());
        entry.number(DecisionFields.REVIVED_SPANS, revival.restored());
        entry.number(DecisionFields.REVIVE_FROM, revival.from());
        entry.number(DecisionFields.REVIVE_BELOW, revival.below());
        entry.number(DecisionFields.REVIVE_SPANS, revival.spans());
    }

    /** Most decisions in a row are ruled alike, and share the ruling. */
    private void encode(Ruling next) {
        if (next.equals(encoded)) {
            return;
        }
        encoded = next;
        ruling.clear();
        ruling.number(DecisionFields.KEPT, next.kept() ? 1 : 0);
        ruling.text(DecisionFields.REASON, next.reason());
        ruling.text(DecisionFields.POLICY, next.policy());
        ruling.number(DecisionFields.THRESHOLD, next.threshold());
        RuleVersion rule = next.rule();
        if (rule != null) {
            ruling.text(DecisionFields.RULE_ID, rule.id());
            ruling.number(DecisionFields.RULE_VERSION, rule.version());
        }
        ruling.number(DecisionFields.DRY_RUN, next.dryRun().number());
    }

    private void write(Evidence evidence, long low) {
        entry.number(DecisionFields.DURATION_NANOS, evidence.durationNanos());
        entry.fixed64(DecisionFields.POLICIES, evidence.policies().version());
        entry.packed(DecisionFields.VOTES, evidence.votesInPlace());
        entry.number(DecisionFields.BYTES, evidence.bytes());
        entry.fixed64(DecisionFields.START_NANOS, evidence.startNanos());
        if (evidence.randomness() != DecisionFields.randomnessOfId(low)) {
            entry.number(DecisionFields.RANDOMNESS, evidence.randomness() + 1);
        }
    }

    private void list(PolicyList policies) {
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i).version() == policies.version()) {
                return;
            }
        }
        listed.add(policies);
        ProtoWriter list = new ProtoWriter(USUAL_ENTRY);
        list.fixed64(DecisionFields.LIST_VERSION, policies.version());
        for (PolicyList.Policy policy : policies.policies()) {
            entry.clear();
            entry.text(DecisionFields.LISTED_NAME, policy.name());
            entry.text(DecisionFields.LISTED_TYPE, policy.type());
            entry.text(DecisionFields.LISTED_TEXT, policy.text());
            list.header(DecisionFields.LIST_POLICIES, entry.length());
            list.append(entry);
        }
        list.text(DecisionFields.LIST_PRECEDENCE, policies.precedence());
        out.header(DecisionFields.BATCH_POLICIES, list.length());
        out.append(list);
    }
}

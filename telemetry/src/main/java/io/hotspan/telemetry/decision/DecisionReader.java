package io.hotspan.telemetry.decision;

import io.hotspan.telemetry.wire.ProtoReader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what {@link DecisionBatch} writes, stepping over fields it does not know. */
public final class DecisionReader {

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long[] NO_VOTES = {};

    private final byte[] bytes;
    private final Map<Long, PolicyList> lists = new HashMap<>();
    private String instance = "";

    private DecisionReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Hands out the decisions of a record's value in order.
     *
     * @throws IllegalArgumentException if it is damaged; decisions before the damage have been handed out
     */
    public static void forEach(byte[] value, Consumer<Decision> action) {
        new DecisionReader(value).entries(entry -> action.accept(entry.decision()));
    }

    /**
     * The same with the evidence.
     *
     * @throws IllegalArgumentException if it is damaged; entries before the damage may have been handed out
     */
    public static void forEachEntry(byte[] value, Consumer<DecisionEntry> action) {
        DecisionReader reader = new DecisionReader(value);
        reader.readCommon();
        reader.entries(action);
    }

    private void readCommon() {
        ProtoReader in = new ProtoReader(bytes, 0, bytes.length);
        while (in.next()) {
            if (in.isLengthDelimited(DecisionFields.BATCH_POLICIES)) {
                PolicyList list = list(in.valueStart(), in.valueEnd());
                lists.put(list.version(), list);
            } else if (in.isLengthDelimited(DecisionFields.BATCH_INSTANCE)) {
                instance = in.text();
            }
        }
    }

    private void entries(Consumer<DecisionEntry> action) {
        ProtoReader in = new ProtoReader(bytes, 0, bytes.length);
        while (in.next()) {
            if (in.isLengthDelimited(DecisionFields.BATCH_DECISIONS)) {
                action.accept(entry(in.valueStart(), in.valueEnd()));
            }
        }
    }

    private DecisionEntry entry(int from, int to) {
        String reason = "";
        String policy = "";
        String rule = "";
        long high = 0;
        long low = 0;
        long[] votes = NO_VOTES;
        long[] numbers = new long[DecisionFields.LAST + 1];
        ProtoReader in = new ProtoReader(bytes, from, to);
        while (in.next()) {
            switch (in.field()) {
                case DecisionFields.REASON -> reason = in.text();
                case DecisionFields.POLICY -> policy = in.text();
                case DecisionFields.RULE_ID -> rule = in.text();
                case DecisionFields.VOTES -> votes = in.numbers();
                case DecisionFields.TRACE_ID -> {
                    if (in.valueEnd() - in.valueStart() != DecisionFields.TRACE_ID_BYTES) {
                        throw new IllegalArgumentException("a decision's trace id must have 16 bytes");
                    }
                    high = (long) BIG_ENDIAN.get(bytes, in.valueStart());
                    low = (long) BIG_ENDIAN.get(bytes, in.valueStart() + Long.BYTES);
                }
                default -> {
                    if (in.field() < numbers.length) {
                        numbers[in.field()] = in.number();
                    }
                }
            }
        }
        if ((high | low) == 0) {
            throw new IllegalArgumentException("a decision names no trace");
        }
        Ruling ruling = new Ruling(
                numbers[DecisionFields.KEPT] != 0,
                reason,
                policy,
                numbers[DecisionFields.THRESHOLD],
                rule.isEmpty() ? null : new RuleVersion(rule, numbers[DecisionFields.RULE_VERSION]),
                DryRun.of(numbers[DecisionFields.DRY_RUN]));
        Decision decision = new Decision(
                high,
                low,
                ruling,
                Trigger.of(numbers[DecisionFields.TRIGGER]),
                (int) numbers[DecisionFields.SPANS],
                (int) numbers[DecisionFields.ERROR_SPANS],
                (int) numbers[DecisionFields.LATE_SPANS],
                revival(numbers),
                numbers[DecisionFields.FIRST_OFFSET],
                numbers[DecisionFields.SETTLED_BELOW],
                numbers[DecisionFields.DECIDED_AT_MILLIS]);
        return new DecisionEntry(decision, evidence(numbers, votes, low), instance);
    }

    private static Revival revival(long[] numbers) {
        Revival.State state = Revival.State.of(numbers[DecisionFields.REVIVAL]);
        return state == Revival.State.NONE
                ? Revival.NONE
                : new Revival(
                        state,
                        numbers[DecisionFields.REVIVE_FROM],
                        numbers[DecisionFields.REVIVE_BELOW],
                        (int) numbers[DecisionFields.REVIVE_SPANS],
                        (int) numbers[DecisionFields.REVIVED_SPANS]);
    }

    private @Nullable Evidence evidence(long[] numbers, long[] votes, long low) {
        long version = numbers[DecisionFields.POLICIES];
        return version == 0
                ? null
                : new Evidence(
                        lists.getOrDefault(version, PolicyList.UNKNOWN),
                        votes,
                        randomness(numbers, low),
                        numbers[DecisionFields.BYTES],
                        numbers[DecisionFields.START_NANOS],
                        numbers[DecisionFields.DURATION_NANOS]);
    }

    private static long randomness(long[] numbers, long low) {
        long given = numbers[DecisionFields.RANDOMNESS];
        return given == 0 ? DecisionFields.randomnessOfId(low) : given - 1;
    }

    private PolicyList list(int from, int to) {
        long version = 0;
        String precedence = "";
        List<PolicyList.Policy> policies = new ArrayList<>();
        ProtoReader in = new ProtoReader(bytes, from, to);
        while (in.next()) {
            switch (in.field()) {
                case DecisionFields.LIST_VERSION -> version = in.number();
                case DecisionFields.LIST_PRECEDENCE -> precedence = in.text();
                case DecisionFields.LIST_POLICIES -> policies.add(policy(in.valueStart(), in.valueEnd()));
                default -> {}
            }
        }
        return new PolicyList(version, precedence, policies);
    }

    private PolicyList.Policy policy(int from, int to) {
        String[] texts = {"", "", "", ""};
        ProtoReader in = new ProtoReader(bytes, from, to);
        while (in.next()) {
            if (in.field() < texts.length) {
                texts[in.field()] = in.text();
            }
        }
        return new PolicyList.Policy(
                texts[DecisionFields.LISTED_NAME],
                texts[DecisionFields.LISTED_TYPE],
                texts[DecisionFields.LISTED_TEXT]);
    }
}

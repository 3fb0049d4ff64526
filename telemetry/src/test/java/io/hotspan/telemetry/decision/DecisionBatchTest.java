package io.hotspan.telemetry.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DecisionBatchTest {

    private static final PolicyList POLICIES = PolicyList.of(
            "all-vote",
            List.of(
                    new PolicyList.Policy("errors", "error", "{name: errors, type: error}"),
                    new PolicyList.Policy("rest", "probability", "{name: rest, type: probability, probability: 0.1}")));
    private static final PolicyList OTHERS = PolicyList.of("first-match", POLICIES.policies());

    @Property
    void entry_survivesEncoding(
            @ForAll boolean kept,
            @ForAll String text,
            @ForAll @LongRange(min = 0, max = 1L << 56) long threshold,
            @ForAll Trigger trigger,
            @ForAll Revival.State state,
            @ForAll DryRun dryRun,
            @ForAll @IntRange(min = 0) int spans,
            @ForAll @LongRange(min = 0) long offset,
            @ForAll @LongRange(min = 0, max = (1L << 56) - 1) long randomness,
            @ForAll long startNanos) {
        String policy = text.replaceAll("[\\ud800-\\udfff]", "");
        RuleVersion rule = policy.isEmpty() ? null : new RuleVersion(policy, offset);
        Decision decision = new Decision(
                1,
                2,
                new Ruling(kept, "error", policy, threshold, rule, dryRun),
                trigger,
                spans,
                3,
                spans,
                state == Revival.State.NONE ? Revival.NONE : new Revival(state, offset, offset + 1, spans, 7),
                offset,
                offset,
                offset);
        long[] votes = {Evidence.NOT_ASKED, Evidence.NO_OPINION, Evidence.vote(threshold)};
        Evidence evidence = new Evidence(POLICIES, votes, randomness, offset, startNanos, offset);

        DecisionBatch batch = new DecisionBatch("sampler-0");
        batch.add(decision, evidence);
        batch.add(decision, null);

        assertThat(entries(batch.take()))
                .containsExactly(
                        new DecisionEntry(decision, evidence, "sampler-0"),
                        new DecisionEntry(decision, null, "sampler-0"));
    }

    @Test
    void policies_areWrittenOnceARecord() {
        DecisionBatch batch = new DecisionBatch("a");
        int first = batch.add(decision(), evidence(POLICIES));
        int second = batch.add(decision(), evidence(POLICIES));
        int changed = batch.add(decision(), evidence(OTHERS));
        int back = batch.add(decision(), evidence(POLICIES));

        assertThat(List.of(first - second, changed - second)).allMatch(list -> list > 100 && list < 160);
        assertThat(back).isEqualTo(second);
        assertThat(entries(batch.take()))
                .extracting(entry -> Objects.requireNonNull(entry.evidence()).policies())
                .containsExactly(POLICIES, POLICIES, OTHERS, POLICIES);
        assertThat(batch.add(decision(), evidence(POLICIES)))
                .as("a new record says it again")
                .isEqualTo(first);
    }

    @Test
    void usualEntry_takesLittleRoom() {
        DecisionBatch batch = new DecisionBatch("a");
        batch.add(decision(), evidence(POLICIES));

        assertThat(batch.add(decision(), evidence(POLICIES))).isLessThan(110);
        assertThat(batch.add(decision(), null)).isLessThan(75);
    }

    /** Written by protobuf's own library, with fields of a version to come. */
    @Test
    void fieldsOfALaterVersion_areSteppedOver() throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(entry);
        out.writeByteArray(13, new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2});
        out.writeString(99, "more");
        out.writeBool(1, true);
        out.writeString(2, "latency");
        out.writeFixed64(200, 5);
        out.writeEnum(5, 77);
        out.writeEnum(19, 9);
        out.writeUInt32(6, 12);
        out.flush();
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        CodedOutputStream outer = CodedOutputStream.newInstance(batch);
        outer.writeUInt32(9, 4);
        outer.writeByteArray(1, entry.toByteArray());
        outer.flush();

        Decision decision = read(batch.toByteArray()).getFirst();

        assertThat(decision.high()).isEqualTo(1);
        assertThat(decision.low()).isEqualTo(2);
        assertThat(decision.ruling()).isEqualTo(Ruling.keep("latency", "", 0));
        assertThat(decision.spans()).isEqualTo(12);
        assertThat(decision.trigger()).isEqualTo(Trigger.INACTIVITY);
        assertThat(decision.revival()).isEqualTo(Revival.NONE);
    }

    /** Votes and version as protobuf's own library writes them. */
    @Test
    void evidence_hasTheStandardsEncoding() throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(entry);
        out.writeByteArray(13, new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2});
        out.writeFixed64(14, 0x8877_6655_4433_2211L);
        // 0, 1, 300: the last as two bytes.
        out.writeByteArray(15, new byte[] {0, 1, (byte) 0xac, 2});
        out.writeUInt64(16, 1_000);
        out.writeFixed64(21, 1_800_000_000_000_000_000L);
        out.flush();
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        CodedOutputStream outer = CodedOutputStream.newInstance(batch);
        outer.writeByteArray(1, entry.toByteArray());
        outer.writeString(3, "sampler-0");
        outer.flush();

        DecisionEntry read = entries(batch.toByteArray()).getFirst();

        assertThat(read.instance()).isEqualTo("sampler-0");
        assertThat(read.evidence())
                .isEqualTo(new Evidence(
                        PolicyList.UNKNOWN, new long[] {0, 1, 300}, 2, 1_000, 1_800_000_000_000_000_000L, 0));
    }

    @Test
    void version_isThatOfPrecedenceAndTexts() {
        assertThat(PolicyList.of("all-vote", POLICIES.policies())).isEqualTo(POLICIES);
        assertThat(OTHERS.version()).isNotEqualTo(POLICIES.version());
        assertThat(PolicyList.of("all-vote", POLICIES.policies().reversed()).version())
                .isNotEqualTo(POLICIES.version());
        // SHA-256 of "x" begins with these bytes.
        assertThat(PolicyList.of("x", List.of()).version()).isEqualTo(0x2d71_1642_b726_b044L);
    }

    @Test
    void damagedValue_isRefused() {
        DecisionBatch batch = new DecisionBatch("a");
        batch.add(decision(), null);
        byte[] whole = batch.take();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)))
                .withMessageContaining("damaged protobuf");
    }

    private static Decision decision() {
        return new Decision(
                1,
                2,
                Ruling.drop("not-sampled", "rest", 0xe6_6600_0000_0000L),
                Trigger.INACTIVITY,
                12,
                0,
                5_000_000,
                5_000_400,
                1_800_000_000_000L);
    }

    private static Evidence evidence(PolicyList policies) {
        long[] votes = {Evidence.NO_OPINION, Evidence.vote(0xe6_6600_0000_0000L)};
        return new Evidence(policies, votes, 2, 7_000, 1_800_000_000_000_000_000L, 250_000_000);
    }

    private static List<Decision> read(byte[] value) {
        List<Decision> decisions = new ArrayList<>();
        DecisionReader.forEach(value, decisions::add);
        return decisions;
    }

    private static List<DecisionEntry> entries(byte[] value) {
        List<DecisionEntry> entries = new ArrayList<>();
        DecisionReader.forEachEntry(value, entries::add);
        return entries;
    }
}

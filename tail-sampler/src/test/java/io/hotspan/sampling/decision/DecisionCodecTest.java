package io.hotspan.sampling.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DecisionCodecTest {

    @Property
    void decision_survivesEncoding(
            @ForAll boolean kept,
            @ForAll String text,
            @ForAll @LongRange(min = 0, max = 1L << 56) long threshold,
            @ForAll Trigger trigger,
            @ForAll @IntRange(min = 0) int spans,
            @ForAll @LongRange(min = 0) long offset) {
        Ruling ruling = new Ruling(kept, "error", text.replaceAll("[\\ud800-\\udfff]", ""), threshold);
        Decision decision = new Decision(1, 2, ruling, trigger, spans, 3, offset, spans, offset, offset, offset);

        assertThat(read(written(decision))).containsExactly(decision);
    }

    @Test
    void usualDecision_takesLittleRoom() {
        Ruling ruling = Ruling.drop("not-sampled", "rest", 0xe6_6600_0000_0000L);
        Decision decision = new Decision(
                1, 2, ruling, Trigger.INACTIVITY, 12, 0, 250_000_000, 0, 5_000_000, 5_000_400, 1_800_000_000_000L);

        assertThat(written(decision)).hasSizeLessThan(80);
    }

    /** Written by protobuf's own library, with fields of a version to come. */
    @Test
    void fieldsOfALaterVersion_areSteppedOver() throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(entry);
        out.writeByteArray(13, new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2});
        out.writeString(14, "instance-7");
        out.writeBool(1, true);
        out.writeString(2, "latency");
        out.writeFixed64(200, 5);
        out.writeEnum(5, 77);
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
    }

    @Test
    void damagedValue_isRefused() {
        byte[] whole =
                written(new Decision(1, 2, Ruling.keep("error", "errors", 0), Trigger.MAX_AGE, 1, 1, 1, 0, 1, 2, 3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)))
                .withMessageContaining("damaged protobuf");
    }

    private static byte[] written(Decision... decisions) {
        DecisionBatch batch = new DecisionBatch();
        for (Decision decision : decisions) {
            batch.add(decision);
        }
        return batch.take();
    }

    private static List<Decision> read(byte[] value) {
        List<Decision> decisions = new ArrayList<>();
        DecisionCodec.forEach(value, decisions::add);
        return decisions;
    }
}

package io.hotspan.sampling.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.policy.Judge;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.probability.Threshold;
import io.hotspan.sampling.rollup.SpanCells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class TraceBufferTest {
    private static final Judge JUDGE = new PolicySet(List.of()).judge(1);

    /** The same, as plainly as it can be said. */
    private static final class Model {
        final Map<Long, List<Integer>> offsets = new LinkedHashMap<>();

        long firstOffset(long trace) {
            return Objects.requireNonNull(offsets.get(trace)).getFirst();
        }

        long lastOffset(long trace) {
            return Objects.requireNonNull(offsets.get(trace)).getLast();
        }

        @Nullable
        Long oldest() {
            return offsets.keySet().stream()
                    .min(Comparator.comparingLong(this::firstOffset))
                    .orElse(null);
        }

        @Nullable
        Long quietest() {
            return offsets.keySet().stream()
                    .min(Comparator.comparingLong(this::lastOffset))
                    .orElse(null);
        }
    }

    @Property
    void buffer_findsWhatANaiveModelFinds(@ForAll List<@IntRange(max = 13) Integer> actions) {
        TraceBuffer buffer = new TraceBuffer(1);
        Model model = new Model();
        for (int offset = 0; offset < actions.size(); offset++) {
            int action = actions.get(offset);
            if (action == 12) {
                remove(buffer, buffer.oldest(), model, model.oldest());
            } else if (action == 13) {
                remove(buffer, buffer.quietest(), model, model.quietest());
            } else {
                long trace = action + 1L;
                BufferedTrace found = buffer.find(0, trace);
                assertThat(found != null).isEqualTo(model.offsets.containsKey(trace));
                BufferedTrace buffered = found == null ? buffer.begin(0, trace, offset, offset, JUDGE) : found;
                buffer.append(buffered, record(trace, offset), offset, offset);
                model.offsets.computeIfAbsent(trace, t -> new ArrayList<>()).add(offset);
            }
            compare(buffer, model);
        }
    }

    private static void remove(
            TraceBuffer buffer, @Nullable BufferedTrace trace, Model model, @Nullable Long expected) {
        if (trace == null) {
            assertThat(expected).isNull();
            return;
        }
        assertThat(trace.low()).isEqualTo(expected);
        List<Integer> offsets = Objects.requireNonNull(model.offsets.remove(trace.low()));
        assertThat(trace.spans()).isEqualTo(2 * offsets.size());
        assertThat(trace.durationNanos()).isEqualTo(offsets.getLast() + 5L - offsets.getFirst());
        List<String> found = new ArrayList<>();
        buffer.visit(
                trace,
                (bytes, offset, length, timestamp) ->
                        found.add(timestamp + ":" + HexFormat.of().formatHex(bytes, offset, offset + length)));
        assertThat(found)
                .isEqualTo(offsets.stream()
                        .map(offset -> offset + ":" + HexFormat.of().formatHex(content(offset)))
                        .toList());
        buffer.remove(trace);
        assertThat(Arrays.asList(trace.earlier, trace.later, trace.quieter, trace.livelier))
                .as("what a removed trace keeps from the garbage collector")
                .containsOnlyNulls();
    }

    private static InputRecord record(long trace, int offset) {
        byte[] bytes = content(offset);
        return new InputRecord(
                bytes,
                0,
                bytes.length,
                0,
                trace,
                2,
                0,
                offset,
                offset + 5L,
                Threshold.ABSENT,
                false,
                SpanCells.NONE,
                0,
                null);
    }

    /** Mostly a few bytes; some need a slab of their own. */
    private static byte[] content(int offset) {
        byte[] bytes = new byte[offset % 7 == 6 ? RecordStore.SLAB_BYTES + offset : offset % 50];
        Arrays.fill(bytes, (byte) offset);
        return bytes;
    }

    private static void compare(TraceBuffer buffer, Model model) {
        BufferedTrace oldest = buffer.oldest();
        BufferedTrace quietest = buffer.quietest();
        assertThat(oldest == null ? null : oldest.low()).isEqualTo(model.oldest());
        assertThat(quietest == null ? null : quietest.low()).isEqualTo(model.quietest());
        assertThat(oldest == null || oldest.firstOffset() == model.firstOffset(oldest.low()))
                .isTrue();
        assertThat(buffer.size()).isEqualTo(model.offsets.size());
        assertThat(buffer.spans())
                .isEqualTo(model.offsets.values().stream()
                        .mapToLong(offsets -> 2L * offsets.size())
                        .sum());
        long content = model.offsets.values().stream()
                .flatMap(List::stream)
                .mapToLong(offset -> content(offset).length)
                .sum();
        assertThat(buffer.bytes()).isGreaterThanOrEqualTo(content);
    }
}

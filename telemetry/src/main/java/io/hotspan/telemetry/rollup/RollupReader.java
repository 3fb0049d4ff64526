package io.hotspan.telemetry.rollup;

import io.hotspan.telemetry.latency.LatencyBuckets;
import io.hotspan.telemetry.wire.ProtoReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what {@link RollupBatch} writes, stepping over fields it does not know. */
public final class RollupReader {

    private static final int LAST_FIELD = RollupBatch.SPANS;

    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();

    private RollupReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Hands out every rollup of a record's value.
     *
     * @throws MalformedRollupException at the first fault; rollups before it have been handed out
     */
    public static void forEach(byte[] value, Consumer<Rollup> action) throws MalformedRollupException {
        new RollupReader(value).read(action);
    }

    private void read(Consumer<Rollup> action) throws MalformedRollupException {
        ProtoReader fields = new ProtoReader(bytes, 0, bytes.length);
        while (next(fields)) {
            if (fields.isLengthDelimited(RollupBatch.TEXT)) {
                texts.add(fields.text());
            } else if (fields.isLengthDelimited(RollupBatch.ROLLUP)) {
                action.accept(rollup(new ProtoReader(bytes, fields.valueStart(), fields.valueEnd())));
            }
        }
    }

    private Rollup rollup(ProtoReader in) throws MalformedRollupException {
        long[] fields = new long[LAST_FIELD + 1];
        while (next(in)) {
            if (in.field() <= LAST_FIELD) {
                fields[in.field()] = in.number();
            }
        }
        return new Rollup(
                checked("start", fields[RollupBatch.START], Long.MAX_VALUE / 1_000_000_000L) * Rollup.STEP_SECONDS,
                text(fields[RollupBatch.SERVICE]),
                text(fields[RollupBatch.OPERATION]),
                (int) checked("kind", fields[RollupBatch.KIND], Rollup.UNKNOWN_KIND),
                (int) checked("status", fields[RollupBatch.STATUS], Rollup.UNKNOWN_STATUS),
                fields[RollupBatch.ROOT] != 0,
                (int) checked("bucket", fields[RollupBatch.BUCKET], LatencyBuckets.MAX_INDEX + 1L) - 1,
                checked("spans", fields[RollupBatch.SPANS], Long.MAX_VALUE));
    }

    private String text(long index) throws MalformedRollupException {
        return texts.get((int) checked("text", index, texts.size() - 1L));
    }

    private static long checked(String what, long value, long max) throws MalformedRollupException {
        if (value < 0 || value > max) {
            throw new MalformedRollupException("a rollup's " + what + " is out of range: " + value);
        }
        return value;
    }

    private static boolean next(ProtoReader fields) throws MalformedRollupException {
        try {
            return fields.next();
        } catch (IllegalArgumentException damaged) {
            throw new MalformedRollupException(String.valueOf(damaged.getMessage()));
        }
    }
}

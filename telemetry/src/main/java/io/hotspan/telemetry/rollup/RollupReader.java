package io.hotspan.telemetry.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.telemetry.latency.LatencyBuckets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads what {@link RollupBatch} writes, stepping over fields it does not know. */
public final class RollupReader {

    private static final int LENGTH_DELIMITED = 2;
    private static final int LAST_FIELD = RollupBatch.SPANS;

    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();
    private int position;

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
        while (position < bytes.length) {
            long tag = varint(bytes.length);
            if (tag == (RollupBatch.TEXT << 3 | LENGTH_DELIMITED)) {
                int end = end(bytes.length);
                texts.add(new String(bytes, position, end - position, UTF_8));
                position = end;
            } else if (tag == (RollupBatch.ROLLUP << 3 | LENGTH_DELIMITED)) {
                action.accept(rollup(end(bytes.length)));
            } else {
                skip(tag, bytes.length);
            }
        }
    }

    private Rollup rollup(int end) throws MalformedRollupException {
        long[] fields = new long[LAST_FIELD + 1];
        while (position < end) {
            long tag = varint(end);
            if ((tag & 7) == 0 && tag >>> 3 <= LAST_FIELD) {
                fields[(int) (tag >>> 3)] = varint(end);
            } else {
                skip(tag, end);
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

    private void skip(long tag, int limit) throws MalformedRollupException {
        switch ((int) (tag & 7)) {
            case 0 -> varint(limit);
            case 1 -> advance(Long.BYTES, limit);
            case LENGTH_DELIMITED -> position = end(limit);
            case 5 -> advance(Integer.BYTES, limit);
            default -> throw new MalformedRollupException("unexpected wire type " + (tag & 7));
        }
    }

    private int end(int limit) throws MalformedRollupException {
        long length = varint(limit);
        if (length < 0 || length > limit - position) {
            throw new MalformedRollupException("a field is longer than what is left of its message");
        }
        return position + (int) length;
    }

    private void advance(int count, int limit) throws MalformedRollupException {
        if (count > limit - position) {
            throw new MalformedRollupException("the message ends within a number");
        }
        position += count;
    }

    private long varint(int limit) throws MalformedRollupException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (position >= limit) {
                throw new MalformedRollupException("the message ends within a number");
            }
            byte next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedRollupException("a number is longer than ten bytes");
    }
}

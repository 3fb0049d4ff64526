package io.hotspan.sampling.decision;

import io.hotspan.telemetry.wire.ProtoWriter;

/** Gathers decisions into the value of one record. Not thread-safe. */
public final class DecisionBatch {

    private static final int USUAL_ENTRY = 128;
    private static final int USUAL_BATCH = 64 * 1024;

    private final ProtoWriter out = new ProtoWriter(USUAL_BATCH);
    private final ProtoWriter entry = new ProtoWriter(USUAL_ENTRY);
    private final byte[] traceId = new byte[2 * Long.BYTES];

    /** Adds a decision and returns by how many bytes the batch has grown. */
    public int add(Decision decision) {
        int before = out.length();
        DecisionCodec.writeEntry(out, entry, traceId, decision);
        return out.length() - before;
    }

    /** Number of bytes so far. */
    public int bytes() {
        return out.length();
    }

    /** The record's value; the batch is empty afterwards. */
    public byte[] take() {
        byte[] value = out.toByteArray();
        out.clear();
        return value;
    }

    /** Forgets what was added. */
    public void clear() {
        out.clear();
    }
}

package io.hotspan.telemetry.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.telemetry.wire.ProtoWriter;
import java.util.HashMap;
import java.util.Map;

/** Gathers rollups into the value of one record; see {@code rollup.proto}. Not thread-safe. */
public final class RollupBatch {

    static final int TEXT = 1;
    static final int ROLLUP = 2;

    static final int START = 1;
    static final int SERVICE = 2;
    static final int OPERATION = 3;
    static final int KIND = 4;
    static final int STATUS = 5;
    static final int ROOT = 6;
    static final int BUCKET = 7;
    static final int SPANS = 8;

    private static final int USUAL_BYTES = 256;

    private final Map<String, Integer> texts = new HashMap<>();
    private final ProtoWriter dictionary = new ProtoWriter(USUAL_BYTES);
    private final ProtoWriter rollups = new ProtoWriter(USUAL_BYTES);
    private final ProtoWriter entry = new ProtoWriter(USUAL_BYTES);

    /** Adds a rollup. */
    public void add(Rollup rollup) {
        entry.clear();
        entry.number(START, rollup.startSeconds() / Rollup.STEP_SECONDS);
        entry.number(SERVICE, text(rollup.service()));
        entry.number(OPERATION, text(rollup.operation()));
        entry.number(KIND, rollup.kind());
        entry.number(STATUS, rollup.status());
        entry.number(ROOT, rollup.root() ? 1 : 0);
        // The lowest bucket is -1.
        entry.number(BUCKET, rollup.bucket() + 1L);
        entry.number(SPANS, rollup.spans());
        rollups.header(ROLLUP, entry.length());
        rollups.append(entry);
    }

    /** Number of bytes so far. */
    public int bytes() {
        return dictionary.length() + rollups.length();
    }

    /** The record's value, texts first; the batch is empty afterwards. */
    public byte[] take() {
        dictionary.append(rollups);
        byte[] value = dictionary.toByteArray();
        clear();
        return value;
    }

    /** Forgets what was added. */
    public void clear() {
        texts.clear();
        dictionary.clear();
        rollups.clear();
    }

    private int text(String text) {
        Integer known = texts.get(text);
        if (known != null) {
            return known;
        }
        byte[] utf8 = text.getBytes(UTF_8);
        // An empty text has a number too, so it must not be left out.
        dictionary.header(TEXT, utf8.length);
        dictionary.copy(utf8, 0, utf8.length);
        texts.put(text, texts.size());
        return texts.size() - 1;
    }
}

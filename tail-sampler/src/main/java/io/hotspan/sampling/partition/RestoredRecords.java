package io.hotspan.sampling.partition;

import io.hotspan.sampling.ingest.InputRecord;
import java.util.List;

/**
 * Records of a trace that is brought back, read again: all there are from one input offset to below another.
 *
 * @param from where its revival stood when they were read
 * @param upTo where it stands when they are out
 */
public record RestoredRecords(long high, long low, long from, long upTo, List<Restored> records) {

    public RestoredRecords {
        records = List.copyOf(records);
    }

    /** One record; its bytes are its own. */
    public record Restored(InputRecord value, long timestampMillis) {}
}

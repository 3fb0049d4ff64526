package io.hotspan.generator.bulk;

/** Told how a bulk run gets on. Thread-safe. */
public interface BulkProgress {

    /** A request with these was taken; {@code rejectedSpans} of its spans were not. */
    void delivered(int traces, long spans, long rejectedSpans);
}

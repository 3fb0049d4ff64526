package io.hotspan.benchmarks.throughput;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The same spans in the three forms in which the stages and their baselines take them: OTLP requests, Kafka records,
 * and rows.
 */
final class Dataset implements AutoCloseable {

    /** Encoded export requests. */
    final Spool requests;
    /** {@linkplain TraceRecord Records}, as the receiver makes them of the requests. */
    final Spool records;
    /** Records of traces that come long after all others, one a partition at least. */
    final Spool after;
    /** RowBinary, as many rows an entry as the writer inserts at once. */
    final Spool rows;

    private long traces;
    private long spans;
    private long bytes;

    Dataset(Path directory) throws IOException {
        requests = new Spool(directory.resolve("requests"));
        records = new Spool(directory.resolve("records"));
        after = new Spool(directory.resolve("after"));
        rows = new Spool(directory.resolve("rows"));
    }

    void count(long moreTraces, long moreSpans, long moreBytes) {
        traces += moreTraces;
        spans += moreSpans;
        bytes += moreBytes;
    }

    long traces() {
        return traces;
    }

    long spans() {
        return spans;
    }

    /** Size of all spans as OTLP requests. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        requests.close();
        records.close();
        after.close();
        rows.close();
    }
}

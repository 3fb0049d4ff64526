package io.hotspan.writer.batch;

import io.hotspan.writer.row.RowBuffer;
import io.hotspan.writer.row.RowKind;

/** Where rows go: spans, and beside them rollups. An insert that is repeated with its token takes effect once. */
public interface SpanTable {

    /** Makes the tables, or brings them to this release's form. */
    void prepare();

    /**
     * Inserts the rows that lie in {@code [from, to)} of {@code rows}, and returns once they are stored.
     *
     * @param kind what the rows are
     * @param token names the insert; the same for a repetition
     * @throws RowsRejectedException if the table will never take these rows
     * @throws TableUnavailableException if it may take them later
     */
    void insert(RowKind kind, RowBuffer rows, int from, int to, String token)
            throws RowsRejectedException, TableUnavailableException;
}

package io.hotspan.heatmap.testing;

import java.time.Duration;
import org.awaitility.Awaitility;

/** A span table whose reading does not end: a view over numbers without end. */
public final class SlowTable {
    private final SpanTable table;

    public SlowTable() {
        this(SpanTable.missing());
    }

    /** Where there is no table yet. */
    public SlowTable(SpanTable missing) {
        this.table = missing;
        table.execute("""
                CREATE VIEW otel_traces AS
                SELECT
                    toDateTime64('2026-03-01 14:00:00', 9, 'UTC') AS Timestamp, toString(number) AS TraceId,
                    toString(number) AS SpanId, '' AS ParentSpanId, 'Server' AS SpanKind, 'GET /' AS SpanName,
                    'cart' AS ServiceName, 'Unset' AS StatusCode, number AS Duration,
                    toInt16(number % 100) AS LatencyBucket, toFloat64(1 + number % 2) AS SampleWeight, '' AS SampleReason
                FROM numbers(1000000000000)""");
    }

    public SpanTable table() {
        return table;
    }

    /** How many queries of services read the table now. */
    public long runningQueries() {
        return Long.parseLong(table.execute("""
                SELECT count() FROM system.processes
                WHERE query_id LIKE 'hotspan-%%' AND positionCaseInsensitive(query, '%s') > 0""".formatted(table.database())));
    }

    public void awaitRunningQueries(long count, Duration atMost) {
        Awaitility.await().atMost(atMost).until(() -> runningQueries() == count);
    }
}

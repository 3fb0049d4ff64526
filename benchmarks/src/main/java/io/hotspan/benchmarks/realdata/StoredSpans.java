package io.hotspan.benchmarks.realdata;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Counts what lies in ClickHouse, over its own HTTP interface. */
record StoredSpans(URI clickHouse) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /**
     * Stored spans of a stretch of time.
     *
     * @param rows all of them
     * @param distinct without repeated deliveries of the same span
     */
    record Count(long rows, long distinct) {}

    Count between(long fromNanos, long toNanos) throws IOException, InterruptedException {
        String sql = """
                SELECT count(), uniqExact(TraceId, SpanId) FROM otel.otel_traces
                WHERE Timestamp BETWEEN fromUnixTimestamp64Nano(toInt64(%d)) AND fromUnixTimestamp64Nano(toInt64(%d))
                FORMAT TSV""".formatted(fromNanos, toNanos);
        HttpResponse<String> response = CLIENT.send(
                HttpRequest.newBuilder(clickHouse)
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("ClickHouse answered " + response.body());
        }
        String[] numbers = response.body().strip().split("\t", -1);
        return new Count(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }
}

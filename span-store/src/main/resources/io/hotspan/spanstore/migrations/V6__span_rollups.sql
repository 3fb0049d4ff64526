-- Counts of all spans, made before sampling. Rows that differ in nothing but their count are added up by merges, and
-- by the sum() that every question must therefore contain.
CREATE TABLE IF NOT EXISTS ${database}.${table}_rollups (
    Time DateTime64(0) CODEC(Delta(8), ZSTD(1)),
    ServiceName LowCardinality(String) CODEC(ZSTD(1)),
    SpanName LowCardinality(String) CODEC(ZSTD(1)),
    SpanKind LowCardinality(String) CODEC(ZSTD(1)),
    StatusCode LowCardinality(String) CODEC(ZSTD(1)),
    IsRoot Bool CODEC(ZSTD(1)),
    LatencyBucket Int16 CODEC(ZSTD(1)),
    Spans UInt64 CODEC(T64, ZSTD(1))
) ENGINE = SummingMergeTree(Spans)
PARTITION BY toDate(Time)
ORDER BY (ServiceName, SpanName, Time, SpanKind, StatusCode, IsRoot, LatencyBucket)
${rollupTtl}
SETTINGS index_granularity = 8192, ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000;

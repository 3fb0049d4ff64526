-- What was decided about every trace, dropped ones too: a row for each entry of the sampler's decision log. The newest
-- row of a trace is its state, by (SettledBelow, Revival, RevivedSpans); its first row alone has votes and what else explains them.
-- Policies are spelt out in some rows of each PolicyVersion, many in every part, so that a look-up soon meets one.
CREATE TABLE IF NOT EXISTS ${database}.${table}_decisions (
    Timestamp DateTime64(3) CODEC(Delta(8), ZSTD(1)),
    TraceId String CODEC(ZSTD(1)),
    Kept Bool CODEC(ZSTD(1)),
    Reason LowCardinality(String) CODEC(ZSTD(1)),
    Policy LowCardinality(String) CODEC(ZSTD(1)),
    Threshold UInt64 CODEC(ZSTD(1)),
    Weight Float64 CODEC(ZSTD(1)),
    DryRun Enum8('off' = 0, 'kept' = 1, 'dropped' = 2) CODEC(ZSTD(1)),
    Trigger Enum8('inactivity' = 1, 'max-age' = 2, 'buffer-full' = 3) CODEC(ZSTD(1)),
    Spans UInt32 CODEC(T64, ZSTD(1)),
    ErrorSpans UInt32 CODEC(T64, ZSTD(1)),
    LateSpans UInt32 CODEC(T64, ZSTD(1)),
    RevivedSpans UInt32 CODEC(T64, ZSTD(1)),
    Revival Enum8('none' = 0, 'asked' = 1, 'done' = 2, 'partial' = 3) CODEC(ZSTD(1)),
    RuleId LowCardinality(String) CODEC(ZSTD(1)),
    RuleVersion UInt64 CODEC(T64, ZSTD(1)),
    PolicyVersion UInt64 CODEC(ZSTD(1)),
    Precedence LowCardinality(String) CODEC(ZSTD(1)),
    Policies Array(LowCardinality(String)) CODEC(ZSTD(1)),
    PolicyTypes Array(LowCardinality(String)) CODEC(ZSTD(1)),
    PolicyTexts Array(LowCardinality(String)) CODEC(ZSTD(1)),
    Votes Array(UInt64) CODEC(ZSTD(1)),
    Randomness UInt64 CODEC(ZSTD(1)),
    Start DateTime64(9) CODEC(Delta(8), ZSTD(1)),
    Duration UInt64 CODEC(T64, ZSTD(1)),
    Bytes UInt64 CODEC(T64, ZSTD(1)),
    Partition UInt32 CODEC(T64, ZSTD(1)),
    FirstOffset UInt64 CODEC(T64, ZSTD(1)),
    SettledBelow UInt64 CODEC(T64, ZSTD(1)),
    Instance LowCardinality(String) CODEC(ZSTD(1)),
    INDEX idx_policy_version PolicyVersion TYPE bloom_filter(0.01) GRANULARITY 1
) ENGINE = MergeTree
PARTITION BY toDate(Timestamp)
ORDER BY (TraceId, SettledBelow)
${decisionTtl}
SETTINGS index_granularity = 8192, ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000;

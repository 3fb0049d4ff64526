-- A heatmap groups by two bytes instead of computing a logarithm a span; a comparison of all attributes counts
-- hashes instead of strings. Parts written before this migration compute both while reading: nothing is rewritten.
ALTER TABLE ${database}.${table}
    ADD COLUMN IF NOT EXISTS LatencyBucket Int16 MATERIALIZED ${latencyBucket} CODEC(ZSTD(1)),
    ADD COLUMN IF NOT EXISTS AttributeIds Array(UInt64) MATERIALIZED ${attributeIds} CODEC(ZSTD(1));

-- How many traces a kept span stands for, and why it was kept. Rows of a Collector count once.
ALTER TABLE ${database}.${table}
    ADD COLUMN IF NOT EXISTS SampleWeight Float64 DEFAULT 1 CODEC(ZSTD(1)),
    ADD COLUMN IF NOT EXISTS SampleReason LowCardinality(String) DEFAULT '' CODEC(ZSTD(1));

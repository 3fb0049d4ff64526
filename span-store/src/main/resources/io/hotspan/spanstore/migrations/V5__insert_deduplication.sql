-- A writer that crashed after its insert repeats it under the same token; the server must still remember that token.
ALTER TABLE ${database}.${table} MODIFY SETTING non_replicated_deduplication_window = 10000;

ALTER TABLE ${database}.${table}_trace_id_ts MODIFY SETTING non_replicated_deduplication_window = 10000;

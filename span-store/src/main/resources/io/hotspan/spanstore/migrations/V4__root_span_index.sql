-- Root spans lie together, as the sort key begins with service and name: granules without one are skipped.
ALTER TABLE ${database}.${table}
    ADD INDEX IF NOT EXISTS idx_parent_span_id ParentSpanId TYPE minmax GRANULARITY 1;

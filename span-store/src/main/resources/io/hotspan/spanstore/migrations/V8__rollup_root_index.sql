-- Counts of root spans lie together, as the sort key begins with service and name: granules without one are skipped.
ALTER TABLE ${database}.${table}_rollups
    ADD INDEX IF NOT EXISTS idx_is_root IsRoot TYPE minmax GRANULARITY 1;

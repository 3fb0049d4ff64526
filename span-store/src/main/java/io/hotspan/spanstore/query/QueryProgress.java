package io.hotspan.spanstore.query;

/** How far a running query is; {@code totalRows} is the server's estimate and grows while it finds more to read. */
public record QueryProgress(long readRows, long totalRows) {}

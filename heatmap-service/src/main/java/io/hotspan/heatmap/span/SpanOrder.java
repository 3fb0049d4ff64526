package io.hotspan.heatmap.span;

/** Which spans come first. Ties are broken by time and id, so the same question gets the same answer. */
enum SpanOrder {
    SLOWEST("Duration DESC, Timestamp DESC, SpanId"),
    NEWEST("Timestamp DESC, Duration DESC, SpanId"),
    ERRORS("StatusCode = 'Error' DESC, Duration DESC, Timestamp DESC, SpanId");

    private final String sql;

    SpanOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}

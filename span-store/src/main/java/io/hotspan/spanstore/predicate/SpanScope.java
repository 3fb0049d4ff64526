package io.hotspan.spanstore.predicate;

import io.hotspan.spanstore.query.SqlFragment;

/** Which spans of each trace count. */
public enum SpanScope {
    /** The one without a parent: the request as its caller saw it. */
    ROOT("ParentSpanId = ''"),
    /** Every span that enters a service: each service's own requests. */
    ENTRY("(SpanKind IN ('Server', 'Consumer') OR ParentSpanId = '')"),
    /** Every span. */
    ALL("1");

    private final String sql;

    SpanScope(String sql) {
        this.sql = sql;
    }

    /** The condition on a row. */
    public SqlFragment where() {
        return SqlFragment.of(sql);
    }
}

package io.hotspan.spanstore.predicate;

import io.hotspan.spanstore.query.SqlFragment;

/** Which spans of each trace count. */
public enum SpanScope {
    /** The one without a parent: the request as its caller saw it. */
    ROOT("%s"),
    /** Every span that enters a service: each service's own requests. */
    ENTRY("(SpanKind IN ('Server', 'Consumer') OR %s)"),
    /** Every span. */
    ALL("1");

    private final String template;

    SpanScope(String template) {
        this.template = template;
    }

    /** The condition on a row. */
    public SqlFragment where() {
        return SqlFragment.of(template.formatted("ParentSpanId = ''"));
    }

    /** The same condition on a row of rollups. */
    public SqlFragment whereRollup() {
        return SqlFragment.of(template.formatted("IsRoot = true"));
    }
}

package io.hotspan.spanstore.filter;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.filter.Intrinsic;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;

/** Conditions on the columns that every span has. */
final class IntrinsicSql {
    private IntrinsicSql() {}

    static SqlFragment compare(Intrinsic intrinsic, Operator operator, Literal literal, SpanColumns columns) {
        SqlFragment comparison = ValueSql.column(column(intrinsic, columns), operator, literal);
        return intrinsic == Intrinsic.PARENT_ID ? present(intrinsic).and(comparison) : comparison;
    }

    /** Only a parent can be missing; an empty message is a message. */
    static SqlFragment present(Intrinsic intrinsic) {
        return intrinsic == Intrinsic.PARENT_ID ? SqlFragment.of("ParentSpanId != ''") : SqlFragment.TRUE;
    }

    private static String column(Intrinsic intrinsic, SpanColumns columns) {
        return switch (intrinsic) {
            case NAME -> "SpanName";
            case STATUS -> "StatusCode";
            case STATUS_MESSAGE -> "StatusMessage";
            case KIND -> "SpanKind";
            case DURATION -> "Duration";
            case TRACE_ID -> "TraceId";
            case SPAN_ID -> "SpanId";
            case PARENT_ID -> "ParentSpanId";
            case SCOPE_NAME -> columns.scopeName();
            case SCOPE_VERSION -> columns.scopeVersion();
        };
    }
}

package io.hotspan.heatmap.field;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.filter.Attribute;
import io.hotspan.telemetry.filter.Field;
import io.hotspan.telemetry.filter.Intrinsic;

/**
 * A field as SQL.
 *
 * @param value its value as text
 * @param present whether a span has it
 */
record FieldSql(SqlFragment value, SqlFragment present) {

    static FieldSql of(Field field, SpanColumns columns) {
        return switch (field) {
            case Attribute(Attribute.Scope scope, String key) -> attribute(scope, key);
            case Intrinsic intrinsic -> column(column(intrinsic, columns));
        };
    }

    private static FieldSql attribute(Attribute.Scope scope, String key) {
        return switch (scope) {
            case SPAN -> inMap("SpanAttributes", key);
            // The service's name is a column, the first of the primary key.
            case RESOURCE -> key.equals("service.name") ? column("ServiceName") : inMap("ResourceAttributes", key);
            case EITHER -> {
                FieldSql span = inMap("SpanAttributes", key);
                FieldSql resource = inMap("ResourceAttributes", key);
                yield new FieldSql(
                        SqlFragment.format("if({}, {}, {})", span.present, span.value, resource.value),
                        SqlFragment.format("({} OR {})", span.present, resource.present));
            }
        };
    }

    private static FieldSql inMap(String map, String key) {
        return new FieldSql(SqlFragment.of(map + "[?]", key), SqlFragment.of("mapContains(" + map + ", ?)", key));
    }

    private static FieldSql column(String sql) {
        return new FieldSql(SqlFragment.of(sql), SqlFragment.of(sql + " != ''"));
    }

    private static String column(Intrinsic intrinsic, SpanColumns columns) {
        return switch (intrinsic) {
            case NAME -> "SpanName";
            case STATUS -> "lower(StatusCode)";
            case STATUS_MESSAGE -> "StatusMessage";
            case KIND -> "lower(SpanKind)";
            case DURATION -> "toString(Duration)";
            case TRACE_ID -> "TraceId";
            case SPAN_ID -> "SpanId";
            case PARENT_ID -> "ParentSpanId";
            case SCOPE_NAME -> columns.scopeName();
            case SCOPE_VERSION -> columns.scopeVersion();
        };
    }
}

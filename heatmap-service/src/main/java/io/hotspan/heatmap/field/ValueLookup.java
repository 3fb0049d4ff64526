package io.hotspan.heatmap.field;

import io.hotspan.heatmap.field.FieldValues.FieldValue;
import io.hotspan.heatmap.field.NewestSpans.Window;
import io.hotspan.query.StoreSession;
import io.hotspan.spanstore.filter.FilterSql;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import io.hotspan.telemetry.filter.Field;
import io.hotspan.telemetry.filter.Intrinsic;
import io.hotspan.telemetry.filter.SpanFilter;
import java.util.List;

/** Finds the most frequent values of a field. */
final class ValueLookup {

    private final NewestSpans newest;

    ValueLookup(NewestSpans newest) {
        this.newest = newest;
    }

    /** What is looked for: values of {@code field} that start with {@code prefix}, among some spans. */
    record Wanted(Field field, String prefix, TimeRange range, SpanFilter filter, int limit) {}

    FieldValues find(Wanted wanted, StoreSession store) {
        if (wanted.field() == Intrinsic.DURATION) {
            // Nearly every span has a duration of its own: there is nothing to choose from.
            return new FieldValues(List.of(), false, false, 0);
        }
        SpanColumns columns = store.columns();
        FieldSql field = FieldSql.of(wanted.field(), columns);
        SqlFragment where = SqlFragment.all(List.of(
                FilterSql.where(wanted.filter(), columns), field.present(), startsWith(field, wanted.prefix())));
        Window window = newest.window(wanted.range(), where, store);
        SqlFragment sql = SqlFragment.format(
                """
            SELECT {} AS value, count() AS spans, sum(spans) OVER () AS total
            FROM %s
            WHERE {}
            GROUP BY value
            ORDER BY spans DESC, value
            LIMIT {}""".formatted(store.settings().qualifiedTable()),
                field.value(),
                window.range().where().and(where),
                SqlFragment.of("?", wanted.limit() + 1));
        long[] total = {0};
        List<FieldValue> values = store.list(sql, row -> {
            total[0] = row.getLong("total");
            return new FieldValue(row.getString("value"), row.getLong("spans"));
        });
        boolean capped = values.size() > wanted.limit();
        return new FieldValues(capped ? values.subList(0, wanted.limit()) : values, capped, window.partial(), total[0]);
    }

    private static SqlFragment startsWith(FieldSql field, String prefix) {
        return prefix.isEmpty()
                ? SqlFragment.TRUE
                : SqlFragment.format("startsWith({}, {})", field.value(), SqlFragment.of("?", prefix));
    }
}

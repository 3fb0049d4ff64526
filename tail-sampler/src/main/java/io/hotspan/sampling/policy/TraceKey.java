package io.hotspan.sampling.policy;

import io.hotspan.telemetry.filter.Field;
import io.hotspan.telemetry.filter.FieldText;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanPredicates;
import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.SpanScanner;
import io.hotspan.telemetry.otlp.SpanView;
import io.hotspan.telemetry.otlp.SpanVisitor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes traces alike: the values of some fields, the root span's where it has one. Not thread-safe. */
final class TraceKey {

    private static final char BETWEEN = '\u001f';

    private final FieldText[] fields;
    private final @Nullable String[] values;
    private final SpanScanner scanner;
    private final SpanVisitor observer = this::observe;

    TraceKey(List<Field> fields) {
        AttributeKeys keys = SpanPredicates.keys(fields.stream()
                .<SpanFilter>map(field -> new SpanFilter.Presence(field, true))
                .toList());
        this.fields = fields.stream().map(field -> FieldText.of(field, keys)).toArray(FieldText[]::new);
        this.values = new @Nullable String[this.fields.length];
        this.scanner = new SpanScanner(keys);
    }

    String of(TraceRecords records) {
        Arrays.fill(values, null);
        records.visit(this::scan);
        StringBuilder key = new StringBuilder();
        for (String value : values) {
            key.append(value == null ? "" : value).append(BETWEEN);
        }
        return key.toString();
    }

    private void scan(byte[] bytes, int offset, int length) {
        try {
            scanner.scan(bytes, offset, length, observer);
        } catch (MalformedOtlpException e) {
            throw new IllegalStateException("a record read well once cannot be read again", e);
        }
    }

    private void observe(SpanView span) {
        boolean root = span.parentSpanId() == 0;
        for (int i = 0; i < fields.length; i++) {
            if (root || values[i] == null) {
                String value = fields[i].of(span);
                if (value != null) {
                    values[i] = value;
                }
            }
        }
    }
}

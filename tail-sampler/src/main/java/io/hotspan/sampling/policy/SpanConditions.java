package io.hotspan.sampling.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanPredicate;
import io.hotspan.telemetry.filter.SpanPredicates;
import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.SpanScanner;
import io.hotspan.telemetry.otlp.SpanView;
import io.hotspan.telemetry.otlp.SpanVisitor;
import io.hotspan.telemetry.otlp.TextSlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All conditions that a set of policies has on single spans, each found out for a whole trace in one pass over its
 * bytes, which looks up only the attributes they name. Not thread-safe.
 */
final class SpanConditions {

    private static final int SAMPLED = 1;

    private final List<SpanCondition> conditions;
    private final SpanPredicate[] predicates;
    private final boolean[] met;
    private final SpanScanner scanner;
    private final SpanVisitor observer = this::observe;
    private int unmet;

    SpanConditions(List<SpanCondition> conditions) {
        this.conditions = List.copyOf(conditions);
        List<SpanFilter> filters = new ArrayList<>();
        for (SpanCondition condition : conditions) {
            if (condition instanceof SpanCondition.Matches(SpanFilter filter)) {
                filters.add(filter);
            }
        }
        AttributeKeys keys = SpanPredicates.keys(filters);
        scanner = new SpanScanner(keys);
        predicates =
                conditions.stream().map(condition -> predicate(condition, keys)).toArray(SpanPredicate[]::new);
        met = new boolean[predicates.length];
    }

    /** The number to ask {@link #isMet} by. */
    int indexOf(SpanCondition condition) {
        return conditions.indexOf(condition);
    }

    /** Finds out which conditions some span of the trace meets. */
    void scan(TraceRecords records) {
        Arrays.fill(met, false);
        unmet = met.length;
        records.visit(this::scan);
    }

    /** Whether a span of the trace last scanned meets the condition. */
    boolean isMet(int index) {
        return met[index];
    }

    private void scan(byte[] bytes, int offset, int length) {
        if (unmet == 0) {
            return;
        }
        try {
            scanner.scan(bytes, offset, length, observer);
        } catch (MalformedOtlpException e) {
            throw new IllegalStateException("a record read well once cannot be read again", e);
        }
    }

    private void observe(SpanView span) {
        for (int i = 0; i < predicates.length; i++) {
            if (!met[i] && predicates[i].test(span)) {
                met[i] = true;
                unmet--;
            }
        }
    }

    private static SpanPredicate predicate(SpanCondition condition, AttributeKeys keys) {
        return switch (condition) {
            case SpanCondition.Matches(SpanFilter filter) -> SpanPredicates.compile(filter, keys);
            case SpanCondition.SampledFlag() -> span -> (span.flags() & SAMPLED) != 0;
            case SpanCondition.TraceState(String key, List<String> values) -> traceState(key, values);
        };
    }

    private static SpanPredicate traceState(String key, List<String> values) {
        byte[] name = key.getBytes(UTF_8);
        byte[][] wanted = values.stream().map(value -> value.getBytes(UTF_8)).toArray(byte[][]::new);
        return span -> hasEntry(span.traceState(), name, wanted);
    }

    private static boolean hasEntry(TextSlice state, byte[] name, byte[][] wanted) {
        byte[] bytes = state.bytes();
        int end = state.offset() + state.length();
        int from = state.offset();
        while (from < end) {
            int to = from;
            while (to < end && bytes[to] != ',') {
                to++;
            }
            int start = from;
            while (start < to && isSpace(bytes[start])) {
                start++;
            }
            int stop = to;
            while (stop > start && isSpace(bytes[stop - 1])) {
                stop--;
            }
            int value = start + name.length + 1;
            if (value <= stop
                    && bytes[value - 1] == '='
                    && Arrays.equals(bytes, start, value - 1, name, 0, name.length)) {
                for (byte[] candidate : wanted) {
                    if (Arrays.equals(bytes, value, stop, candidate, 0, candidate.length)) {
                        return true;
                    }
                }
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }
}

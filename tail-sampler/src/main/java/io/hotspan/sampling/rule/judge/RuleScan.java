package io.hotspan.sampling.rule.judge;

import io.hotspan.sampling.policy.TraceRecords;
import io.hotspan.sampling.rule.RuleMatch;
import io.hotspan.telemetry.filter.SpanPredicate;
import io.hotspan.telemetry.otlp.AttributeKeys;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.hotspan.telemetry.otlp.SpanScanner;
import io.hotspan.telemetry.otlp.SpanView;
import io.hotspan.telemetry.otlp.SpanVisitor;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds the first of some matches that a trace meets, in one pass over its bytes which looks up only the attributes
 * they name. Not thread-safe.
 */
public final class RuleScan {

    private final SpanPredicate[] predicates;
    private final boolean[] asked;
    private final SpanScanner scanner;
    private final SpanVisitor observer = this::observe;
    private int highest;
    private int first;

    /** @throws RuntimeException if one of the matches makes no sense */
    public RuleScan(List<RuleMatch> matches) {
        AttributeKeys keys = RulePredicates.keys(matches);
        predicates = matches.stream()
                .map(match -> RulePredicates.compile(match, keys))
                .toArray(SpanPredicate[]::new);
        asked = new boolean[predicates.length];
        scanner = new SpanScanner(keys);
    }

    /**
     * Number of the first match that the trace meets, from 0; -1 if it meets none.
     *
     * @param applies which matches are asked; if none is, no byte is read
     */
    public int find(TraceRecords records, IntPredicate applies) {
        int none = predicates.length;
        highest = none;
        for (int i = none - 1; i >= 0; i--) {
            asked[i] = applies.test(i);
            highest = asked[i] ? i : highest;
        }
        first = none;
        if (highest < none) {
            records.visit(this::scan);
        }
        return first < none ? first : -1;
    }

    private void scan(byte[] bytes, int offset, int length) {
        if (first == highest) {
            return;
        }
        try {
            scanner.scan(bytes, offset, length, observer);
        } catch (MalformedOtlpException e) {
            throw new IllegalStateException("a record read well once cannot be read again", e);
        }
    }

    private void observe(SpanView span) {
        for (int i = highest; i < first; i++) {
            if (asked[i] && predicates[i].test(span)) {
                first = i;
                return;
            }
        }
    }
}

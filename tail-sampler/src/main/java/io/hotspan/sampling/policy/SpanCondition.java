package io.hotspan.sampling.policy;

import io.hotspan.telemetry.filter.SpanFilter;
import java.util.List;

/** What is asked of single spans. */
public sealed interface SpanCondition {

    /** True of spans that a filter matches. */
    record Matches(SpanFilter filter) implements SpanCondition {}

    /** True of spans with W3C's sampled flag. */
    record SampledFlag() implements SpanCondition {}

    /** True of spans whose tracestate has this key with one of these values. */
    record TraceState(String key, List<String> values) implements SpanCondition {
        public TraceState {
            values = List.copyOf(values);
        }
    }
}

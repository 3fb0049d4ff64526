package io.hotspan.spanstore.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.spanstore.predicate.LatencyBox;
import io.hotspan.spanstore.predicate.SpanScope;
import io.hotspan.spanstore.predicate.TimeRange;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.telemetry.SpanKind;
import io.hotspan.telemetry.latency.LatencyBuckets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Time ranges, scopes and boxes hold the spans they say. */
public abstract class PredicateContract {
    private static final List<TestSpan> SPANS = new RandomSpans(77).spans(400);
    private static final Instant START = Instant.EPOCH.plusNanos(RandomSpans.START_NANOS);
    private static final TimeRange ALL_TIME = new TimeRange(START, START.plusNanos(RandomSpans.RANGE_NANOS));

    private final SpanTableUnderTest table;

    /** {@code table} is one that {@link #stored} has filled. */
    protected PredicateContract(SpanTableUnderTest table) {
        this.table = table;
    }

    /** The table with this contract's spans in it; keep it in a static field, for an instance is made a try. */
    protected static SpanTableUnderTest stored(SpanTableUnderTest table) {
        table.store(SPANS);
        return table;
    }

    @Example
    void scope_holdsTheSpansItNames() {
        assertThat(table.numbersWhere(SpanScope.ALL.where())).hasSize(SPANS.size());
        assertThat(table.numbersWhere(SpanScope.ROOT.where()))
                .isEqualTo(numbers(span -> span.parentId().isEmpty()));
        assertThat(table.numbersWhere(SpanScope.ENTRY.where()))
                .isEqualTo(numbers(span -> span.parentId().isEmpty()
                        || span.kind() == SpanKind.SERVER
                        || span.kind() == SpanKind.CONSUMER));
    }

    @Property(tries = 50)
    void box_holdsTheSpansOfItsBuckets(
            @ForAll @IntRange(min = -1, max = 200) int bucket, @ForAll @IntRange(max = 40) int buckets) {
        int last = Math.min(LatencyBuckets.MAX_INDEX, bucket + buckets);
        long above = LatencyBuckets.lowerNanos(bucket);
        long upTo = LatencyBuckets.upperNanos(last);
        if (above < upTo) {
            assertThat(table.numbersWhere(new LatencyBox(ALL_TIME, above, upTo).where()))
                    .isEqualTo(numbers(span -> {
                        int index = LatencyBuckets.index(span.durationNanos());
                        return index >= bucket && index <= last;
                    }));
        }
    }

    @Property(tries = 50)
    void boxSplitInTwo_addsUpToTheWhole(
            @ForAll @LongRange(min = 1, max = RandomSpans.RANGE_NANOS - 1) long cutNanos,
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long cutLatency) {
        Instant cut = START.plusNanos(cutNanos);
        Set<Long> parts = new HashSet<>();
        int sum = 0;
        for (TimeRange time : List.of(new TimeRange(START, cut), new TimeRange(cut, ALL_TIME.to()))) {
            for (LatencyBox box :
                    List.of(new LatencyBox(time, -1, cutLatency), new LatencyBox(time, cutLatency, Long.MAX_VALUE))) {
                Set<Long> part = table.numbersWhere(box.where());
                parts.addAll(part);
                sum += part.size();
            }
        }
        assertThat(sum).isEqualTo(parts.size()).isEqualTo(SPANS.size());
    }

    @Example
    void storedBucket_isTheOneJavaComputes() {
        for (int bucket = LatencyBuckets.MIN_INDEX; bucket <= 190; bucket++) {
            int index = bucket;
            Set<Long> expected = numbers(span -> LatencyBuckets.index(span.durationNanos()) == index);
            if (!expected.isEmpty()) {
                assertThat(table.numbersWhere(SqlFragment.of(table.columns().latencyBucket() + " = ?", bucket)))
                        .isEqualTo(expected);
            }
        }
    }

    private static Set<Long> numbers(Predicate<TestSpan> predicate) {
        return SPANS.stream().filter(predicate).map(TestSpan::number).collect(Collectors.toSet());
    }
}

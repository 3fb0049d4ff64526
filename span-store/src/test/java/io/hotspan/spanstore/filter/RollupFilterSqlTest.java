package io.hotspan.spanstore.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.telemetry.filter.SpanFilterParser;
import io.hotspan.telemetry.filter.SpanFilterSyntaxException;
import io.hotspan.telemetry.latency.LatencyBuckets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupFilterSqlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ span.http.route = \"/\" }",
                "{ .service.name = \"cart\" }",
                "{ resource.service.name = \"\" }",
                "{ resource.service.name = 5 }",
                "{ resource.service.name = nil }",
                "{ name != nil }",
                "{ statusMessage = \"\" }",
                "{ span:id = \"a\" }",
                "{ duration > 1s }",
                "{ duration = 1048576ns }",
                "{ duration <= 9223372036854775807ns }",
                "{ kind = server && !(status = ok || span.n = 1) }"
            })
    void filterBeyondTheirDimensions_hasNoAnswer(String filter) throws SpanFilterSyntaxException {
        assertThat(of(filter)).isEmpty();
    }

    @Test
    void kindAndStatus_areKnownOfEverySpan() throws SpanFilterSyntaxException {
        RollupFilter filter = of("{ kind = server && status != error }").orElseThrow();

        assertThat(filter.certain())
                .isEqualTo(SqlFragment.of("((SpanKind = ?) AND (StatusCode != ?))", "Server", "Error"));
        assertThat(filter.possible()).isEqualTo(filter.certain());
    }

    @Test
    void name_isNotKnownOfSpansBeyondTheLimit() throws SpanFilterSyntaxException {
        RollupFilter filter = of("{ name = \"GET /\" }").orElseThrow();

        assertThat(filter.certain())
                .isEqualTo(SqlFragment.of("((SpanName = ?) AND (SpanName NOT IN ?))", "GET /", List.of("__other__")));
        assertThat(filter.possible())
                .isEqualTo(SqlFragment.of("((SpanName = ?) OR (SpanName = ?))", "GET /", "__other__"));
    }

    @Test
    void negation_isCertainWhereItsTermIsNotPossible() throws SpanFilterSyntaxException {
        RollupFilter filter = of("{ resource.service.name != \"cart\" }").orElseThrow();
        RollupFilter negated = of("{ !(resource.service.name != \"cart\") }").orElseThrow();

        assertThat(filter.certain())
                .isEqualTo(SqlFragment.of(
                        "((ServiceName != ?) AND (ServiceName NOT IN ?))", "cart", List.of("", "__other__")));
        assertThat(negated.certain()).isEqualTo(filter.possible().negate());
        assertThat(negated.possible()).isEqualTo(filter.certain().negate());
    }

    @Property
    void duration_isAnsweredOnBucketEdgesAlone(@ForAll @LongRange(min = 2, max = Long.MAX_VALUE / 2) long nanos)
            throws SpanFilterSyntaxException {
        int bucket = LatencyBuckets.index(nanos);
        long edge = LatencyBuckets.upperNanos(bucket);

        assertThat(of("{ duration <= %dns }".formatted(edge)).orElseThrow().certain())
                .isEqualTo(SqlFragment.of("LatencyBucket <= ?", bucket));
        assertThat(of("{ duration < %dns }".formatted(edge + 1))).isEqualTo(of("{ duration <= %dns }".formatted(edge)));
        assertThat(of("{ duration > %dns }".formatted(edge)).orElseThrow().certain())
                .isEqualTo(SqlFragment.of("LatencyBucket <= ?", bucket).negate());
        assertThat(of("{ duration > %dns }".formatted(nanos)).isPresent()).isEqualTo(nanos == edge);
    }

    private static Optional<RollupFilter> of(String filter) throws SpanFilterSyntaxException {
        return RollupFilterSql.of(SpanFilterParser.parse(filter));
    }
}

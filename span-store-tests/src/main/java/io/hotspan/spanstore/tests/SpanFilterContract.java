package io.hotspan.spanstore.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.hotspan.spanstore.filter.FilterSql;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanFilterParser;
import io.hotspan.telemetry.filter.SpanFilterSyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** A store's filters find the very spans that the language's meaning in {@link NaiveFilter} finds. */
public abstract class SpanFilterContract {
    private static final List<TestSpan> SPANS = new RandomSpans(20_260).spans(500);

    private final SpanTableUnderTest table;

    /** {@code table} is one that {@link #stored} has filled. */
    protected SpanFilterContract(SpanTableUnderTest table) {
        this.table = table;
    }

    /** The table with this contract's spans in it; keep it in a static field, for an instance is made a try. */
    protected static SpanTableUnderTest stored(SpanTableUnderTest table) {
        table.store(SPANS);
        return table;
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void anyFilter_findsWhatItMeans(@ForAll("filters") SpanFilter filter) {
        assertSame(filter);
    }

    @Provide
    Arbitrary<SpanFilter> filters() {
        return RandomFilters.filters();
    }

    @Example
    void filtersAsPeopleTypeThem_findWhatTheyMean() throws SpanFilterSyntaxException {
        for (String text : List.of(
                "",
                "{}",
                "{ .n > 4 }",
                "{ span.n != 5 }",
                "{ !(span.n != 5) }",
                "{ resource.service.name = \"a\" && duration >= 1s }",
                "{ resource.service.name != \"a\" }",
                "{ resource.service.name =~ \"a|ab\" }",
                "{ resource.service.name = \"\" }",
                "{ .service.name =~ `.+` && status = error || kind = server }",
                "{ span.flag }",
                "{ span.flag != true }",
                "{ span.flag = nil && resource.flag != nil }",
                "{ span:parentID = nil }",
                "{ span:parentID != \"0000000000000001\" }",
                "{ statusMessage =~ \"a.b\" }",
                "{ name !~ \"[a-z]+\" }")) {
            assertSame(SpanFilterParser.parse(text));
        }
    }

    @Example
    void textThatLooksLikeSql_isOnlyText() throws SpanFilterSyntaxException {
        for (String evil : List.of("' OR 1=1 --", "'; DROP TABLE x; --", "\\'", "{p0:String}", "?")) {
            String quoted = "\"" + evil.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            Set<Long> found = assertSame(SpanFilterParser.parse("{ name = " + quoted + " }"));
            assertThat(found).isNotEmpty().hasSizeLessThan(SPANS.size() / 4);
            assertSame(SpanFilterParser.parse("{ span." + quoted + " = " + quoted + " }"));
            assertSame(SpanFilterParser.parse("{ span.n =~ `" + Pattern.quote(evil) + "` }"));
        }
        assertThat(assertSame(SpanFilterParser.parse("{}"))).hasSize(SPANS.size());
    }

    private Set<Long> assertSame(SpanFilter filter) {
        Set<Long> expected = SPANS.stream()
                .filter(span -> NaiveFilter.matches(filter, span))
                .map(TestSpan::number)
                .collect(Collectors.toSet());
        Set<Long> found = table.numbersWhere(FilterSql.where(filter, table.columns()));
        assertThat(found).as(filter.toString()).isEqualTo(expected);
        return found;
    }
}

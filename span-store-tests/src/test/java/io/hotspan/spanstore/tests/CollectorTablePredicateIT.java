package io.hotspan.spanstore.tests;

class CollectorTablePredicateIT extends PredicateContract {
    private static final SpanTableUnderTest TABLE = stored(ClickHouseTable.ofACollector());

    CollectorTablePredicateIT() {
        super(TABLE);
    }
}

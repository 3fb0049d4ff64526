package io.hotspan.spanstore.tests;

class CollectorTableFilterIT extends SpanFilterContract {
    private static final SpanTableUnderTest TABLE = stored(ClickHouseTable.ofACollector());

    CollectorTableFilterIT() {
        super(TABLE);
    }
}

package io.hotspan.spanstore.tests;

class MigratedTablePredicateIT extends PredicateContract {
    private static final SpanTableUnderTest TABLE = stored(ClickHouseTable.migrated());

    MigratedTablePredicateIT() {
        super(TABLE);
    }
}

package io.hotspan.spanstore.tests;

class MigratedTableFilterIT extends SpanFilterContract {
    private static final SpanTableUnderTest TABLE = stored(ClickHouseTable.migrated());

    MigratedTableFilterIT() {
        super(TABLE);
    }
}

package io.hotspan.writer.row;

import java.util.List;

/** What is written: each kind comes on a topic of its own and has a table of its own. */
public enum RowKind {
    /** Kept spans. */
    SPANS(""),
    /** Counts of all spans. */
    ROLLUPS("_rollups"),
    /** What was decided about every trace, dropped ones too. */
    DECISIONS("_decisions");

    private final String suffix;

    RowKind(String suffix) {
        this.suffix = suffix;
    }

    /** Its table's name, where this is the span table's. */
    public String table(String spanTable) {
        return spanTable + suffix;
    }

    /** The columns of a row, in its order. */
    public List<String> columns() {
        return switch (this) {
            case SPANS -> SpanRows.COLUMNS;
            case ROLLUPS -> RollupRows.COLUMNS;
            case DECISIONS -> DecisionRows.COLUMNS;
        };
    }

    /** An encoder into this buffer. */
    public RowEncoder encoder(RowBuffer buffer) {
        return switch (this) {
            case SPANS -> spans(new SpanRows(buffer));
            case ROLLUPS -> new RollupRows(buffer);
            case DECISIONS -> new DecisionRows(buffer);
        };
    }

    private static RowEncoder spans(SpanRows rows) {
        return record -> rows.append(record.value(), Sample.of(record.headers()));
    }
}

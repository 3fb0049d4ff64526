package io.hotspan.query.request;

import io.hotspan.spanstore.predicate.LatencyBox;
import io.hotspan.spanstore.query.SqlFragment;

/** A checked box; {@code errorsOnly} leaves out spans whose status is not error. */
public record Box(LatencyBox area, boolean errorsOnly) {

    /** The condition on a row. */
    public SqlFragment where() {
        return errorsOnly ? area.where().and(SqlFragment.of("StatusCode = 'Error'")) : area.where();
    }
}

package io.hotspan.spanstore.filter;

import io.hotspan.spanstore.query.SqlFragment;

/**
 * A span filter as conditions on rows of rollups, which count spans alike without their attributes, and some without
 * their name.
 *
 * @param certain true of rows whose spans all match
 * @param possible true of these, and of rows of which cannot be told whether their spans match
 */
public record RollupFilter(SqlFragment certain, SqlFragment possible) {

    static RollupFilter known(SqlFragment condition) {
        return new RollupFilter(condition, condition);
    }

    RollupFilter negate() {
        return new RollupFilter(possible.negate(), certain.negate());
    }
}

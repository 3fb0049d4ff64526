package io.hotspan.spanstore.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes a value of the row a result set stands on. */
@FunctionalInterface
public interface RowMapper<T extends @Nullable Object> {
    T map(ResultSet row) throws SQLException;
}

package io.hotspan.spanstore.tests;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.schema.SpanColumns;
import java.util.Collection;
import java.util.Set;

/** A store that a contract is put to, with a table of its own. */
public interface SpanTableUnderTest extends AutoCloseable {

    /** Stores spans and returns once they can be found. */
    void store(Collection<TestSpan> spans);

    /** The numbers of the stored spans that match. */
    Set<Long> numbersWhere(SqlFragment condition);

    /** The columns that conditions are made for. */
    SpanColumns columns();

    @Override
    void close();
}

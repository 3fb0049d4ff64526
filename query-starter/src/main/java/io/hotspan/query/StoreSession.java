package io.hotspan.query;

import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.error.QueryCancelledException;
import io.hotspan.spanstore.query.QueryLimits;
import io.hotspan.spanstore.query.QueryProgress;
import io.hotspan.spanstore.query.RowMapper;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.spanstore.query.StoreQuery;
import io.hotspan.spanstore.schema.SpanColumns;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One caller's queries, one after the other. They block; {@link #cancel} comes from another thread and ends the one
 * that runs and those that would follow.
 */
public final class StoreSession {
    private final SpanStore store;
    private final @Nullable Consumer<QueryProgress> progress;

    private @Nullable StoreQuery running;
    private boolean cancelled;

    StoreSession(SpanStore store, @Nullable Consumer<QueryProgress> progress) {
        this.store = store;
        this.progress = progress;
    }

    /** Which columns the span table has. */
    public SpanColumns columns() {
        return store.columns();
    }

    /** Whether there is a table of counts made before sampling. */
    public boolean hasRollups() {
        return store.hasRollups();
    }

    /** Names of the tables. */
    public SpanStoreSettings settings() {
        return store.settings();
    }

    /** All rows of a statement within the usual limits. */
    public <T> List<T> list(SqlFragment sql, RowMapper<T> row) {
        return run(store.query(sql, store.settings().limits(), progress), query -> query.list(row));
    }

    /** All rows of a statement that may run only so long. */
    public <T> List<T> list(SqlFragment sql, Duration atMost, RowMapper<T> row) {
        QueryLimits usual = store.settings().limits();
        Duration time = atMost.compareTo(usual.maxExecutionTime()) < 0 ? atMost : usual.maxExecutionTime();
        return run(store.query(sql, usual.withMaxExecutionTime(time), progress), query -> query.list(row));
    }

    /** Hands over each row of a statement. */
    public void forEach(SqlFragment sql, StoreQuery.RowConsumer row) {
        run(store.query(sql, store.settings().limits(), progress), query -> {
            query.forEach(row);
            return List.of();
        });
    }

    void cancel() {
        StoreQuery toEnd;
        synchronized (this) {
            cancelled = true;
            toEnd = running;
        }
        if (toEnd != null) {
            toEnd.cancel();
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    private <T> List<T> run(StoreQuery query, Function<StoreQuery, List<T>> work) {
        synchronized (this) {
            if (cancelled) {
                throw new QueryCancelledException("The caller has left", null);
            }
            running = query;
        }
        try {
            return work.apply(query);
        } finally {
            synchronized (this) {
                running = null;
            }
        }
    }
}

package io.hotspan.spanstore.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One bounded, read-only statement, run once. It blocks its caller; {@link #cancel()} may be called from any thread,
 * also before it starts, and ends it on the server. Failures are
 * {@link io.hotspan.spanstore.error.SpanStoreException}s.
 */
public final class StoreQuery {
    private enum State {
        NEW,
        RUNNING,
        DONE,
        CANCELLED
    }

    private final String id = "hotspan-" + UUID.randomUUID();
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final QueryServer server;
    private final SqlFragment sql;
    private final QueryLimits limits;
    private final @Nullable Consumer<QueryProgress> progress;

    StoreQuery(QueryServer server, SqlFragment sql, QueryLimits limits, @Nullable Consumer<QueryProgress> progress) {
        this.server = server;
        this.sql = sql;
        this.limits = limits;
        this.progress = progress;
    }

    /** The query's id on the server, as {@code system.query_log} has it. */
    public String id() {
        return id;
    }

    /** All rows. */
    public <T> List<T> list(RowMapper<T> mapper) {
        List<T> rows = new ArrayList<>();
        forEach(row -> rows.add(mapper.map(row)));
        return rows;
    }

    /** The first row, if there is any. */
    public <T> Optional<T> first(RowMapper<T> mapper) {
        return list(mapper).stream().findFirst();
    }

    /** Hands over each row as it arrives, so that no list of them is held. */
    public void forEach(RowConsumer consumer) {
        if (!state.compareAndSet(State.NEW, State.RUNNING)) {
            throw state.get() == State.CANCELLED ? ServerErrors.cancelled(id) : alreadyRun();
        }
        try (Connection connection = server.queries().getConnection();
                Statement statement = connection.createStatement()) {
            QueryRequest.prepare(statement, id, sql, limits, server.readOnly());
            try (ProgressPoll _ = ProgressPoll.start(server, id, progress);
                    ResultSet rows = statement.executeQuery(QueryRequest.text(sql))) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        } catch (SQLException | RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) {
                cancel();
            }
            throw state.get() == State.CANCELLED ? ServerErrors.cancelled(id) : ServerErrors.typed(failure, limits);
        } finally {
            state.compareAndSet(State.RUNNING, State.DONE);
        }
    }

    /** Ends the query; without effect once it has ended. */
    public void cancel() {
        State before = state.getAndUpdate(now -> now == State.DONE ? State.DONE : State.CANCELLED);
        if (before == State.RUNNING) {
            server.kill(id);
        }
    }

    private static IllegalStateException alreadyRun() {
        return new IllegalStateException("a StoreQuery runs once; ask the store for another");
    }

    /** Takes the row a result set stands on. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }
}

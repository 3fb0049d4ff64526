package io.hotspan.spanstore.query;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks how far a query is until it is closed. The driver keeps the server's progress headers to itself. */
final class ProgressPoll implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProgressPoll.class);
    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final String SQL = "SELECT read_rows, total_rows_approx FROM system.processes WHERE query_id = ?";

    private final CountDownLatch ended = new CountDownLatch(1);

    private ProgressPoll() {}

    static ProgressPoll start(QueryServer server, String queryId, @Nullable Consumer<QueryProgress> listener) {
        ProgressPoll poll = new ProgressPoll();
        if (listener != null) {
            Thread.ofVirtual().name("progress-" + queryId).start(() -> poll.run(server, queryId, listener));
        }
        return poll;
    }

    private void run(QueryServer server, String queryId, Consumer<QueryProgress> listener) {
        SqlFragment sql = SqlFragment.of(SQL, queryId);
        try {
            while (!ended.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                QueryProgress now = server.readControl(sql, row -> new QueryProgress(row.getLong(1), row.getLong(2)));
                if (now != null && ended.getCount() > 0) {
                    listener.accept(now);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException failure) {
            log.debug("No more progress of query {}", queryId, failure);
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}

package io.hotspan.writer.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.data.ClickHouseFormat;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.writer.batch.RowsRejectedException;
import io.hotspan.writer.batch.SpanTable;
import io.hotspan.writer.batch.TableUnavailableException;
import io.hotspan.writer.row.RowBuffer;
import io.hotspan.writer.row.RowKind;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code otel_traces} over HTTP, as RowBinary. */
@Component
class ClickHouseSpanTable implements SpanTable {
    /**
     * Server errors that lie in the rows: values that cannot be read or do not fit. Every other error may pass, if only
     * by an operator's hand, so it must cost no row.
     *
     * @see <a href="https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp">error codes</a>
     */
    private static final Set<Integer> IN_THE_ROWS =
            Set.of(6, 25, 26, 27, 32, 33, 38, 41, 53, 69, 70, 72, 117, 128, 131, 190, 321, 349, 407, 469, 636);

    private final Client client;
    private final SpanStore store;
    private volatile @Nullable InsertOptions options;

    ClickHouseSpanTable(Client client, SpanStore store) {
        this.client = client;
        this.store = store;
    }

    @Override
    public void prepare() {
        store.migrate();
        options = InsertOptions.of(store);
    }

    @Override
    public void insert(RowKind kind, RowBuffer rows, int from, int to, String token)
            throws RowsRejectedException, TableUnavailableException {
        try (InsertResponse _ = client.insert(
                        kind.table(store.settings().table()),
                        kind.columns(),
                        out -> rows.writeTo(out, from, to),
                        ClickHouseFormat.RowBinary,
                        options().withToken(token))
                .get()) {
            // The server has answered: the rows are stored.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TableUnavailableException("interrupted", stopped);
        } catch (ExecutionException | RuntimeException failure) {
            ServerException refusal = refusal(failure);
            if (refusal != null && IN_THE_ROWS.contains(refusal.getCode())) {
                throw new RowsRejectedException("ClickHouse refuses the rows: " + refusal.getMessage(), failure);
            }
            throw new TableUnavailableException(
                    refusal == null ? "ClickHouse cannot be reached" : "ClickHouse refuses: " + refusal.getMessage(),
                    failure);
        }
    }

    private InsertOptions options() {
        return Objects.requireNonNull(options, "the table is prepared before it is written");
    }

    private static @Nullable ServerException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException refusal) {
                return refusal;
            }
        }
        return null;
    }
}

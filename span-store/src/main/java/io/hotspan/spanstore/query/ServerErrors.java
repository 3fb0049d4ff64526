package io.hotspan.spanstore.query;

import com.clickhouse.client.api.ConnectionInitiationException;
import com.clickhouse.client.api.ServerException;
import io.hotspan.spanstore.error.InvalidPatternException;
import io.hotspan.spanstore.error.QueryCancelledException;
import io.hotspan.spanstore.error.QueryFailedException;
import io.hotspan.spanstore.error.QueryTimeoutException;
import io.hotspan.spanstore.error.QueryTooLargeException;
import io.hotspan.spanstore.error.SpanStoreException;
import io.hotspan.spanstore.error.StoreUnavailableException;
import io.hotspan.spanstore.error.TableMissingException;
import java.net.SocketTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Gives the driver's exceptions the type of their outcome, by the server's error code. */
public final class ServerErrors {
    private ServerErrors() {}

    /** The outcome that {@code failure} is. */
    public static SpanStoreException typed(Exception failure, QueryLimits limits) {
        if (failure instanceof SpanStoreException typed) {
            return typed;
        }
        ServerException refusal = find(failure, ServerException.class);
        if (refusal == null) {
            return unanswered(failure, limits);
        }
        if (isTooLong(refusal)) {
            return tooComplicated(failure);
        }
        // https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp
        return switch (refusal.getCode()) {
            case 159, 160, 209 -> timeout(limits, failure);
            case 241 ->
                new QueryTooLargeException(
                        "The query needs more than its " + (limits.maxMemoryBytes() >> 20) + " MiB of memory", failure);
            case 158, 307, 396 ->
                new QueryTooLargeException(
                        "The query has more than " + limits.maxResultRows() + " result rows", failure);
            case 167, 168, 306 -> tooComplicated(failure);
            case 394, 734, 735 -> new QueryCancelledException("The query was cancelled", failure);
            case 427 -> new InvalidPatternException("A regular expression is not RE2 syntax", failure);
            case 60, 81 -> new TableMissingException("The span table does not exist", failure);
            case 202, 203, 210, 236, 252, 439 ->
                new StoreUnavailableException("ClickHouse has no room for another query", failure);
            case 192, 193, 194, 497, 516 ->
                new StoreUnavailableException("ClickHouse refuses the configured user", failure);
            default -> new QueryFailedException("ClickHouse refused the query", failure);
        };
    }

    private static SpanStoreException unanswered(Exception failure, QueryLimits limits) {
        SQLTransientConnectionException noConnection = find(failure, SQLTransientConnectionException.class);
        if (noConnection != null && noConnection.getCause() == null) {
            return new StoreUnavailableException(
                    "ClickHouse gave no connection in time: too many queries run, or it is silent", failure);
        }
        // A connection that is not made in time is a SocketTimeoutException too, but no query ran that could be slow.
        boolean connected = noConnection == null && find(failure, ConnectionInitiationException.class) == null;
        return connected && find(failure, SocketTimeoutException.class) != null
                ? timeout(limits, failure)
                : new StoreUnavailableException("ClickHouse cannot be reached", failure);
    }

    /** Of the statement's length and of the number of its parameters the server says so in words alone. */
    private static boolean isTooLong(ServerException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return message.contains("Max query size exceeded") || message.contains("Too many form fields");
    }

    private static QueryTooLargeException tooComplicated(Exception failure) {
        return new QueryTooLargeException("The filter has too many conditions for one query", failure);
    }

    static QueryCancelledException cancelled(String id) {
        return new QueryCancelledException("Query " + id + " was cancelled", null);
    }

    private static QueryTimeoutException timeout(QueryLimits limits, Exception failure) {
        return new QueryTimeoutException("The query ran longer than " + limits.maxExecutionTime(), failure);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}

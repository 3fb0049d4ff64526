package io.hotspan.query;

import io.hotspan.spanstore.error.InvalidPatternException;
import io.hotspan.spanstore.error.QueryCancelledException;
import io.hotspan.spanstore.error.QueryFailedException;
import io.hotspan.spanstore.error.QueryTimeoutException;
import io.hotspan.spanstore.error.QueryTooLargeException;
import io.hotspan.spanstore.error.SchemaTooNewException;
import io.hotspan.spanstore.error.SpanStoreException;
import io.hotspan.spanstore.error.StoreUnavailableException;
import io.hotspan.spanstore.error.TableMissingException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Tells a caller why the store gave no answer, and what to do. */
final class StoreProblems {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String NARROW = "; ask for a shorter range or a narrower filter.";

    private final String server;

    StoreProblems(ClickHouseProperties properties) {
        this.server = "ClickHouse at " + properties.url();
    }

    RuntimeException of(SpanStoreException failure) {
        return switch (failure) {
            case StoreUnavailableException away ->
                retryable(
                        "store-unavailable",
                        "The span store does not answer",
                        away.getMessage() + " (" + server + ").",
                        away);
            case TableMissingException missing ->
                retryable(
                        "no-span-table",
                        "There are no spans yet",
                        missing.getMessage() + " (" + server + ").",
                        missing);
            case QueryCancelledException ended ->
                retryable(
                        "query-cancelled", "The query was ended", "Someone ended the query on " + server + ".", ended);
            case QueryTimeoutException slow ->
                new StoreProblem(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "query-timeout",
                        "The query took too long",
                        slow.getMessage() + NARROW,
                        null,
                        slow);
            case QueryTooLargeException large ->
                new StoreProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "query-too-large",
                        "The query is too large",
                        large.getMessage() + NARROW,
                        null,
                        large);
            case InvalidPatternException pattern ->
                // Which of a request's filters it stands in the server does not say.
                new StoreProblem(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "Invalid request",
                        "A regular expression is too large, or not RE2 syntax.",
                        null,
                        pattern);
            // Faults of ours or of the installation: logged with their cause, told as an unforeseen error.
            case QueryFailedException ours -> ours;
            case SchemaTooNewException installation -> installation;
        };
    }

    private static StoreProblem retryable(String type, String title, String detail, SpanStoreException cause) {
        return new StoreProblem(HttpStatus.SERVICE_UNAVAILABLE, type, title, detail, SOON, cause);
    }
}

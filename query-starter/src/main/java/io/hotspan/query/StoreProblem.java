package io.hotspan.query;

import io.hotspan.service.problem.ProblemException;
import io.hotspan.spanstore.error.SpanStoreException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The store gave no answer. */
final class StoreProblem extends ProblemException {
    private final @Nullable Duration retryAfter;

    StoreProblem(
            HttpStatus status,
            String type,
            String title,
            String detail,
            @Nullable Duration retryAfter,
            SpanStoreException cause) {
        super(status, type, title, detail, cause);
        this.retryAfter = retryAfter;
    }

    @Override
    protected Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}

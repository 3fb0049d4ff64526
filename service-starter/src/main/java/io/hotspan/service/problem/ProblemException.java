package io.hotspan.service.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An outcome that a client is told about; each outcome has a subclass of its own. */
public abstract class ProblemException extends RuntimeException {
    private final HttpStatus status;
    private final String type;
    private final String title;
    private final String detail;

    /**
     * Makes an outcome.
     *
     * @param type the last part of the problem's URN, for example {@code store-unavailable}
     */
    protected ProblemException(HttpStatus status, String type, String title, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.type = type;
        this.title = title;
        this.detail = detail;
    }

    protected ProblemException(HttpStatus status, String type, String title, String detail) {
        this(status, type, title, detail, null);
    }

    /** The fields to blame, if the request is. */
    protected List<Problem.FieldError> errors() {
        return List.of();
    }

    /** When trying again may help; sent as {@code Retry-After}. */
    protected Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    final Problem problem() {
        return new Problem(Problem.PREFIX + type, title, status.value(), detail, errors());
    }
}

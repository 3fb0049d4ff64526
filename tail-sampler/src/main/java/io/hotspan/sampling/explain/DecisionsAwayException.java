package io.hotspan.sampling.explain;

import io.hotspan.service.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Decisions cannot be looked up at present: 503. */
final class DecisionsAwayException extends ProblemException {

    private static final Duration SOON = Duration.ofSeconds(5);

    DecisionsAwayException(String detail) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "decisions-unavailable", "Decisions cannot be looked up", detail);
    }

    @Override
    protected Optional<Duration> retryAfter() {
        return Optional.of(SOON);
    }
}

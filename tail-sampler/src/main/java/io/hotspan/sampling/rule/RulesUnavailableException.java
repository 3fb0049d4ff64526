package io.hotspan.sampling.rule;

import io.hotspan.service.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** The rules cannot be changed now: 503. Those last known stay in force. */
public final class RulesUnavailableException extends ProblemException {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    public RulesUnavailableException(String detail, Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "rules-unavailable", "Rules unavailable", detail, cause);
    }

    @Override
    protected Optional<Duration> retryAfter() {
        return Optional.of(RETRY_AFTER);
    }
}

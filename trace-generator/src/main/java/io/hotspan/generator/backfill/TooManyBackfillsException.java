package io.hotspan.generator.backfill;

import io.hotspan.service.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The queue of back-fills is full: 429. */
final class TooManyBackfillsException extends ProblemException {

    TooManyBackfillsException() {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-backfills",
                "Too many back-fills",
                BackfillJobs.MOST_PENDING + " back-fills are waiting already; cancel one or wait for one to end");
    }
}

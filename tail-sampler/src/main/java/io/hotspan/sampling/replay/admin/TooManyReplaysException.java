package io.hotspan.sampling.replay.admin;

import io.hotspan.service.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** As many replays run as may: 429. */
final class TooManyReplaysException extends ProblemException {

    TooManyReplaysException(int running) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-replays",
                "Too many replays",
                running + " replays are running already; cancel one or wait for one to end");
    }
}

package io.hotspan.service.guard;

import io.hotspan.service.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Another web page asks, and none may. */
final class ForeignPageException extends ProblemException {

    ForeignPageException(String detail) {
        super(HttpStatus.FORBIDDEN, "foreign-page", "Refused", detail);
    }
}

package io.hotspan.service.problem;

import org.springframework.http.HttpStatus;

/** What was asked for by name does not exist: 404. */
public final class NotFoundException extends ProblemException {
    public NotFoundException(String detail) {
        super(HttpStatus.NOT_FOUND, "not-found", "Not found", detail);
    }
}

package io.hotspan.service.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered as it is: 400, with the field to change. */
public final class InvalidRequestException extends ProblemException {
    private final Problem.FieldError error;

    private InvalidRequestException(Problem.FieldError error) {
        super(HttpStatus.BAD_REQUEST, "invalid-request", "Invalid request", error.field() + ": " + error.message());
        this.error = error;
    }

    /**
     * Refuses a field.
     *
     * @param accepted what would be accepted, where that can be said in a few words
     */
    public InvalidRequestException(String field, String message, @Nullable String accepted) {
        this(new Problem.FieldError(field, message, accepted, null));
    }

    public InvalidRequestException(String field, String message) {
        this(field, message, null);
    }

    /**
     * Refuses a filter.
     *
     * @param column where in the field's text the fault lies, from 1
     */
    public static InvalidRequestException at(String field, int column, String message) {
        return new InvalidRequestException(new Problem.FieldError(field, message, null, column));
    }

    @Override
    protected List<Problem.FieldError> errors() {
        return List.of(error);
    }
}

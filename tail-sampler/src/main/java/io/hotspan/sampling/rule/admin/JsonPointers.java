package io.hotspan.sampling.rule.admin;

import io.hotspan.service.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Fields by JSON pointer (RFC 6901) in place of their path. */
final class JsonPointers {

    private JsonPointers() {}

    /** The same problem with the field by pointer, if it is about a field of a body. */
    static Problem in(Problem problem, Throwable failure) {
        JacksonException unreadable = find(failure);
        if (unreadable == null || problem.errors().size() != 1) {
            return problem;
        }
        String pointer = pointer(unreadable.getPath());
        Problem.FieldError error = problem.errors().getFirst();
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                pointer + ": " + error.message(),
                List.of(new Problem.FieldError(pointer, error.message(), error.accepted(), error.column())));
    }

    private static @Nullable JacksonException find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException found) {
                return found;
            }
        }
        return null;
    }

    private static String pointer(List<JacksonException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? step.getIndex()
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}

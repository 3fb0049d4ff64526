package io.hotspan.service.problem;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what an exception means to a client. Never its class, its stack or what a database said. */
public final class Problems {
    private Problems() {}

    /** The problem that {@code failure} is; anything unforeseen is a 500 that tells nothing of the inside. */
    public static Problem of(Throwable failure) {
        ProblemException known = find(failure, ProblemException.class);
        if (known != null) {
            return known.problem();
        }
        JacksonException unreadable = find(failure, JacksonException.class);
        if (unreadable != null && find(failure, ServerWebInputException.class) != null) {
            return ofUnreadable(unreadable);
        }
        if (find(failure, DataBufferLimitException.class) != null) {
            return ofStatus(HttpStatus.CONTENT_TOO_LARGE, "The request's body is too large.");
        }
        if (failure instanceof ServerWebInputException input) {
            String reason = input.getReason();
            return ofStatus(HttpStatus.BAD_REQUEST, reason == null ? "The request cannot be read." : reason + ".");
        }
        if (failure instanceof NoResourceFoundException) {
            return ofStatus(
                    HttpStatus.NOT_FOUND, "There is nothing at this address; /v3/api-docs lists what there is.");
        }
        if (failure instanceof ResponseStatusException response) {
            return ofStatus(response.getStatusCode(), response.getBody().getDetail());
        }
        if (failure instanceof ErrorResponse response) {
            return ofStatus(response.getStatusCode(), response.getBody().getDetail());
        }
        return ofStatus(HttpStatus.INTERNAL_SERVER_ERROR, "An unforeseen error; the service's log has the details.");
    }

    static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    private static Problem ofUnreadable(JacksonException unreadable) {
        if (unreadable instanceof StreamReadException) {
            // Where the parser stood says nothing: what lies before it may be at fault as well.
            return invalidBody("The body is not JSON.");
        }
        if (unreadable instanceof StreamConstraintsException) {
            return invalidBody("The body is nested too deeply, or a name, number or text in it is too long.");
        }
        String field = path(unreadable);
        String message = switch (unreadable) {
            case UnrecognizedPropertyException unknown -> "is not known";
            case InvalidFormatException format -> "is not " + wanted(format.getTargetType());
            case MismatchedInputException mismatch -> "is missing or of the wrong type";
            default -> "cannot be read";
        };
        if (field.isEmpty()) {
            return invalidBody("The body " + message + ".");
        }
        String accepted = unreadable instanceof UnrecognizedPropertyException unknown
                ? knownNames(unknown).sorted().collect(Collectors.joining(", "))
                : null;
        return new Problem(
                Problem.PREFIX + "invalid-request",
                "Invalid request",
                HttpStatus.BAD_REQUEST.value(),
                field + " " + message,
                List.of(new Problem.FieldError(field, message, accepted, null)));
    }

    private static Problem invalidBody(String detail) {
        return new Problem(
                Problem.PREFIX + "invalid-request",
                "Invalid request",
                HttpStatus.BAD_REQUEST.value(),
                detail,
                List.of());
    }

    /** The names that could stand there; the exception leaves out those of records that are unwrapped. */
    private static Stream<String> knownNames(UnrecognizedPropertyException unknown) {
        Stream<String> own = unknown.getKnownPropertyIds().stream().map(String::valueOf);
        RecordComponent[] components = unknown.getReferringClass().getRecordComponents();
        return components == null
                ? own
                : Stream.concat(
                        own,
                        Arrays.stream(components)
                                .filter(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class))
                                .flatMap(component ->
                                        Arrays.stream(component.getType().getRecordComponents()))
                                .map(RecordComponent::getName));
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + String.join(", ", enumNames(type));
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> "a time such as 2026-01-31T12:00:00Z";
            case "Duration" -> "a duration such as PT30M";
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "Double", "double" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            default -> "of the right type";
        };
    }

    private static List<String> enumNames(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String path(JacksonException unreadable) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : unreadable.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static Problem ofStatus(HttpStatusCode status, @Nullable String detail) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null ? "Error" : known.getReasonPhrase();
        String type = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Problem(
                Problem.PREFIX + type, title, status.value(), detail == null ? title + "." : detail, List.of());
    }
}

package io.hotspan.service.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem detail of RFC 9457.
 *
 * @param errors what is wrong with the request, field by field; empty where the request is not to blame
 */
@Schema(description = "A problem detail (RFC 9457)")
public record Problem(
        @Schema(description = "What kind of problem", example = "urn:hotspan:problem:invalid-request")
        String type,

        @Schema(description = "The kind in words", example = "Invalid request")
        String title,

        @Schema(description = "The HTTP status code", example = "400")
        int status,

        @Schema(description = "What went wrong this time and what to do", example = "from must be before to")
        String detail,

        @Schema(description = "What is wrong with the request, field by field")
        List<FieldError> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * One field that was refused.
     *
     * @param field its path in the request, for example {@code selection.boxes[0].from}
     * @param accepted what would be accepted, where that can be said
     * @param column where in a filter's text the fault lies, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemFieldError")
    public record FieldError(
            @Schema(description = "The field's path in the request", example = "filter")
            String field,

            @Schema(description = "What is wrong with it") String message,

            @Schema(description = "What would be accepted", nullable = true) @Nullable
            String accepted,

            @Schema(description = "Where in a filter's text the fault lies, from 1", nullable = true) @Nullable
            Integer column) {}

    static final String PREFIX = "urn:hotspan:problem:";
}

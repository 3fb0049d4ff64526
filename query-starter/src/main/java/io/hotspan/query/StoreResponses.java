package io.hotspan.query;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Declares, for every operation that asks the store, the problems that can come of it. */
final class StoreResponses implements OperationCustomizer {
    private static final Map<String, String> OF_THE_REQUEST =
            Map.of("400", "The request cannot be understood; errors names the field and what is accepted.");

    private static final Map<String, String> OF_THE_STORE = Map.of(
            "422", "The answer would be too large; ask for a shorter range or a narrower filter.",
            "503", "ClickHouse does not answer, or has no spans yet; Retry-After says when to try again.",
            "504", "The query took too long; ask for a shorter range or a narrower filter.");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (method.getMethodParameters().length > 0) {
            OF_THE_REQUEST.forEach((status, description) -> declare(operation, status, description));
        }
        if (Publisher.class.isAssignableFrom(method.getMethod().getReturnType())) {
            OF_THE_STORE.forEach((status, description) -> declare(operation, status, description));
        }
        return operation;
    }

    private static void declare(Operation operation, String status, String description) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(problem))));
    }
}

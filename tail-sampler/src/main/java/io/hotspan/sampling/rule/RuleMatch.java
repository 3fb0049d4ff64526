package io.hotspan.sampling.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which traces a rule is about: those with one span that meets all {@code span} matchers, and whose resource meets all
 * {@code resource} matchers.
 *
 * @param all true of every trace; there are no matchers then
 */
@Schema(name = "ForceRuleMatch")
public record RuleMatch(List<Matcher> resource, List<Matcher> span, boolean all) {

    public RuleMatch {
        resource = List.copyOf(resource);
        span = List.copyOf(span);
    }

    /**
     * A condition on one attribute.
     *
     * @param key the attribute's name
     * @param value what to compare it with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ForceRuleMatcher")
    public record Matcher(
            @Schema(example = "service.name") String key,
            MatchOp op,

            @Schema(
                    types = {"string", "number", "boolean", "array"},
                    implementation = Object.class,
                    nullable = true)
            @Nullable
            JsonNode value) {}
}

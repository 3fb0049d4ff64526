package io.hotspan.sampling.rule.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hotspan.sampling.rule.RulesStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * All rules, in the order they decide in.
 *
 * @param store where they are kept
 * @param shared whether all instances have the same ones
 * @param asOf when they were read last
 * @param problem why they cannot be changed now, or some cannot be read; empty if all is well
 */
@Schema(name = "ForceRulesAnswer")
record RulesAnswer(
        List<RuleAnswer> rules,
        String store,
        boolean shared,
        @JsonProperty("as_of") Instant asOf,
        String problem) {

    static RulesAnswer of(List<RuleAnswer> rules, RulesStatus status) {
        return new RulesAnswer(rules, status.store(), status.shared(), status.asOf(), status.problem());
    }
}

package io.hotspan.sampling.policy.admin;

import io.hotspan.telemetry.decision.PolicyList;
import io.swagger.v3.oas.annotations.media.Schema;

/** The policies that traces beginning now are judged by. */
@Schema(description = "The policies that traces beginning now are judged by.")
record PoliciesInForce(
        @Schema(
                description = "As the content of a policies file; a replay takes it as it is.",
                example = "precedence: all-vote\npolicies:\n  - {name: errors, type: error}\n")
        String policies) {

    static PoliciesInForce of(PolicyList listed) {
        StringBuilder text =
                new StringBuilder("precedence: ").append(listed.precedence()).append("\npolicies:\n");
        listed.policies()
                .forEach(policy -> text.append("  - ").append(policy.text()).append('\n'));
        return new PoliciesInForce(text.toString());
    }
}

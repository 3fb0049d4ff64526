package io.hotspan.sampling.policy.admin;

import io.hotspan.sampling.policy.PolicySet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the policies are. */
@RestController
@RequestMapping(path = "/admin/policies", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Policies", description = "What decides where no force rule does.")
final class PoliciesController {

    private final Supplier<PolicySet> inForce;

    PoliciesController(Supplier<PolicySet> inForce) {
        this.inForce = inForce;
    }

    @GetMapping
    @Operation(operationId = "policies", summary = "The policies in force")
    PoliciesInForce policies() {
        return PoliciesInForce.of(inForce.get().listed());
    }
}

package io.hotspan.sampling.replay.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.settings.InvalidPolicyFileException;
import io.hotspan.sampling.policy.settings.PolicyFile;
import io.hotspan.sampling.replay.ReplayPlan;
import io.hotspan.service.problem.InvalidRequestException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a client asks for. */
@Component
class ReplayPlanner {

    private static final String EXAMPLE = "[{\"name\": \"errors\", \"type\": \"error\"}]";

    private final SamplerProperties sampler;
    private final ReplayProperties settings;
    private final Supplier<PolicySet> inForce;
    private final JsonMapper json;
    private final InstantSource clock = InstantSource.system();

    ReplayPlanner(SamplerProperties sampler, ReplayProperties settings, Supplier<PolicySet> inForce, JsonMapper json) {
        this.sampler = sampler;
        this.settings = settings;
        this.inForce = inForce;
        this.json = json;
    }

    ReplayPlan plan(ReplayRequest request) {
        Instant now = clock.instant();
        Instant from = request.from() == null ? Instant.EPOCH : request.from();
        Instant to = request.to() == null || request.to().isAfter(now) ? now : request.to();
        if (!from.isBefore(to)) {
            throw new InvalidRequestException("from", "must be before to and in the past");
        }
        return new ReplayPlan(
                sampler.topics().input(),
                from,
                to,
                policies(request),
                inForce.get(),
                sampler.timing(),
                sampler.lateSpans().remember(),
                sampler.lateSpans().maxDecisions(),
                settings.buffer().toBytes(),
                new SecureRandom().nextLong());
    }

    private PolicySet policies(ReplayRequest request) {
        JsonNode policies = request.policies();
        if (policies != null && policies.isString()) {
            return ofText(policies.stringValue(), request.precedence());
        }
        if (policies == null || !policies.isArray()) {
            throw new InvalidRequestException(
                    "policies", "must be a list of policies or the text of a policies file", EXAMPLE);
        }
        ObjectNode file = json.createObjectNode();
        if (request.precedence() != null) {
            file.put("precedence", request.precedence());
        }
        file.set("policies", policies);
        try {
            // JSON is YAML as well, so one reader makes sense of both.
            return new PolicyFile(Path.of("policies")).parse(file.toString().getBytes(UTF_8));
        } catch (InvalidPolicyFileException e) {
            throw new InvalidRequestException("policies", e.explanation());
        }
    }

    private static PolicySet ofText(String text, @Nullable String precedence) {
        if (precedence != null) {
            throw new InvalidRequestException("precedence", "belongs into the text of the policies; remove it here");
        }
        try {
            return new PolicyFile(Path.of("policies")).parse(text.getBytes(UTF_8));
        } catch (InvalidPolicyFileException e) {
            Integer column = e.column();
            if (column == null) {
                throw new InvalidRequestException("policies", e.explanation());
            }
            throw InvalidRequestException.at(
                    "policies", column, "line " + e.line() + ", column " + column + ": " + e.explanation());
        }
    }
}

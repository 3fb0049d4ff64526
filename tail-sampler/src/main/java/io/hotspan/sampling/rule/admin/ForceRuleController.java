package io.hotspan.sampling.rule.admin;

import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.Rules;
import io.hotspan.service.problem.NotFoundException;
import io.hotspan.service.problem.Problem;
import io.hotspan.service.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** Rules made while the sampler runs. */
@RestController
@RequestMapping(path = "/admin/force-rules", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Force rules", description = "Rules that decide before any policy is asked.")
final class ForceRuleController {

    private static final String BY_ID = "/{id}";
    private static final int MAX_RULES = 200;

    private final Rules rules;
    private final RulePreview preview;
    private final InstantSource clock = InstantSource.system();

    ForceRuleController(Rules rules, RulePreview preview) {
        this.rules = rules;
        this.preview = preview;
    }

    @GetMapping
    @Operation(operationId = "forceRules", summary = "All rules", description = "Those over too, for a day.")
    RulesAnswer all() {
        return RulesAnswer.of(rules.all().stream().map(this::answer).toList(), rules.status());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createForceRule", summary = "A new rule")
    ResponseEntity<RuleAnswer> create(@RequestBody RuleRequest request) {
        ForceRule rule = RuleChecks.create(request, UUID.randomUUID().toString(), clock.instant());
        if (rules.all().size() >= MAX_RULES) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "There are " + MAX_RULES + " force rules; delete some first.");
        }
        rules.add(rule);
        return ResponseEntity.created(URI.create("/admin/force-rules/" + rule.id()))
                .body(answer(rule));
    }

    @GetMapping(BY_ID)
    @Operation(operationId = "forceRule", summary = "One rule")
    RuleAnswer one(@PathVariable String id) {
        return answer(rules.find(id).orElseThrow(() -> new NotFoundException("There is no force rule " + id + ".")));
    }

    @PutMapping(BY_ID)
    @Operation(
            operationId = "replaceForceRule",
            summary = "Another rule in the place of one",
            description = "Everything is replaced but who made it, when, and its count of matches. Its duration begins "
                    + "anew.")
    RuleAnswer replace(@PathVariable String id, @RequestBody RuleRequest request) {
        return answer(rules.change(id, old -> RuleChecks.replace(old, request, clock.instant())));
    }

    @DeleteMapping(BY_ID)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteForceRule", summary = "Away with a rule")
    void delete(@PathVariable String id) {
        rules.remove(id);
    }

    @PostMapping(path = BY_ID + "/enable", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "enableForceRule", summary = "On with a rule")
    RuleAnswer enable(@PathVariable String id) {
        return answer(rules.change(id, rule -> rule.enabled(true, clock.instant())));
    }

    @PostMapping(path = BY_ID + "/disable", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "disableForceRule", summary = "Off with a rule")
    RuleAnswer disable(@PathVariable String id) {
        return answer(rules.change(id, rule -> rule.enabled(false, clock.instant())));
    }

    @PostMapping(BY_ID + "/extend")
    @Operation(
            operationId = "extendForceRule",
            summary = "More time for a rule",
            description = "From now on, if it is over.")
    RuleAnswer extend(@PathVariable String id, @RequestBody RuleRequest.Extension request) {
        return answer(rules.change(id, rule -> {
            Instant now = clock.instant();
            return rule.extended(RuleChecks.extension(request, rule, now), now);
        }));
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewForceRule",
            summary = "How many recent traces would match",
            description =
                    "Looks back into the input for a limited time and number of records; complete says whether it "
                            + "saw them all.")
    RulePreview.Answer preview(@RequestBody RulePreview.Request request) {
        return preview.look(request);
    }

    /** Names the field of a body that cannot be read by JSON pointer too. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(ServerWebInputException failure) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(JsonPointers.in(Problems.of(failure), failure));
    }

    private RuleAnswer answer(ForceRule rule) {
        return RuleAnswer.of(rule, rules, clock.instant());
    }
}

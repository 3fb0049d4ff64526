package io.hotspan.generator.live;

import io.hotspan.generator.pack.ActivePack;
import io.hotspan.generator.pack.Packs;
import io.hotspan.generator.pack.Scenario;
import io.hotspan.generator.pack.ScenarioState;
import io.hotspan.service.problem.InvalidRequestException;
import io.hotspan.service.problem.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The scenarios of the pack that runs. */
@RestController
@RequestMapping("/api/v1/scenarios")
class ScenarioController {

    private final LiveTraffic live;
    private final Packs packs;

    ScenarioController(LiveTraffic live, Packs packs) {
        this.live = live;
        this.packs = packs;
    }

    @GetMapping
    List<ScenarioView> listScenarios() {
        ActivePack pack = active();
        return pack.pack().scenarios().stream()
                .map(scenario -> ScenarioView.of(scenario, pack.settings().of(scenario.id())))
                .toList();
    }

    @PutMapping("/{id}")
    ScenarioView changeScenario(@PathVariable String id, @RequestBody ScenarioChange change) {
        ActivePack pack = active();
        Scenario scenario = pack.pack().scenarios().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new NotFoundException("The pack " + pack.pack().name() + " has no scenario " + id));
        Double share = change.share();
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new InvalidRequestException("share", "must be from 0 to 1", "a number, for example 0.02");
        }
        try {
            ScenarioState state = pack.change(
                            settings -> settings.with(id, settings.of(id).with(change.enabled(), share)))
                    .of(id);
            return ScenarioView.of(scenario, state);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    "share", "leaves more than 1 for all enabled scenarios", "a smaller share");
        }
    }

    private ActivePack active() {
        return packs.find(live.traffic().pack()).orElseThrow();
    }

    /** What to change; null leaves it as it is. */
    record ScenarioChange(
            @Nullable Boolean enabled, @Nullable Double share) {}
}

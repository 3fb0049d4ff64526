package io.hotspan.sampling.replay.admin;

import io.hotspan.service.problem.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/admin/replay")
@Tag(name = "replay", description = "What other policies would make of what the log still holds")
class ReplayController {

    private final Replays replays;
    private final ReplayPlanner planner;

    ReplayController(Replays replays, ReplayPlanner planner) {
        this.replays = replays;
        this.planner = planner;
    }

    @Operation(summary = "Try policies on a part of the log; touches nothing that is live")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReplayView> startReplay(@RequestBody ReplayRequest request) {
        ReplayView replay = replays.start(planner.plan(request)).view();
        return ResponseEntity.accepted()
                .location(URI.create("/admin/replay/" + replay.id()))
                .body(replay);
    }

    @Operation(summary = "Replays of this instance, running ones and those that ended lately, the newest first")
    @GetMapping
    List<ReplayView> listReplays() {
        return replays.all().stream().map(ReplayJob::view).toList();
    }

    @Operation(summary = "How far a replay has come and what it found")
    @GetMapping("/{id}")
    ReplayView getReplay(@PathVariable String id) {
        return find(id).view();
    }

    @Operation(summary = "Cancel a replay; what it has found so far stays")
    @DeleteMapping("/{id}")
    ReplayView cancelReplay(@PathVariable String id) {
        ReplayJob job = find(id);
        replays.cancel(job);
        return job.view();
    }

    private ReplayJob find(String id) {
        return replays.find(id)
                .orElseThrow(() -> new NotFoundException("There is no replay " + id
                        + " on this instance; it may have ended long ago, or been started on another"));
    }
}

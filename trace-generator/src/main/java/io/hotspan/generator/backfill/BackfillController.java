package io.hotspan.generator.backfill;

import io.hotspan.service.problem.NotFoundException;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/backfill")
class BackfillController {

    private final BackfillJobs jobs;
    private final BackfillPlanner planner;

    BackfillController(BackfillJobs jobs, BackfillPlanner planner) {
        this.jobs = jobs;
        this.planner = planner;
    }

    @PostMapping
    ResponseEntity<BackfillView> startBackfill(@RequestBody BackfillRequest request) {
        BackfillView job = jobs.submit(planner.plan(request)).view();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/backfill/" + job.id()))
                .body(job);
    }

    @GetMapping
    List<BackfillView> listBackfills() {
        return jobs.all().stream().map(BackfillJob::view).toList();
    }

    @GetMapping("/{id}")
    BackfillView getBackfill(@PathVariable String id) {
        return find(id).view();
    }

    @DeleteMapping("/{id}")
    BackfillView cancelBackfill(@PathVariable String id) {
        BackfillJob job = find(id);
        jobs.cancel(job);
        return job.view();
    }

    private BackfillJob find(String id) {
        return jobs.find(id).orElseThrow(() -> new NotFoundException("There is no back-fill " + id));
    }
}

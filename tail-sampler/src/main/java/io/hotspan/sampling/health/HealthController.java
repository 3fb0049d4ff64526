package io.hotspan.sampling.health;

import java.util.concurrent.Callable;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Health on the service's own port, where probes look for it. Spring's additional health paths allow a single segment
 * only, hence this controller.
 */
@RestController
@RequestMapping("/health")
class HealthController {

    private final HealthEndpoint health;

    HealthController(HealthEndpoint health) {
        this.health = health;
    }

    /** Everything, each dependency by name. */
    @GetMapping
    Mono<ResponseEntity<HealthDescriptor>> all() {
        return answer(health::health);
    }

    /** Whether the process should be left running. */
    @GetMapping("/live")
    Mono<ResponseEntity<HealthDescriptor>> live() {
        return answer(() -> health.healthForPath("liveness"));
    }

    /** Whether the sampler takes part in its group. */
    @GetMapping("/ready")
    Mono<ResponseEntity<HealthDescriptor>> ready() {
        return answer(() -> health.healthForPath("readiness"));
    }

    private static Mono<ResponseEntity<HealthDescriptor>> answer(Callable<HealthDescriptor> check) {
        return Mono.fromCallable(check)
                .subscribeOn(Schedulers.boundedElastic())
                .map(found -> ResponseEntity.status(
                                Status.UP.equals(found.getStatus()) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                        .body(found));
    }
}

package io.hotspan.generator.live;

import io.hotspan.generator.GeneratorProperties;
import io.hotspan.generator.pack.Packs;
import io.hotspan.service.problem.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/traffic")
class TrafficController {

    private final LiveTraffic live;
    private final Packs packs;

    TrafficController(LiveTraffic live, Packs packs) {
        this.live = live;
        this.packs = packs;
    }

    @GetMapping
    Traffic getTraffic() {
        return live.traffic();
    }

    @PutMapping
    Traffic changeTraffic(@RequestBody TrafficChange change) {
        Traffic now = live.traffic();
        Traffic wanted = new Traffic(
                change.pack() == null ? now.pack() : change.pack(),
                change.tracesPerSecond() == null ? now.tracesPerSecond() : change.tracesPerSecond(),
                change.running() == null ? now.running() : change.running());
        if (packs.find(wanted.pack()).isEmpty()) {
            throw new InvalidRequestException(
                    "pack", "there is no pack " + wanted.pack(), String.join(", ", packs.names()));
        }
        if (!(wanted.tracesPerSecond() > 0 && wanted.tracesPerSecond() <= GeneratorProperties.MAX_TRACES_PER_SECOND)) {
            throw new InvalidRequestException(
                    "tracesPerSecond",
                    "must be above 0 and at most " + GeneratorProperties.MAX_TRACES_PER_SECOND,
                    "a number, for example 50; to stop traffic set running to false");
        }
        live.change(wanted);
        return wanted;
    }

    /** What to change; null leaves it as it is. */
    record TrafficChange(
            @Nullable String pack,
            @Nullable Double tracesPerSecond,
            @Nullable Boolean running) {}
}

package io.hotspan.standalone;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Fills the half hour before the start, or what of it earlier runs left empty, so that the first look sees something.
 */
final class Backfill implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Backfill.class);
    private static final Duration SPAN = Duration.ofMinutes(30);
    private static final Duration TOO_SHORT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Wiring wiring;
    private final Progress progress;
    private final double tracesPerSecond;
    private final RestClient rest = new RestClient();

    Backfill(Wiring wiring, Progress progress, double tracesPerSecond) {
        this.wiring = wiring;
        this.progress = progress;
        this.tracesPerSecond = tracesPerSecond;
    }

    /** Starts in the background: the page is of use before it is done. */
    void start(Instant now) {
        Thread.ofVirtual().name("backfill").start(() -> {
            try {
                run(now);
            } catch (IOException e) {
                log.warn("No back-fill", e);
                progress.line("The last half hour could not be filled with traffic (%s).".formatted(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        rest.close();
    }

    private void run(Instant now) throws IOException, InterruptedException {
        Instant from = from(now);
        if (Duration.between(from, now).compareTo(TOO_SHORT) < 0) {
            return;
        }
        String jobs = wiring.url("trace-generator") + "/api/v1/backfill";
        long begin = System.nanoTime();
        JsonNode job = rest.post(
                jobs, Map.of("from", from.toString(), "to", now.toString(), "tracesPerSecond", tracesPerSecond));
        while (isRunning(job)) {
            Thread.sleep(POLL);
            job = rest.get(jobs + "/" + job.path("id").asString());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        log.info("Back-fill from {} ended: {}", from, job);
        if (!"done".equals(job.path("state").asString())) {
            throw new IOException(job.path("failure").asString("it was cancelled"));
        }
        progress.line("The last %d minutes are filled: %,d traces in %.1f s."
                .formatted(
                        Math.max(1, Duration.between(from, now).toMinutes()),
                        job.path("sent").asLong(),
                        took.toMillis() / 1000.0));
    }

    private Instant from(Instant now) throws InterruptedException {
        Instant earliest = now.minus(SPAN);
        Instant newest = newestSpan();
        return newest.isAfter(earliest) ? newest : earliest;
    }

    private Instant newestSpan() throws InterruptedException {
        try {
            JsonNode newest = rest.get(wiring.url("heatmap-service") + "/api/v1/freshness")
                    .path("newestSpan");
            return newest.isString() ? Instant.parse(newest.asString()) : Instant.EPOCH;
        } catch (IOException e) {
            // At the very first start there may be no table yet.
            return Instant.EPOCH;
        }
    }

    private static boolean isRunning(JsonNode job) {
        String state = job.path("state").asString();
        return state.equals("queued") || state.equals("running");
    }
}

package io.hotspan.receiver.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs refused batches, one line each, but no more than a few a second: a broken client must not fill the disk. */
@Component
final class RefusalLog {

    private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final InstantSource clock;
    private final AtomicLong nextMillis = new AtomicLong();
    private final AtomicLong unlogged = new AtomicLong();

    RefusalLog(InstantSource clock) {
        this.clock = clock;
    }

    /** A batch of which some or all spans were not taken. */
    void refused(Transport transport, int messageBytes, String message) {
        long now = clock.millis();
        long next = nextMillis.get();
        if (now < next || !nextMillis.compareAndSet(next, now + INTERVAL.toMillis())) {
            unlogged.incrementAndGet();
            return;
        }
        long since = unlogged.getAndSet(0);
        log.warn(
                "{} batch of {} bytes: {}{}",
                transport.tag(),
                messageBytes,
                message,
                since == 0 ? "" : " (and " + since + " more batches since the last such line)");
    }
}

package io.hotspan.receiver.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Bounds the memory that requests hold, whatever their number: a byte is reserved before it is stored. */
@Component
public final class ByteBudget {

    private final AtomicLong used = new AtomicLong();
    private final long limit;
    private final Duration retryAfter;

    ByteBudget(IngestProperties properties, MeterRegistry meters) {
        limit = properties.maxBytesInFlight().toBytes();
        retryAfter = properties.retryAfter();
        Gauge.builder("hotspan.receiver.bytes.in.flight", used, AtomicLong::doubleValue)
                .description("Bytes of messages being worked on")
                .baseUnit("bytes")
                .register(meters);
    }

    /**
     * Starts a request that holds this many bytes.
     *
     * @throws OverloadedException if there is no room for them
     */
    public Reservation reserve(long bytes) {
        Reservation reservation = new Reservation();
        reservation.grow(bytes);
        return reservation;
    }

    long used() {
        return used.get();
    }

    /** What one request holds. Closing it twice does no harm. */
    public final class Reservation implements AutoCloseable {

        private final AtomicLong held = new AtomicLong();

        private Reservation() {}

        /**
         * Holds more.
         *
         * @throws OverloadedException if there is no room; what was held is still held
         */
        public void grow(long bytes) {
            long before;
            do {
                before = used.get();
                if (bytes > limit - before) {
                    throw new OverloadedException(retryAfter);
                }
            } while (!used.compareAndSet(before, before + bytes));
            held.addAndGet(bytes);
        }

        @Override
        public void close() {
            used.addAndGet(-held.getAndSet(0));
        }
    }
}

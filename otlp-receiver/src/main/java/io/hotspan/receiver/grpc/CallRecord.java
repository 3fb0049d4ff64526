package io.hotspan.receiver.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.hotspan.receiver.ingest.ByteBudget;
import io.hotspan.receiver.ingest.IngestMetrics;
import io.hotspan.receiver.ingest.OverloadedException;
import io.hotspan.receiver.ingest.RequestOutcome;
import io.hotspan.receiver.ingest.Transport;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One call from its first header to its end, however it ends: what it counts as, and the bytes gRPC holds for it. */
final class CallRecord extends ServerStreamTracer {

    static final Context.Key<CallRecord> KEY = Context.key("call-record");

    private final IngestMetrics metrics;
    private final ByteBudget.Reservation wireBytes;
    private final AtomicReference<@Nullable RequestOutcome> outcome = new AtomicReference<>();

    private CallRecord(IngestMetrics metrics, ByteBudget.Reservation wireBytes) {
        this.metrics = metrics;
        this.wireBytes = wireBytes;
    }

    /** Remembers what the call came to; the first word counts. */
    void endedAs(RequestOutcome outcome) {
        this.outcome.compareAndSet(null, outcome);
    }

    @Override
    public Context filterContext(Context context) {
        return context.withValue(KEY, this);
    }

    /** Called as bytes of a message are gathered; throwing here resets the stream, which clients retry. */
    @Override
    public void inboundWireSize(long bytes) {
        try {
            wireBytes.grow(bytes);
        } catch (OverloadedException e) {
            endedAs(RequestOutcome.OVERLOADED);
            throw GrpcErrors.overloaded(e);
        }
    }

    @Override
    public void streamClosed(Status status) {
        wireBytes.close();
        endedAs(
                switch (status.getCode()) {
                    case RESOURCE_EXHAUSTED -> RequestOutcome.TOO_LARGE;
                    case CANCELLED, UNAVAILABLE -> RequestOutcome.ABANDONED;
                    case DEADLINE_EXCEEDED -> RequestOutcome.TIMED_OUT;
                    case UNIMPLEMENTED, INVALID_ARGUMENT, INTERNAL -> RequestOutcome.UNDECODABLE;
                    default -> RequestOutcome.FAILED;
                });
        @Nullable RequestOutcome known = outcome.get();
        if (known != null) {
            metrics.requestFinished(Transport.GRPC, known);
        }
    }

    /** Starts a record for each call of the trace service. */
    static final class Factory extends ServerStreamTracer.Factory {

        private static final ServerStreamTracer NONE = new ServerStreamTracer() {};

        private final IngestMetrics metrics;
        private final ByteBudget budget;

        Factory(IngestMetrics metrics, ByteBudget budget) {
            this.metrics = metrics;
            this.budget = budget;
        }

        @Override
        public ServerStreamTracer newServerStreamTracer(String fullMethodName, Metadata headers) {
            if (!fullMethodName.equals(TraceService.EXPORT)) {
                return NONE;
            }
            metrics.requestReceived(Transport.GRPC);
            return new CallRecord(metrics, budget.reserve(0));
        }
    }
}

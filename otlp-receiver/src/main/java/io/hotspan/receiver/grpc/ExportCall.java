package io.hotspan.receiver.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.hotspan.receiver.ingest.IngestResult;
import io.hotspan.receiver.ingest.Message;
import io.hotspan.receiver.ingest.Refusals;
import io.hotspan.receiver.ingest.RequestOutcome;
import io.hotspan.receiver.ingest.TraceIngest;
import io.hotspan.receiver.ingest.Transport;
import io.hotspan.telemetry.otlp.MalformedOtlpException;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of {@code Export}. gRPC calls it on one thread at a time. */
final class ExportCall extends ServerCall.Listener<ReceivedMessage> {

    private static final Logger log = LoggerFactory.getLogger(ExportCall.class);

    private final ServerCall<ReceivedMessage, ExportTraceServiceResponse> call;
    private final TraceIngest ingest;
    private final CallRecord record;
    private @Nullable ReceivedMessage received;

    ExportCall(ServerCall<ReceivedMessage, ExportTraceServiceResponse> call, TraceIngest ingest, CallRecord record) {
        this.call = call;
        this.ingest = ingest;
        this.record = record;
    }

    @Override
    public void onMessage(ReceivedMessage message) {
        if (received != null) {
            discard(message);
            end(RequestOutcome.UNDECODABLE, GrpcErrors.undecodable("Export takes one message a call"));
            return;
        }
        received = message;
        if (message instanceof ReceivedMessage.Unusable(RequestOutcome outcome, StatusRuntimeException answer)) {
            end(outcome, answer);
        }
    }

    @Override
    public void onHalfClose() {
        switch (received) {
            case null -> end(RequestOutcome.UNDECODABLE, GrpcErrors.undecodable("the call has no message"));
            case ReceivedMessage.Unusable unusable -> {} // answered when it came
            case ReceivedMessage.Whole(Message message) -> {
                try (message) {
                    take(message);
                }
            }
        }
    }

    @Override
    public void onCancel() {
        if (received != null) {
            discard(received);
        }
    }

    private void take(Message message) {
        try {
            switch (ingest.ingest(message.bytes(), message.length(), Transport.GRPC)) {
                case IngestResult.Taken taken -> succeed(taken.refusals());
                case IngestResult.Refused refused -> end(RequestOutcome.REFUSED, GrpcErrors.refused(refused.message()));
                case IngestResult.Unavailable unavailable ->
                    end(
                            RequestOutcome.UNAVAILABLE,
                            GrpcErrors.unavailable(unavailable.message(), unavailable.retryAfter()));
            }
        } catch (MalformedOtlpException e) {
            String reason = "not an ExportTraceServiceRequest: " + e.getMessage();
            ingest.undecodable(Transport.GRPC, message.length(), reason);
            end(RequestOutcome.UNDECODABLE, GrpcErrors.undecodable(reason));
        } catch (RuntimeException e) {
            log.error("A batch could not be taken", e);
            end(RequestOutcome.FAILED, GrpcErrors.failed());
        }
    }

    private void succeed(Refusals refusals) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        if (refusals.total() > 0) {
            response.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(refusals.total())
                    .setErrorMessage(refusals.message()));
        }
        record.endedAs(refusals.total() == 0 ? RequestOutcome.ACCEPTED : RequestOutcome.PARTIAL);
        call.sendHeaders(new Metadata());
        call.sendMessage(response.build());
        call.close(Status.OK, new Metadata());
    }

    private void end(RequestOutcome outcome, StatusRuntimeException answer) {
        record.endedAs(outcome);
        @Nullable Metadata trailers = answer.getTrailers();
        call.close(answer.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    private static void discard(ReceivedMessage message) {
        if (message instanceof ReceivedMessage.Whole(Message whole)) {
            whole.close();
        }
    }
}

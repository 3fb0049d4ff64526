package io.hotspan.receiver.grpc;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.hotspan.receiver.ingest.ByteBudget;
import io.hotspan.receiver.ingest.IngestProperties;
import io.hotspan.receiver.ingest.OverloadedException;
import io.hotspan.receiver.ingest.RequestOutcome;
import io.hotspan.receiver.ingest.TraceIngest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** OTLP's trace service without its generated stub, which would parse every span only to write it again. */
@Component
final class TraceService {

    private static final String SERVICE = "opentelemetry.proto.collector.trace.v1.TraceService";

    /** The service's one method. */
    static final String EXPORT = MethodDescriptor.generateFullMethodName(SERVICE, "Export");

    /** What must be free for a call to be let in at all; a usual batch is about this large. */
    private static final int ENTRY_BYTES = 64 * 1024;

    private final IngestProperties properties;
    private final ByteBudget budget;
    private final TraceIngest ingest;

    TraceService(IngestProperties properties, ByteBudget budget, TraceIngest ingest) {
        this.properties = properties;
        this.budget = budget;
        this.ingest = ingest;
    }

    ServerServiceDefinition definition() {
        MethodDescriptor<ReceivedMessage, ExportTraceServiceResponse> export =
                MethodDescriptor.<ReceivedMessage, ExportTraceServiceResponse>newBuilder()
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName(EXPORT)
                        .setRequestMarshaller(new MessageMarshaller(
                                budget, properties.maxMessageSize().toBytes()))
                        .setResponseMarshaller(ProtoUtils.marshaller(ExportTraceServiceResponse.getDefaultInstance()))
                        .build();
        return ServerServiceDefinition.builder(SERVICE)
                .addMethod(export, this::start)
                .build();
    }

    private ServerCall.Listener<ReceivedMessage> start(
            ServerCall<ReceivedMessage, ExportTraceServiceResponse> call, Metadata headers) {
        CallRecord record = Objects.requireNonNull(CallRecord.KEY.get(), "the server has no call records");
        try {
            budget.reserve(ENTRY_BYTES).close();
        } catch (OverloadedException e) {
            StatusRuntimeException answer = GrpcErrors.overloaded(e);
            record.endedAs(RequestOutcome.OVERLOADED);
            call.close(answer.getStatus(), Objects.requireNonNullElseGet(answer.getTrailers(), Metadata::new));
            return new ServerCall.Listener<>() {};
        }
        // One more than the protocol allows, so that a second message is seen and refused.
        call.request(2);
        return new ExportCall(call, ingest, record);
    }
}

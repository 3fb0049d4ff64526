package io.hotspan.receiver.grpc;

import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.StatusRuntimeException;
import io.hotspan.receiver.ingest.ByteBudget;
import io.hotspan.receiver.ingest.Message;
import io.hotspan.receiver.ingest.MessageTooLargeException;
import io.hotspan.receiver.ingest.OverloadedException;
import io.hotspan.receiver.ingest.RequestOutcome;
import java.io.IOException;
import java.io.InputStream;

/**
 * Hands a request on as the bytes it is, decompressed within the budget; nothing is parsed here. A failure is handed on
 * as well, since what a marshaller throws reaches the client as {@code UNKNOWN}.
 */
final class MessageMarshaller implements Marshaller<ReceivedMessage> {

    private final ByteBudget budget;
    private final long maxMessageBytes;

    MessageMarshaller(ByteBudget budget, long maxMessageBytes) {
        this.budget = budget;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public ReceivedMessage parse(InputStream stream) {
        Message message = Message.expecting(-1, maxMessageBytes, budget);
        try {
            message.appendAll(stream);
            return new ReceivedMessage.Whole(message);
        } catch (OverloadedException e) {
            return failed(message, RequestOutcome.OVERLOADED, GrpcErrors.overloaded(e));
        } catch (MessageTooLargeException e) {
            return failed(message, RequestOutcome.TOO_LARGE, GrpcErrors.tooLarge(e.getMessage()));
        } catch (StatusRuntimeException e) { // gRPC's own limit on what it decompresses
            return failed(
                    message,
                    RequestOutcome.TOO_LARGE,
                    GrpcErrors.tooLarge(e.getStatus().getDescription()));
        } catch (IOException e) {
            return failed(
                    message,
                    RequestOutcome.UNDECODABLE,
                    GrpcErrors.undecodable("the gzip data is damaged: " + e.getMessage()));
        }
    }

    @Override
    public InputStream stream(ReceivedMessage message) {
        throw new UnsupportedOperationException("requests are only received");
    }

    private static ReceivedMessage failed(Message message, RequestOutcome outcome, StatusRuntimeException answer) {
        message.close();
        return new ReceivedMessage.Unusable(outcome, answer);
    }
}

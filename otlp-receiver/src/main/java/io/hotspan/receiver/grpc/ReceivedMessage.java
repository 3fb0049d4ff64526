package io.hotspan.receiver.grpc;

import io.grpc.StatusRuntimeException;
import io.hotspan.receiver.ingest.Message;
import io.hotspan.receiver.ingest.RequestOutcome;

/** What came out of a call's bytes. */
sealed interface ReceivedMessage {

    /** A message to take in; its receiver closes it. */
    record Whole(Message message) implements ReceivedMessage {}

    /** Nothing to take in. */
    record Unusable(RequestOutcome outcome, StatusRuntimeException answer) implements ReceivedMessage {}
}

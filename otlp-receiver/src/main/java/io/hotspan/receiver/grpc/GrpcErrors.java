package io.hotspan.receiver.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.hotspan.receiver.ingest.OverloadedException;
import org.jspecify.annotations.Nullable;

/**
 * Failures as gRPC statuses. {@code RetryInfo} says that sending the same again may help, and its absence from a
 * {@code RESOURCE_EXHAUSTED} that it will not.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#failures">OTLP/gRPC: Failures</a>
 */
final class GrpcErrors {

    private GrpcErrors() {}

    static StatusRuntimeException undecodable(@Nullable String reason) {
        return status(Code.INVALID_ARGUMENT, reason);
    }

    static StatusRuntimeException refused(String message) {
        return status(Code.INVALID_ARGUMENT, message);
    }

    static StatusRuntimeException tooLarge(@Nullable String reason) {
        return status(Code.RESOURCE_EXHAUSTED, reason);
    }

    static StatusRuntimeException overloaded(OverloadedException e) {
        return retryable(Code.RESOURCE_EXHAUSTED, e.getMessage(), e.retryAfter());
    }

    static StatusRuntimeException unavailable(String message, java.time.Duration retryAfter) {
        return retryable(Code.UNAVAILABLE, message, retryAfter);
    }

    static StatusRuntimeException failed() {
        return status(Code.INTERNAL, "the receiver failed; its log says why");
    }

    private static StatusRuntimeException status(Code code, @Nullable String message) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.value())
                .setMessage(String.valueOf(message))
                .build());
    }

    private static StatusRuntimeException retryable(
            Code code, @Nullable String message, java.time.Duration retryAfter) {
        RetryInfo retry = RetryInfo.newBuilder()
                .setRetryDelay(Duration.newBuilder()
                        .setSeconds(retryAfter.getSeconds())
                        .setNanos(retryAfter.getNano()))
                .build();
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.value())
                .setMessage(String.valueOf(message))
                .addDetails(Any.pack(retry))
                .build());
    }
}

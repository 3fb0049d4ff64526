package io.hotspan.writer.row;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/** The Collector's words for OTLP's enumerations; empty for a number it does not know. */
final class Names {
    private static final ByteString UNSPECIFIED = ByteString.copyFromUtf8("Unspecified");
    private static final ByteString INTERNAL = ByteString.copyFromUtf8("Internal");
    private static final ByteString SERVER = ByteString.copyFromUtf8("Server");
    private static final ByteString CLIENT = ByteString.copyFromUtf8("Client");
    private static final ByteString PRODUCER = ByteString.copyFromUtf8("Producer");
    private static final ByteString CONSUMER = ByteString.copyFromUtf8("Consumer");
    private static final ByteString UNSET = ByteString.copyFromUtf8("Unset");
    private static final ByteString OK = ByteString.copyFromUtf8("Ok");
    private static final ByteString ERROR = ByteString.copyFromUtf8("Error");

    private Names() {}

    static ByteString kind(Span.SpanKind kind) {
        return switch (kind) {
            case SPAN_KIND_UNSPECIFIED -> UNSPECIFIED;
            case SPAN_KIND_INTERNAL -> INTERNAL;
            case SPAN_KIND_SERVER -> SERVER;
            case SPAN_KIND_CLIENT -> CLIENT;
            case SPAN_KIND_PRODUCER -> PRODUCER;
            case SPAN_KIND_CONSUMER -> CONSUMER;
            case UNRECOGNIZED -> ByteString.EMPTY;
        };
    }

    static ByteString status(Status.StatusCode code) {
        return switch (code) {
            case STATUS_CODE_UNSET -> UNSET;
            case STATUS_CODE_OK -> OK;
            case STATUS_CODE_ERROR -> ERROR;
            case UNRECOGNIZED -> ByteString.EMPTY;
        };
    }
}

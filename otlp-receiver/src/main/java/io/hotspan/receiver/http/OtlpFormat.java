package io.hotspan.receiver.http;

import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.hotspan.receiver.ingest.Refusals;
import io.hotspan.receiver.ingest.Transport;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The two encodings of OTLP over HTTP; an answer has the encoding of its request. */
enum OtlpFormat {
    PROTOBUF("application/x-protobuf", Transport.HTTP_PROTOBUF) {
        @Override
        byte[] success(Refusals refusals) {
            ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
            if (refusals.total() > 0) {
                response.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                        .setRejectedSpans(refusals.total())
                        .setErrorMessage(refusals.message()));
            }
            return response.build().toByteArray();
        }

        @Override
        byte[] failure(Code code, String message) {
            return Status.newBuilder()
                    .setCode(code.value())
                    .setMessage(message)
                    .build()
                    .toByteArray();
        }
    },
    JSON("application/json", Transport.HTTP_JSON) {
        @Override
        byte[] success(Refusals refusals) {
            // 64-bit numbers are texts in protobuf's JSON.
            return json(
                    refusals.total() == 0
                            ? Map.of()
                            : Map.of(
                                    "partialSuccess",
                                    Map.of(
                                            "rejectedSpans", Integer.toString(refusals.total()),
                                            "errorMessage", refusals.message())));
        }

        @Override
        byte[] failure(Code code, String message) {
            return json(Map.of("code", code.value(), "message", message));
        }
    };

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final String contentType;
    private final Transport transport;

    OtlpFormat(String contentType, Transport transport) {
        this.contentType = contentType;
        this.transport = transport;
    }

    /** The format of this content type, or null if OTLP has none such. */
    static @Nullable OtlpFormat of(@Nullable MediaType contentType) {
        if (contentType == null) {
            return null;
        }
        String name = (contentType.getType() + "/" + contentType.getSubtype()).toLowerCase(Locale.ROOT);
        for (OtlpFormat format : values()) {
            if (format.contentType.equals(name)) {
                return format;
            }
        }
        return null;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(contentType);
    }

    Transport transport() {
        return transport;
    }

    /** An {@code ExportTraceServiceResponse}. */
    abstract byte[] success(Refusals refusals);

    /** A {@code google.rpc.Status}, which OTLP asks for in the body of every error. */
    abstract byte[] failure(Code code, String message);

    private static byte[] json(Map<String, ?> value) {
        return MAPPER.writeValueAsBytes(value);
    }
}

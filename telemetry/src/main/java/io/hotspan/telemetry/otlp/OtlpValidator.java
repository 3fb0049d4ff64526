package io.hotspan.telemetry.otlp;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether bytes are a whole {@code TracesData} (or {@code ExportTraceServiceRequest}) that any protobuf parser
 * will read: framing, nesting, and UTF-8 of every text, down to the last attribute. It says nothing about ids and
 * times.
 */
public final class OtlpValidator {

    private final WireReader reader = new WireReader();

    /** A validator for one thread. */
    public OtlpValidator() {}

    /**
     * Reads the whole message and returns if it is sound.
     *
     * @throws MalformedOtlpException at the first fault
     */
    public void validate(byte[] bytes, int offset, int length) throws MalformedOtlpException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        reader.reset(bytes, offset, offset + length);
        validate(Schema.TRACES_DATA, 0);
    }

    private void validate(Schema schema, int depth) throws MalformedOtlpException {
        reader.checkDepth(depth);
        while (reader.hasMore()) {
            int tag = reader.readTag();
            @Nullable Schema nested = schema.message(tag);
            if (nested != null) {
                int outer = reader.enter(reader.readLength());
                validate(nested, depth + 1);
                reader.leave(outer);
            } else if (schema.isText(tag)) {
                validateText();
            } else {
                reader.skip(tag, depth);
            }
        }
    }

    private void validateText() throws MalformedOtlpException {
        int length = reader.readLength();
        int start = reader.position();
        int invalid = Utf8.firstInvalid(reader.bytes(), start, start + length);
        if (invalid >= 0) {
            throw new MalformedOtlpException("text is not UTF-8", invalid);
        }
        reader.moveTo(start + length);
    }
}

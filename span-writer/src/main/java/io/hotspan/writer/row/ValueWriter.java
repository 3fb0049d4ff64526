package io.hotspan.writer.row;

import com.clickhouse.client.api.data_formats.RowBinaryFormatSerializer;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.util.List;

/** The kinds of values a span row is made of. Texts stay the UTF-8 bytes they came as. */
final class ValueWriter {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final RowBuffer out;

    ValueWriter(RowBuffer out) {
        this.out = out;
    }

    void size(int size) throws IOException {
        RowBinaryFormatSerializer.writeSize(out, size);
    }

    void text(ByteString utf8) throws IOException {
        size(utf8.size());
        utf8.writeTo(out);
    }

    /** An id in lower-case hex; one of zeros is none, and empty. */
    void id(ByteString id) throws IOException {
        if (isZero(id)) {
            size(0);
            return;
        }
        size(id.size() * 2);
        for (int i = 0; i < id.size(); i++) {
            byte octet = id.byteAt(i);
            out.write(HEX[(octet >> 4) & 15]);
            out.write(HEX[octet & 15]);
        }
    }

    void attributes(List<KeyValue> attributes) throws IOException {
        size(attributes.size());
        for (KeyValue attribute : attributes) {
            text(attribute.getKeyBytes());
            text(AttributeText.of(attribute.getValue()));
        }
    }

    private static boolean isZero(ByteString id) {
        for (int i = 0; i < id.size(); i++) {
            if (id.byteAt(i) != 0) {
                return false;
            }
        }
        return true;
    }
}

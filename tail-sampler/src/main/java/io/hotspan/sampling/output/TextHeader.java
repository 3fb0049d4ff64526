package io.hotspan.sampling.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A header whose value is text. */
final class TextHeader {

    private TextHeader() {}

    static Header of(String key, String value) {
        return new RecordHeader(key, value.getBytes(UTF_8));
    }
}

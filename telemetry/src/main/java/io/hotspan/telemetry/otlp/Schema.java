package io.hotspan.telemetry.otlp;

import static io.hotspan.telemetry.otlp.WireReader.LENGTH_DELIMITED;
import static io.hotspan.telemetry.otlp.WireReader.tag;

import org.jspecify.annotations.Nullable;

/**
 * Text and nested messages of OTLP's trace messages: all that can be wrong inside a well-framed field.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto">opentelemetry-proto 1.11</a>
 */
final class Schema {

    static final Schema TRACES_DATA;

    static {
        Schema anyValue = new Schema();
        Schema keyValue = new Schema().text(1).message(2, anyValue);
        Schema arrayValue = new Schema().message(1, anyValue);
        Schema keyValueList = new Schema().message(1, keyValue);
        anyValue.text(1).message(5, arrayValue).message(6, keyValueList);

        Schema entityRef = new Schema().text(1).text(2).text(3).text(4);
        Schema resource = new Schema().message(1, keyValue).message(3, entityRef);
        Schema scope = new Schema().text(1).text(2).message(3, keyValue);
        Schema event = new Schema().text(2).message(3, keyValue);
        Schema link = new Schema().text(3).message(4, keyValue);
        Schema status = new Schema().text(2);
        Schema span = new Schema()
                .text(3)
                .text(5)
                .message(9, keyValue)
                .message(11, event)
                .message(13, link)
                .message(15, status);
        Schema scopeSpans = new Schema().message(1, scope).message(2, span).text(3);
        Schema resourceSpans =
                new Schema().message(1, resource).message(2, scopeSpans).text(3);
        TRACES_DATA = new Schema().message(1, resourceSpans);
    }

    private static final int MAX_TAG = 128;

    private final boolean[] texts = new boolean[MAX_TAG];
    private final @Nullable Schema[] messages = new @Nullable Schema[MAX_TAG];

    private Schema() {}

    boolean isText(int tag) {
        return tag > 0 && tag < MAX_TAG && texts[tag];
    }

    @Nullable
    Schema message(int tag) {
        return tag > 0 && tag < MAX_TAG ? messages[tag] : null;
    }

    private Schema text(int field) {
        texts[tag(field, LENGTH_DELIMITED)] = true;
        return this;
    }

    private Schema message(int field, Schema message) {
        messages[tag(field, LENGTH_DELIMITED)] = message;
        return this;
    }
}

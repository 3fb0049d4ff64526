package io.hotspan.receiver.ingest;

import java.util.Locale;

/** How a request came. */
public enum Transport {
    GRPC,
    HTTP_PROTOBUF,
    HTTP_JSON;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}

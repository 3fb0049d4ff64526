/** OTLP over HTTP, as protobuf and as JSON. */
@NullMarked
package io.hotspan.receiver.http;

import org.jspecify.annotations.NullMarked;

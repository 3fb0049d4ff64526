/** OTLP's JSON encoding turned into its protobuf encoding. */
@NullMarked
package io.hotspan.receiver.json;

import org.jspecify.annotations.NullMarked;

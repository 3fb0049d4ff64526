/** OTLP over gRPC. */
@NullMarked
package io.hotspan.receiver.grpc;

import org.jspecify.annotations.NullMarked;

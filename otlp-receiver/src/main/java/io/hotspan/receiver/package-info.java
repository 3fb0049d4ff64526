/** Takes spans over OTLP and acknowledges them once Kafka has them. */
@NullMarked
package io.hotspan.receiver;

import org.jspecify.annotations.NullMarked;

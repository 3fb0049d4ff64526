/** A real Kafka broker in KRaft mode inside this process, listening on loopback. */
@NullMarked
package io.hotspan.embedded.kafka;

import org.jspecify.annotations.NullMarked;

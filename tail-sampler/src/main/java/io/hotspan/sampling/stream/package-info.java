/** From Kafka to Kafka: reading, deciding, writing in transactions. */
@NullMarked
package io.hotspan.sampling.stream;

import org.jspecify.annotations.NullMarked;

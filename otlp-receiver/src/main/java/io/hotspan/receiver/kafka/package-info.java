/** The log of spans: the topic that the sampler reads. */
@NullMarked
package io.hotspan.receiver.kafka;

import org.jspecify.annotations.NullMarked;

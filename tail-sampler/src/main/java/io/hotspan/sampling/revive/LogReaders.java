package io.hotspan.sampling.revive;

import io.hotspan.sampling.ingest.InputRecord;
import org.apache.kafka.clients.consumer.Consumer;

/** Makes consumers outside any group, which see what is committed and begin where the log does if need be. */
public interface LogReaders {

    /** One of the input. */
    Consumer<byte[], InputRecord> input();

    /** One of the decisions. */
    Consumer<byte[], byte[]> decisions();

    /** Name of the decisions' topic. */
    String decisionsTopic();
}

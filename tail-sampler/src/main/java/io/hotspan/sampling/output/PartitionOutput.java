package io.hotspan.sampling.output;

import io.hotspan.telemetry.decision.DecisionBatch;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What one input partition has to say in the open transaction. */
final class PartitionOutput {

    final int partition;
    final DecisionBatch decisions;
    // Set by the producer's own thread; read after a commit, which waits for all sends.
    private volatile long decisionEnd = -1;

    PartitionOutput(int partition, String instance) {
        this.partition = partition;
        this.decisions = new DecisionBatch(instance);
    }

    /** Where the decisions written so far end, or what is given if none was. */
    long decisionEnd(long otherwise) {
        return decisionEnd < 0 ? otherwise : decisionEnd;
    }

    /** A record of decisions is written, or could not be. */
    void decisionsWritten(RecordMetadata written, @Nullable Exception failure) {
        if (failure == null) {
            decisionEnd = Math.max(decisionEnd, written.offset() + 1);
        }
    }

    /** Forgets what was not sent. */
    void clear() {
        decisions.clear();
    }
}

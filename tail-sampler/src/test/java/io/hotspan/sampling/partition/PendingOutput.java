package io.hotspan.sampling.partition;

import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.probability.TraceContext;
import io.hotspan.sampling.rollup.Rollups;
import io.hotspan.sampling.testing.Traces;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a sampler gave out in the open transaction; gone if its process dies. */
final class PendingOutput implements Outbox {
    final List<Long> keptSpans = new ArrayList<>();
    final List<Long> deadLetters = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final Rollups rollups = new Rollups();

    @Override
    public void kept(
            Decision decision, TraceContext context, byte[] bytes, int offset, int length, long timestampMillis) {
        Traces.spans(Arrays.copyOfRange(bytes, offset, offset + length))
                .forEach(span ->
                        keptSpans.add(span.getSpanId().asReadOnlyByteBuffer().getLong()));
    }

    @Override
    public void decided(int partition, Decision decision, @Nullable Evidence evidence) {
        decisions.add(decision);
    }

    @Override
    public void counted(InputRecord record) {
        rollups.add(record.cells(), record.firstCell(), record.spans());
    }

    @Override
    public void unreadable(ConsumerRecord<byte[], InputRecord> source, String error) {
        deadLetters.add(source.offset());
    }

    void clear() {
        keptSpans.clear();
        deadLetters.clear();
        decisions.clear();
        rollups.clear();
    }
}

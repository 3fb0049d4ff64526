package io.hotspan.sampling.stream;

import io.hotspan.sampling.buffer.BufferedTrace;
import io.hotspan.sampling.explain.answer.OpenTrace;
import io.hotspan.sampling.explain.answer.TraceInputs;
import io.hotspan.telemetry.TraceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Questions about undecided traces, which only the thread that samples them may look at: it answers between turns. */
final class OpenTraceQuestions {

    private record Question(TraceId id, CompletableFuture<Optional<OpenTrace>> answer) {}

    private final Queue<Question> open = new ConcurrentLinkedQueue<>();

    /** Asks for a trace; may be called by any thread. Nobody answers while the worker is not in its group. */
    CompletableFuture<Optional<OpenTrace>> ask(TraceId id) {
        CompletableFuture<Optional<OpenTrace>> answer = new CompletableFuture<>();
        open.add(new Question(id, answer));
        return answer;
    }

    /** Answers what has been asked. */
    void answer(OwnedPartitions owned) {
        for (Question question = open.poll(); question != null; question = open.poll()) {
            question.answer().complete(find(question.id(), owned));
        }
    }

    private static Optional<OpenTrace> find(TraceId id, OwnedPartitions owned) {
        @Nullable OpenTrace[] found = {null};
        owned.forEach((partition, sampler) -> {
            BufferedTrace trace = sampler.undecided(id.high(), id.low());
            if (trace != null) {
                found[0] = describe(id, partition.partition(), trace);
            }
        });
        return Optional.ofNullable(found[0]);
    }

    private static OpenTrace describe(TraceId id, int partition, BufferedTrace trace) {
        return new OpenTrace(
                id,
                partition,
                trace.firstOffset(),
                Instant.ofEpochMilli(trace.firstSeenMillis()),
                Instant.ofEpochMilli(trace.lastSeenMillis()),
                trace.spans(),
                trace.errorSpans(),
                trace.judge().policies().listed(),
                TraceInputs.of(trace.startNanos(), trace.durationNanos(), trace.bytes(), trace.randomness()));
    }
}

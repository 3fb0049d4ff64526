package io.hotspan.sampling.explain;

import io.hotspan.sampling.explain.answer.OpenTrace;
import io.hotspan.telemetry.TraceId;
import java.util.Optional;

/** The traces that this instance has not decided yet. */
@FunctionalInterface
public interface OpenTraces {

    /** The trace as it is now, if it is here and undecided; waits for an answer for a second at most. */
    Optional<OpenTrace> find(TraceId id);
}

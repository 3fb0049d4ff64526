package io.hotspan.generator.pack;

import io.hotspan.generator.trace.GeneratedTrace;
import io.hotspan.generator.trace.ServiceInstance;
import java.util.List;

/** A world of services whose traffic can be generated, with failures planted in it. Stateless and thread-safe. */
public interface TrafficPack {

    /** The name it is chosen by. */
    String name();

    /** Its planted failures, in the order of their ids. */
    List<Scenario> scenarios();

    /** Every resource its spans can come from. */
    List<ServiceInstance> instances();

    /**
     * Trace {@code index} of {@code seed}: a pure function of its arguments, whatever was generated before and by
     * whichever thread.
     */
    GeneratedTrace trace(long seed, long index, ScenarioSettings settings);
}

package io.hotspan.sampling.policy;

import io.hotspan.telemetry.decision.Ruling;
import org.jspecify.annotations.Nullable;

/** What comes before all policies. Belongs to one thread. */
@FunctionalInterface
public interface Overrides {

    /** Nothing comes before the policies. */
    Overrides NONE = _ -> null;

    /** The ruling that no policy is asked about; null to ask them. */
    @Nullable
    Ruling rule(TraceRecords records);
}

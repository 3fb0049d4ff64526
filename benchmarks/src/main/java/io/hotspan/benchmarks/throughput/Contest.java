package io.hotspan.benchmarks.throughput;

import java.util.List;

/** A stage of the pipeline and plainer ways to do the same. */
interface Contest {

    /** The stage. */
    String stage();

    /** Moves the whole data set once. */
    Cost runStage() throws Exception;

    /** What it is held against. */
    List<Baseline> baselines();

    /** Forgets what the runs have used. */
    void end() throws Exception;
}

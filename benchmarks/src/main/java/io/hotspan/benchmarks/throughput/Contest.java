package io.hotspan.benchmarks.throughput;

/** A stage of the pipeline and the plainest way to do the same. A run of either moves the whole data set once. */
interface Contest {

    /** The stage. */
    String stage();

    /** What it is held against. */
    String baseline();

    /** Runs the stage. */
    Cost runStage() throws Exception;

    /** Runs its baseline. */
    Cost runBaseline() throws Exception;

    /** Forgets what the runs have used. */
    void end() throws Exception;
}

package io.hotspan.generator.trace;

/** The instrumentation scope every generated span is recorded under. */
public final class Instrumentation {

    public static final String NAME = "io.hotspan.generator";
    public static final String VERSION = "1.0.0";

    private Instrumentation() {}
}

package io.hotspan.telemetry;

/** Belongs to one trace. */
public interface TraceKeyed {

    /** First half of the trace id. */
    long high();

    /** Second half of the trace id. */
    long low();
}

package io.hotspan.sampling.policy;

/** The records of a trace as they came, for policies that look inside. */
@FunctionalInterface
public interface TraceRecords {

    /** Sees one record. */
    @FunctionalInterface
    interface Visitor {

        /** The OTLP message that {@code length} bytes from {@code offset} on are. */
        void record(byte[] bytes, int offset, int length);
    }

    /** Shows every record of the trace. */
    void visit(Visitor visitor);
}

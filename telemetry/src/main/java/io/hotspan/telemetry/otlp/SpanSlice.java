package io.hotspan.telemetry.otlp;

/** One span of a batch: where it lies and what surrounds it. */
record SpanSlice(Envelope envelope, int offset, int length) {

    /** Upper bound of what the span adds to a part that already has its scope. */
    int size() {
        return length + PartWriter.MAX_HEADER;
    }

    /** Upper bound of what the span adds to a part without its scope. */
    int sizeInNewScope() {
        return size() + envelope.size();
    }

    boolean isInScopeOf(SpanSlice other) {
        return envelope.scopeIndex() == other.envelope.scopeIndex();
    }

    /** A range of the batch. */
    record Slice(int offset, int length) {

        static final Slice NONE = new Slice(0, 0);

        static Slice of(ByteRange range) {
            return new Slice(range.offset(), range.length());
        }

        static Slice of(TextSlice text) {
            return new Slice(text.offset(), text.length());
        }
    }

    /** The resource and scope around spans, as ranges of the batch. */
    record Envelope(
            int resourceIndex,
            int scopeIndex,
            Slice resource,
            Slice resourceSchemaUrl,
            Slice scope,
            Slice scopeSchemaUrl) {

        static final Envelope NONE = new Envelope(-1, -1, Slice.NONE, Slice.NONE, Slice.NONE, Slice.NONE);

        int size() {
            return resource.length()
                    + resourceSchemaUrl.length()
                    + scope.length()
                    + scopeSchemaUrl.length()
                    + 6 * PartWriter.MAX_HEADER;
        }
    }
}

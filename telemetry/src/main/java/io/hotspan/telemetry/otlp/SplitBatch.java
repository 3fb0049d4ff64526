package io.hotspan.telemetry.otlp;

import java.util.List;

/**
 * A batch, divided by trace.
 *
 * @param parts the traces in the order they first appear; a trace too large for one part has several in a row
 * @param tooLarge number of spans the gate admitted that fit in no part, even alone
 */
public record SplitBatch(List<TracePart> parts, int tooLarge) {

    public SplitBatch {
        parts = List.copyOf(parts);
    }

    /** Number of spans in all parts. */
    public int spans() {
        return parts.stream().mapToInt(TracePart::spans).sum();
    }
}

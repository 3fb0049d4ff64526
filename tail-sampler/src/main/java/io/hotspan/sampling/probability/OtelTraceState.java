package io.hotspan.sampling.probability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;

/**
 * OpenTelemetry's entry {@code ot=…} of a W3C {@code tracestate}, read in place. A reused view.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/trace/tracestate-handling/">TraceState Handling</a>
 */
public final class OtelTraceState {

    private static final int MAX_ENTRY_LENGTH = 256;
    private static final int RANDOMNESS_DIGITS = 14;

    private long threshold = Threshold.ABSENT;
    private long randomness = Threshold.ABSENT;

    /** Reads a whole {@code tracestate}; what is not understood is as good as absent. */
    public void read(byte[] bytes, int offset, int length) {
        threshold = Threshold.ABSENT;
        randomness = Threshold.ABSENT;
        int end = offset + length;
        for (int start = offset; start < end; ) {
            int stop = indexOf(bytes, ',', start, end);
            int from = trimLeft(bytes, start, stop);
            if (isOurs(bytes, from, stop)) {
                readEntry(bytes, from + 3, trimRight(bytes, from, stop));
            }
            start = stop + 1;
        }
    }

    /** The {@code th} threshold, or {@link Threshold#ABSENT}. */
    public long threshold() {
        return threshold;
    }

    /** The explicit randomness {@code rv}, or {@link Threshold#ABSENT}. */
    public long randomness() {
        return randomness;
    }

    /**
     * The same {@code tracestate} with our entry first, as W3C asks of a changed entry, and this threshold and
     * randomness in it; {@link Threshold#ABSENT} leaves one out. Other entries and sub-keys stay as they are. Where our
     * entry would grow past its 256 characters, other sub-keys give way.
     */
    public static byte[] with(byte[] bytes, int offset, int length, long threshold, long randomness) {
        StringBuilder ours = new StringBuilder();
        if (threshold != Threshold.ABSENT) {
            ours.append("th:").append(Threshold.encode(threshold));
        }
        if (randomness != Threshold.ABSENT) {
            separate(ours, ';').append("rv:").append(HexFormat.of().toHexDigits(randomness, RANDOMNESS_DIGITS));
        }
        StringBuilder others = new StringBuilder();
        for (String member : new String(bytes, offset, length, ISO_8859_1).split(",", -1)) {
            String entry = member.strip();
            if (entry.startsWith("ot=")) {
                keepOtherSubKeys(ours, entry.substring(3));
            } else if (!entry.isEmpty()) {
                separate(others, ',').append(entry);
            }
        }
        String entry = ours.isEmpty() ? "" : "ot=" + ours;
        String separator = ours.isEmpty() || others.isEmpty() ? "" : ",";
        return (entry + separator + others).getBytes(ISO_8859_1);
    }

    private static void keepOtherSubKeys(StringBuilder ours, String entry) {
        for (String subKey : entry.split(";", -1)) {
            boolean replaced = subKey.startsWith("th:") || subKey.startsWith("rv:") || subKey.isEmpty();
            if (!replaced && ours.length() + 1 + subKey.length() <= MAX_ENTRY_LENGTH) {
                separate(ours, ';').append(subKey);
            }
        }
    }

    private static StringBuilder separate(StringBuilder text, char separator) {
        return text.isEmpty() ? text : text.append(separator);
    }

    private void readEntry(byte[] bytes, int from, int to) {
        for (int start = from; start < to; ) {
            int stop = indexOf(bytes, ';', start, to);
            if (stop - start > 3 && bytes[start + 2] == ':') {
                if (bytes[start] == 't' && bytes[start + 1] == 'h') {
                    threshold = Threshold.decode(bytes, start + 3, stop);
                } else if (bytes[start] == 'r' && bytes[start + 1] == 'v') {
                    randomness = Threshold.decodeRandomness(bytes, start + 3, stop);
                }
            }
            start = stop + 1;
        }
    }

    private static boolean isOurs(byte[] bytes, int from, int to) {
        return to - from > 3 && bytes[from] == 'o' && bytes[from + 1] == 't' && bytes[from + 2] == '=';
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    private static int trimLeft(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i;
    }

    private static int trimRight(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && (bytes[i - 1] == ' ' || bytes[i - 1] == '\t')) {
            i--;
        }
        return i;
    }
}

package io.hotspan.writer.row;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * How a record's spans were sampled, from its headers.
 *
 * @param weight how many traces each span stands for; 1 where nobody sampled
 * @param reason why it was kept; empty where nobody sampled
 */
public record Sample(double weight, String reason) {
    private static final String WEIGHT = "sampling.weight";
    private static final String REASON = "sampling.reason";

    public Sample {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("a weight is a positive number but is " + weight);
        }
    }

    /**
     * The sample that {@code headers} tell of.
     *
     * @throws UnreadableRecordException if the weight is not a positive number
     */
    public static Sample of(Headers headers) throws UnreadableRecordException {
        String weight = text(headers, WEIGHT);
        try {
            return new Sample(weight.isEmpty() ? 1 : Double.parseDouble(weight), text(headers, REASON));
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableRecordException("header " + WEIGHT + " is not a positive number", malformed);
        }
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

package io.hotspan.telemetry.filter;

import com.google.re2j.Pattern;
import java.util.Arrays;

/**
 * Whether a pattern matches the whole of a text. Attributes repeat their values from span to span, so recent answers
 * are kept: a value seen before costs one comparison and allocates nothing. Not thread-safe.
 */
final class RegexTest implements TextTest {

    private static final int ANSWERS = 256;
    private static final int LONGEST_KEPT = 256;
    private static final byte[] NONE = {};

    private final Pattern pattern;
    private final boolean matchesEmpty;
    private final byte[][] texts = new byte[ANSWERS][];
    private final boolean[] answers = new boolean[ANSWERS];

    RegexTest(Pattern pattern) {
        this.pattern = pattern;
        this.matchesEmpty = pattern.matches("");
        Arrays.fill(texts, NONE);
    }

    @Override
    public boolean test(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return matchesEmpty;
        }
        int slot = slot(bytes, offset, length);
        byte[] known = texts[slot];
        if (Arrays.equals(known, 0, known.length, bytes, offset, offset + length)) {
            return answers[slot];
        }
        byte[] text = Arrays.copyOfRange(bytes, offset, offset + length);
        boolean answer = pattern.matches(text);
        if (length <= LONGEST_KEPT) {
            texts[slot] = text;
            answers[slot] = answer;
        }
        return answer;
    }

    private static int slot(byte[] bytes, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 8 ^ hash >>> 16) & (ANSWERS - 1);
    }
}

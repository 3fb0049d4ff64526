package io.hotspan.telemetry.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import java.util.Arrays;

/** A condition on UTF-8 text. */
@FunctionalInterface
public interface TextTest {

    /** Whether it holds of so many bytes from the offset on. */
    boolean test(byte[] bytes, int offset, int length);

    /** Compares with a constant. */
    static TextTest of(Operator operator, String constant) {
        byte[] wanted = constant.getBytes(UTF_8);
        return switch (operator) {
            case EQ ->
                (bytes, offset, length) -> Arrays.equals(bytes, offset, offset + length, wanted, 0, wanted.length);
            case NEQ ->
                (bytes, offset, length) -> !Arrays.equals(bytes, offset, offset + length, wanted, 0, wanted.length);
            case MATCHES -> new RegexTest(Pattern.compile(constant));
            case NOT_MATCHES -> {
                RegexTest matches = new RegexTest(Pattern.compile(constant));
                yield (bytes, offset, length) -> !matches.test(bytes, offset, length);
            }
            // The parser refuses these for text; they order by bytes, as a store does.
            case GT, GTE, LT, LTE ->
                (bytes, offset, length) -> NumberTest.holds(
                        Arrays.compareUnsigned(bytes, offset, offset + length, wanted, 0, wanted.length), operator);
        };
    }
}

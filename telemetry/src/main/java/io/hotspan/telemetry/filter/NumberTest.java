package io.hotspan.telemetry.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;

/**
 * Compares a number, or text that is one, with a constant. Whole numbers are compared exactly: past 2^53 a double would
 * join neighbours.
 */
final class NumberTest {

    private static final int MAX_LONG_DIGITS = 19;
    private static final int MAX_CHARS = 400;

    private final Operator operator;
    private final boolean whole;
    private final long wanted;
    private final double wantedReal;

    private NumberTest(Operator operator, boolean whole, long wanted, double wantedReal) {
        this.operator = operator;
        this.whole = whole;
        this.wanted = wanted;
        this.wantedReal = wantedReal;
    }

    static NumberTest whole(Operator operator, long number) {
        return new NumberTest(operator, true, number, (double) number);
    }

    static NumberTest decimal(Operator operator, double number) {
        return new NumberTest(operator, false, 0, number);
    }

    static boolean holds(int comparison, Operator operator) {
        return switch (operator) {
            case EQ -> comparison == 0;
            case NEQ -> comparison != 0;
            case GT -> comparison > 0;
            case GTE -> comparison >= 0;
            case LT -> comparison < 0;
            case LTE -> comparison <= 0;
            case MATCHES, NOT_MATCHES -> false;
        };
    }

    boolean ofWhole(long value) {
        return whole ? holds(Long.compare(value, wanted), operator) : ofReal((double) value);
    }

    boolean ofText(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        return ofText(bytes, 0, bytes.length);
    }

    /** False of text that is no number. */
    boolean ofText(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        boolean negative = length > 0 && bytes[at] == '-';
        if (negative || (length > 0 && bytes[at] == '+')) {
            at++;
        }
        int digits = end - at;
        if (digits == 0 || digits >= MAX_LONG_DIGITS) {
            return ofRareText(bytes, offset, length);
        }
        long value = 0;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return ofRareText(bytes, offset, length);
            }
            value = value * 10 + digit;
        }
        return ofWhole(negative ? -value : value);
    }

    private boolean ofRareText(byte[] bytes, int offset, int length) {
        // Latin: bytes past ASCII are no part of any number, and stay what they are.
        String text = length <= MAX_CHARS ? new String(bytes, offset, length, ISO_8859_1) : "";
        if (whole && isWhole(text)) {
            try {
                return ofWhole(Long.parseLong(text));
            } catch (NumberFormatException tooLarge) {
                // Compared as a real number below.
            }
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> operator == Operator.NEQ;
            case "inf", "+inf" -> ofReal(Double.POSITIVE_INFINITY);
            case "-inf" -> ofReal(Double.NEGATIVE_INFINITY);
            default -> isReal(text) && ofReal(Double.parseDouble(text));
        };
    }

    private boolean ofReal(double value) {
        return holds(whole ? compare(value, wanted) : compare(value, wantedReal), operator);
    }

    /** Unlike {@link Double#compare}, takes both zeros for one. */
    private static int compare(double value, double other) {
        return value > other ? 1 : value < other ? -1 : 0;
    }

    private static int compare(double value, long other) {
        if (value >= 0x1p63) {
            return 1;
        }
        if (value < -0x1p63) {
            return -1;
        }
        long integer = (long) value;
        return integer == other ? compare(value - integer, 0.0) : Long.compare(integer, other);
    }

    private static boolean isWhole(String text) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        return text.length() > start && digitsEnd(text, start) == text.length();
    }

    /** Digits with at most one point among them, and an exponent if there is one. */
    private static boolean isReal(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int end = digitsEnd(text, at);
        int digits = end - at;
        at = end;
        if (at < text.length() && text.charAt(at) == '.') {
            end = digitsEnd(text, at + 1);
            digits += end - at - 1;
            at = end;
        }
        if (digits == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            return isWhole(text.substring(at + 1));
        }
        return at == text.length();
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}

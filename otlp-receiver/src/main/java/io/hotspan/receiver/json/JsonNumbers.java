package io.hotspan.receiver.json;

import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers of protobuf's JSON mapping: as JSON numbers or as texts, never out of their range. */
final class JsonNumbers {

    private static final long MAX_UNSIGNED_32 = 0xFFFF_FFFFL;
    private static final double MAX_EXACT = 1L << 53;

    private JsonNumbers() {}

    static long signed64(JsonParser parser) throws MalformedJsonException {
        BigInteger value = whole(parser, "a whole number");
        if (value.bitLength() > 63) {
            throw OtlpJsonReader.unexpected(parser, "a number of 64 bits");
        }
        return value.longValue();
    }

    static long unsigned64(JsonParser parser) throws MalformedJsonException {
        BigInteger value = whole(parser, "a whole number, not negative");
        if (value.signum() < 0 || value.bitLength() > 64) {
            throw OtlpJsonReader.unexpected(parser, "a whole number of 64 bits, not negative");
        }
        return value.longValue();
    }

    static long unsigned32(JsonParser parser) throws MalformedJsonException {
        long value = signed64(parser);
        if (value < 0 || value > MAX_UNSIGNED_32) {
            throw OtlpJsonReader.unexpected(parser, "a whole number of 32 bits, not negative");
        }
        return value;
    }

    /** OTLP, unlike protobuf, has no names of enum values in JSON. */
    static int enumNumber(JsonParser parser) throws MalformedJsonException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw OtlpJsonReader.unexpected(parser, "the number of an enum value, not its name,");
        }
        long value = signed64(parser);
        if (value != (int) value) {
            throw OtlpJsonReader.unexpected(parser, "a whole number of 32 bits");
        }
        return (int) value;
    }

    static double real(JsonParser parser) throws MalformedJsonException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING -> real(parser, parser.getString());
            default -> throw OtlpJsonReader.unexpected(parser, "a number");
        };
    }

    private static double real(JsonParser parser, String text) throws MalformedJsonException {
        try {
            return Double.parseDouble(text); // takes NaN, Infinity and -Infinity as protobuf writes them
        } catch (NumberFormatException e) {
            throw OtlpJsonReader.unexpected(parser, "a number");
        }
    }

    private static BigInteger whole(JsonParser parser, String expected) throws MalformedJsonException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
            case VALUE_NUMBER_FLOAT -> integral(parser, parser.getDoubleValue(), expected);
            case VALUE_STRING -> whole(parser, parser.getString(), expected);
            default -> throw OtlpJsonReader.unexpected(parser, expected);
        };
    }

    private static BigInteger whole(JsonParser parser, String text, String expected) throws MalformedJsonException {
        if (text.isEmpty() || text.length() > 20) { // BigInteger takes its time over long texts
            throw OtlpJsonReader.unexpected(parser, expected);
        }
        try {
            return new BigInteger(text);
        } catch (NumberFormatException e) {
            throw OtlpJsonReader.unexpected(parser, expected);
        }
    }

    static boolean isExactWhole(JsonParser parser) {
        return isExactWhole(parser.getDoubleValue());
    }

    private static boolean isExactWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= MAX_EXACT;
    }

    /** Some writers turn 1 into 1.0 or 1e3; that is exact up to 2^53. */
    private static BigInteger integral(JsonParser parser, double value, String expected) throws MalformedJsonException {
        if (!isExactWhole(value)) {
            throw OtlpJsonReader.unexpected(parser, expected);
        }
        return BigInteger.valueOf((long) value);
    }
}

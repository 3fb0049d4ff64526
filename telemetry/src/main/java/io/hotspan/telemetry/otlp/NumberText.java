package io.hotspan.telemetry.otlp;

import java.math.BigDecimal;
import java.math.MathContext;

/** Floating-point attribute values as text, letter for letter what the Collector writes into its tables. */
public final class NumberText {

    private NumberText() {}

    /** As ECMAScript writes numbers; what is none, as Go's JSON encoder complains of it. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return "json: unsupported value: " + (Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf");
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal shortest = shortest(value);
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-6 && magnitude < 1e21) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    /**
     * The shortest decimal that reads back as {@code value}. Java's own has two digits where one would do: 4.9E-324.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal rounded = decimal.round(new MathContext(1));
        return rounded.doubleValue() == value ? rounded.stripTrailingZeros() : decimal;
    }
}

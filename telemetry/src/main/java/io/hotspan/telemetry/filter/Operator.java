package io.hotspan.telemetry.filter;

import java.util.Arrays;

/** How a field is compared. Regular expressions have RE2 syntax and must match the whole value. */
public enum Operator {
    EQ("="),
    NEQ("!="),
    GT(">"),
    GTE(">="),
    LT("<"),
    LTE("<="),
    MATCHES("=~"),
    NOT_MATCHES("!~");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** The operator as TraceQL writes it. */
    public String symbol() {
        return symbol;
    }

    /** True of {@code = !=}, which every type of value has. */
    public boolean isEquality() {
        return this == EQ || this == NEQ;
    }

    /** True of {@code =~ !~}, which only strings have. */
    public boolean isRegex() {
        return this == MATCHES || this == NOT_MATCHES;
    }

    /** The operator that says the same with its two sides exchanged: {@code 1s < duration} is {@code duration > 1s}. */
    Operator mirrored() {
        return switch (this) {
            case GT -> LT;
            case GTE -> LTE;
            case LT -> GT;
            case LTE -> GTE;
            case EQ, NEQ, MATCHES, NOT_MATCHES -> this;
        };
    }

    static Operator of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(symbol));
    }
}

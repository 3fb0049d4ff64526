package io.hotspan.telemetry.filter;

import io.hotspan.telemetry.SpanKind;
import io.hotspan.telemetry.SpanStatus;
import io.hotspan.telemetry.filter.Attribute.Scope;
import io.hotspan.telemetry.filter.Literal.Bool;
import io.hotspan.telemetry.filter.Literal.Decimal;
import io.hotspan.telemetry.filter.Literal.Nanos;
import io.hotspan.telemetry.filter.Literal.Text;
import io.hotspan.telemetry.filter.Literal.Whole;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands on one side of a comparison. */
sealed interface Operands {
    /** A field of the span. */
    record OfField(Field field) implements Operands {}

    /** A constant. */
    record OfLiteral(Literal literal) implements Operands {}

    /** {@code nil}: the absence of a value. */
    record Nil() implements Operands {}

    /** One number and unit of a compound duration such as 1h30m. */
    Pattern DURATION_PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([a-zµμ]+)");

    static Operands read(TraceQlParser.OperandContext operand) {
        String text = operand.getText();
        return switch (operand) {
            case TraceQlParser.AttributeContext attribute -> new OfField(attribute(attribute, text));
            case TraceQlParser.TextContext quoted -> new OfLiteral(new Text(unquote(text)));
            case TraceQlParser.DurationContext duration -> new OfLiteral(new Nanos(nanos(duration, text)));
            case TraceQlParser.NumberContext number -> new OfLiteral(number(number, text));
            default -> word(operand, text);
        };
    }

    private static Attribute attribute(TraceQlParser.AttributeContext at, String text) {
        int dot = text.indexOf('.');
        String key = unquoteParts(text.substring(dot + 1));
        Scope scope = switch (text.substring(0, dot)) {
            case "" -> Scope.EITHER;
            case "span" -> Scope.SPAN;
            case "resource" -> Scope.RESOURCE;
            case "event", "link", "instrumentation", "parent", "trace" ->
                throw new SpanFilterBuilder.Refusal(
                        at,
                        "attributes of " + text.substring(0, dot)
                                + " cannot be searched; use span., resource. or a leading dot");
            default ->
                throw new SpanFilterBuilder.Refusal(at, "an attribute starts with span., resource. or a dot: ." + text);
        };
        return new Attribute(scope, key);
    }

    private static Operands word(TraceQlParser.OperandContext at, String text) {
        Intrinsic intrinsic = Intrinsic.named(text);
        if (intrinsic != null) {
            return new OfField(intrinsic);
        }
        return switch (text) {
            case "nil" -> new Nil();
            case "true" -> new OfLiteral(new Bool(true));
            case "false" -> new OfLiteral(new Bool(false));
            case "error", "ok", "unset" ->
                new OfLiteral(new Literal.Status(SpanStatus.valueOf(text.toUpperCase(Locale.ROOT))));
            case "server", "client", "internal", "producer", "consumer", "unspecified" ->
                new OfLiteral(new Literal.Kind(SpanKind.valueOf(text.toUpperCase(Locale.ROOT))));
            case "rootName", "rootServiceName", "traceDuration", "nestedSetParent" ->
                throw new SpanFilterBuilder.Refusal(
                        at,
                        text + " looks at the whole trace; filter root spans by name, resource or duration instead");
            default ->
                throw new SpanFilterBuilder.Refusal(
                        at, "unknown field " + text + "; an attribute starts with span., resource. or a dot: ." + text);
        };
    }

    private static long nanos(TraceQlParser.DurationContext at, String text) {
        BigDecimal sum = BigDecimal.ZERO;
        Matcher part = DURATION_PART.matcher(text);
        while (part.find()) {
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unitNanos(part.group(2)))));
        }
        if (sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new SpanFilterBuilder.Refusal(at, "a duration is at most 106751 days");
        }
        return text.startsWith("-") ? -sum.longValue() : sum.longValue();
    }

    private static long unitNanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs", "μs" -> 1_000;
            case "ms" -> 1_000_000;
            case "s" -> 1_000_000_000;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            case "d" -> 86_400_000_000_000L;
            default -> throw new IllegalArgumentException(unit);
        };
    }

    private static Literal number(TraceQlParser.NumberContext at, String text) {
        if (text.chars().allMatch(c -> c == '-' || Character.isDigit(c))) {
            try {
                return new Whole(Long.parseLong(text));
            } catch (NumberFormatException tooLarge) {
                throw new SpanFilterBuilder.Refusal(at, "a whole number has at most 64 bits");
            }
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new SpanFilterBuilder.Refusal(at, "this number is too large");
        }
        return new Decimal(value);
    }

    private static String unquote(String quoted) {
        String inner = quoted.substring(1, quoted.length() - 1);
        return quoted.startsWith("`") ? inner : unescape(inner);
    }

    /** Takes the quotes off the quoted parts of an attribute's name: {@code span."a b".c} is {@code a b.c}. */
    private static String unquoteParts(String name) {
        if (name.indexOf('"') < 0) {
            return name;
        }
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted && i + 1 < name.length()) {
                plain.append(name.charAt(++i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /**
     * Go's string escapes as far as people type them; any other escaped character stands for itself with its backslash.
     */
    private static String unescape(String inner) {
        StringBuilder plain = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escaped = inner.charAt(++i);
            switch (escaped) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case '"', '\\' -> plain.append(escaped);
                // Regular expressions are full of these: "\d+" means the same as `\d+`.
                default -> plain.append('\\').append(escaped);
            }
        }
        return plain.toString();
    }
}

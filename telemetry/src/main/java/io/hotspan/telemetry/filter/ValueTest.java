package io.hotspan.telemetry.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hotspan.telemetry.otlp.AttributeType;
import io.hotspan.telemetry.otlp.AttributeValue;
import io.hotspan.telemetry.otlp.NumberText;
import org.jspecify.annotations.Nullable;

/** Compares an attribute that is there with a constant. Arrays, maps and bytes compare with none. */
@FunctionalInterface
interface ValueTest {

    boolean test(AttributeValue value);

    static ValueTest of(Operator operator, Literal literal) {
        return switch (literal) {
            case Literal.Text(String text) -> text(TextTest.of(operator, text));
            case Literal.Whole(long number) -> number(NumberTest.whole(operator, number));
            case Literal.Nanos(long number) -> number(NumberTest.whole(operator, number));
            case Literal.Decimal(double number) -> number(NumberTest.decimal(operator, number));
            case Literal.Bool(boolean flag) -> bool(flag == (operator == Operator.EQ));
            case Literal.Status _, Literal.Kind _ -> _ -> false;
        };
    }

    static ValueTest text(TextTest test) {
        return value -> {
            if (value.type() == AttributeType.STRING) {
                return test.test(
                        value.text().bytes(),
                        value.text().offset(),
                        value.text().length());
            }
            String text = text(value);
            return text != null && test.test(text.getBytes(US_ASCII), 0, text.length());
        };
    }

    private static ValueTest number(NumberTest test) {
        return value -> switch (value.type()) {
            case LONG -> test.ofWhole(value.asLong());
            case DOUBLE -> test.ofText(NumberText.of(value.asDouble()));
            case STRING ->
                test.ofText(
                        value.text().bytes(),
                        value.text().offset(),
                        value.text().length());
            default -> false;
        };
    }

    private static ValueTest bool(boolean wanted) {
        TextTest text = TextTest.of(Operator.EQ, String.valueOf(wanted));
        return value -> switch (value.type()) {
            case BOOL -> value.asBoolean() == wanted;
            case STRING ->
                text.test(
                        value.text().bytes(),
                        value.text().offset(),
                        value.text().length());
            default -> false;
        };
    }

    /** A value as a store holds it; null if there is none that compares. */
    static @Nullable String text(AttributeValue value) {
        return switch (value.type()) {
            case STRING -> value.text().toString();
            case EMPTY -> "";
            case BOOL -> Boolean.toString(value.asBoolean());
            case LONG -> Long.toString(value.asLong());
            case DOUBLE -> NumberText.of(value.asDouble());
            case ABSENT, OTHER -> null;
        };
    }
}

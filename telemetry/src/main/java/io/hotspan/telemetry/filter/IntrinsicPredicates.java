package io.hotspan.telemetry.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hotspan.telemetry.SpanKind;
import io.hotspan.telemetry.SpanStatus;
import io.hotspan.telemetry.otlp.SpanView;
import io.hotspan.telemetry.otlp.TextSlice;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Conditions on what every span has. */
final class IntrinsicPredicates {

    private IntrinsicPredicates() {}

    static SpanPredicate compare(Intrinsic intrinsic, Operator operator, Literal literal) {
        return switch (intrinsic) {
            case NAME -> slice(SpanView::name, operator, literal);
            case STATUS_MESSAGE -> slice(SpanView::statusMessage, operator, literal);
            case SCOPE_NAME -> slice(SpanView::scopeName, operator, literal);
            case SCOPE_VERSION -> slice(SpanView::scopeVersion, operator, literal);
            case STATUS -> status(operator, literal);
            case KIND -> kind(operator, literal);
            case DURATION -> duration(operator, literal);
            case TRACE_ID -> traceId(operator, literal);
            case SPAN_ID -> id(SpanView::spanId, operator, literal);
            case PARENT_ID -> {
                SpanPredicate comparison = id(SpanView::parentSpanId, operator, literal);
                yield span -> span.parentSpanId() != 0 && comparison.test(span);
            }
        };
    }

    /** Only a parent can be missing; an empty message is a message. */
    static SpanPredicate present(Intrinsic intrinsic) {
        return intrinsic == Intrinsic.PARENT_ID ? span -> span.parentSpanId() != 0 : _ -> true;
    }

    private static SpanPredicate slice(Function<SpanView, TextSlice> field, Operator operator, Literal literal) {
        if (!(literal instanceof Literal.Text(String text))) {
            return _ -> false;
        }
        TextTest test = TextTest.of(operator, text);
        return span -> {
            TextSlice slice = field.apply(span);
            return test.test(slice.bytes(), slice.offset(), slice.length());
        };
    }

    /** A number that OTLP does not know equals none. */
    private static SpanPredicate status(Operator operator, Literal literal) {
        if (!(literal instanceof Literal.Status(SpanStatus wanted))) {
            return _ -> false;
        }
        boolean equal = operator == Operator.EQ;
        int number = number(wanted);
        return span -> (span.statusCode() == number) == equal;
    }

    private static SpanPredicate kind(Operator operator, Literal literal) {
        if (!(literal instanceof Literal.Kind(SpanKind wanted))) {
            return _ -> false;
        }
        boolean equal = operator == Operator.EQ;
        int number = number(wanted);
        return span -> (span.kind() == number) == equal;
    }

    private static SpanPredicate duration(Operator operator, Literal literal) {
        if (!(literal instanceof Literal.Nanos(long nanos))) {
            return _ -> false;
        }
        NumberTest test = NumberTest.whole(operator, nanos);
        return span -> test.ofWhole(span.durationNanos());
    }

    private static SpanPredicate traceId(Operator operator, Literal literal) {
        if (!(literal instanceof Literal.Text(String text))) {
            return _ -> false;
        }
        TextTest test = TextTest.of(operator, text);
        return span -> {
            HexFormat hex = HexFormat.of();
            String id = hex.toHexDigits(span.traceIdHigh()) + hex.toHexDigits(span.traceIdLow());
            return test.test(id.getBytes(US_ASCII), 0, id.length());
        };
    }

    /** An id of zeros is none, and stored as empty. */
    private static SpanPredicate id(ToLongFunction<SpanView> field, Operator operator, Literal literal) {
        if (!(literal instanceof Literal.Text(String text))) {
            return _ -> false;
        }
        TextTest test = TextTest.of(operator, text);
        return span -> {
            long id = field.applyAsLong(span);
            byte[] digits =
                    id == 0 ? new byte[0] : HexFormat.of().toHexDigits(id).getBytes(US_ASCII);
            return test.test(digits, 0, digits.length);
        };
    }

    private static int number(SpanStatus status) {
        return switch (status) {
            case UNSET -> 0;
            case OK -> 1;
            case ERROR -> 2;
        };
    }

    private static int number(SpanKind kind) {
        return switch (kind) {
            case UNSPECIFIED -> 0;
            case INTERNAL -> 1;
            case SERVER -> 2;
            case CLIENT -> 3;
            case PRODUCER -> 4;
            case CONSUMER -> 5;
        };
    }
}

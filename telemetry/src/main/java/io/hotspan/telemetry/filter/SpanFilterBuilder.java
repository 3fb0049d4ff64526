package io.hotspan.telemetry.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.hotspan.telemetry.filter.Attribute.Scope;
import io.hotspan.telemetry.filter.Literal.Bool;
import io.hotspan.telemetry.filter.SpanFilter.And;
import io.hotspan.telemetry.filter.SpanFilter.Comparison;
import io.hotspan.telemetry.filter.SpanFilter.Not;
import io.hotspan.telemetry.filter.SpanFilter.Or;
import io.hotspan.telemetry.filter.SpanFilter.Presence;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Turns the grammar's tree into a {@link SpanFilter} and checks that fields, operators and values fit together. */
final class SpanFilterBuilder extends TraceQlBaseVisitor<SpanFilter> {

    /** Carries a refusal out of the visitor, whose methods cannot throw checked exceptions. */
    static final class Refusal extends RuntimeException {
        private final int column;
        private final String reason;

        Refusal(ParserRuleContext at, String reason) {
            super(reason, null, false, false);
            this.column = at.getStart().getStartIndex() + 1;
            this.reason = reason;
        }

        int column() {
            return column;
        }

        String reason() {
            return reason;
        }
    }

    @Override
    public SpanFilter visitGroup(TraceQlParser.GroupContext group) {
        return visit(group.expression());
    }

    @Override
    public SpanFilter visitNegation(TraceQlParser.NegationContext negation) {
        return new Not(visit(negation.expression()));
    }

    @Override
    public SpanFilter visitConjunction(TraceQlParser.ConjunctionContext conjunction) {
        List<SpanFilter> terms = new ArrayList<>();
        for (TraceQlParser.ExpressionContext side : conjunction.expression()) {
            SpanFilter term = visit(side);
            if (term instanceof And and && !(side instanceof TraceQlParser.GroupContext)) {
                terms.addAll(and.terms());
            } else {
                terms.add(term);
            }
        }
        return new And(terms);
    }

    @Override
    public SpanFilter visitDisjunction(TraceQlParser.DisjunctionContext disjunction) {
        List<SpanFilter> terms = new ArrayList<>();
        for (TraceQlParser.ExpressionContext side : disjunction.expression()) {
            SpanFilter term = visit(side);
            if (term instanceof Or or && !(side instanceof TraceQlParser.GroupContext)) {
                terms.addAll(or.terms());
            } else {
                terms.add(term);
            }
        }
        return new Or(terms);
    }

    /** A field alone asks for a boolean attribute that is true. */
    @Override
    public SpanFilter visitTruth(TraceQlParser.TruthContext truth) {
        if (Operands.read(truth.operand()) instanceof Operands.OfField(Attribute attribute)) {
            return new Comparison(attribute, Operator.EQ, new Bool(true));
        }
        throw new Refusal(
                truth, "compare " + truth.getText() + " with something, for example " + truth.getText() + " = …");
    }

    @Override
    public SpanFilter visitComparison(TraceQlParser.ComparisonContext comparison) {
        TraceQlParser.OperandContext leftSide = comparison.operand(0);
        TraceQlParser.OperandContext rightSide = comparison.operand(1);
        Operator operator = Operator.of(comparison.operator().getText());
        Operands left = Operands.read(leftSide);
        Operands right = Operands.read(rightSide);
        if (left instanceof Operands.OfField(Field field)) {
            return compare(field, operator, right, comparison.operator(), rightSide);
        }
        if (right instanceof Operands.OfField(Field field)) {
            return compare(field, operator.mirrored(), left, comparison.operator(), leftSide);
        }
        throw new Refusal(comparison, "one side of a comparison must be a field, such as name or span.http.route");
    }

    private static SpanFilter compare(
            Field field,
            Operator operator,
            Operands value,
            TraceQlParser.OperatorContext operatorAt,
            TraceQlParser.OperandContext valueAt) {
        return switch (value) {
            case Operands.OfField other ->
                throw new Refusal(valueAt, "a field is compared with a constant, not with another field");
            case Operands.Nil nil -> {
                if (!operator.isEquality()) {
                    throw new Refusal(operatorAt, "nil is compared with = or !=");
                }
                yield new Presence(field, operator == Operator.NEQ);
            }
            case Operands.OfLiteral(Literal literal) -> {
                checkValue(field, literal, valueAt);
                checkOperator(operator, literal, operatorAt, valueAt);
                yield new Comparison(field, operator, literal);
            }
        };
    }

    private static void checkValue(Field field, Literal literal, ParserRuleContext valueAt) {
        switch (field) {
            case Intrinsic intrinsic -> {
                boolean fits = switch (intrinsic.type()) {
                    case TEXT -> literal instanceof Literal.Text;
                    case STATUS -> literal instanceof Literal.Status;
                    case KIND -> literal instanceof Literal.Kind;
                    case DURATION -> literal instanceof Literal.Nanos;
                };
                if (!fits) {
                    String accepted = intrinsic.type().accepted();
                    throw new Refusal(valueAt, intrinsic.fieldName() + " is compared with " + accepted);
                }
            }
            case Attribute(Scope scope, String key) -> {
                if (literal instanceof Literal.Status || literal instanceof Literal.Kind) {
                    throw new Refusal(valueAt, "put text in quotes: \"" + valueAt.getText() + "\"");
                }
                if (literal instanceof Literal.Nanos) {
                    throw new Refusal(
                            valueAt, "only duration is compared with a duration; attributes are plain numbers");
                }
            }
        }
    }

    private static void checkOperator(
            Operator operator, Literal literal, ParserRuleContext operatorAt, ParserRuleContext valueAt) {
        boolean isNumber = literal instanceof Literal.Whole
                || literal instanceof Literal.Decimal
                || literal instanceof Literal.Nanos;
        if (operator.isRegex()) {
            if (!(literal instanceof Literal.Text(String regex))) {
                throw new Refusal(valueAt, operator.symbol() + " takes a regular expression in quotes");
            }
            try {
                Pattern.compile(regex);
            } catch (PatternSyntaxException e) {
                throw new Refusal(valueAt, "not a regular expression (RE2 syntax): " + e.getDescription());
            }
        } else if (!operator.isEquality() && !isNumber) {
            throw new Refusal(operatorAt, operator.symbol() + " compares numbers and durations only");
        }
    }
}

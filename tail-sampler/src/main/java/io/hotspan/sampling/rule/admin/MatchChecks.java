package io.hotspan.sampling.rule.admin;

import io.hotspan.sampling.rule.MatchOp;
import io.hotspan.sampling.rule.RuleMatch;
import io.hotspan.sampling.rule.RuleMatch.Matcher;
import io.hotspan.sampling.rule.admin.RuleRequest.MatchRequest;
import io.hotspan.sampling.rule.admin.RuleRequest.MatcherRequest;
import io.hotspan.service.problem.InvalidRequestException;
import io.hotspan.telemetry.filter.SpanPredicates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether a match makes sense; a refusal names the field by JSON pointer. */
final class MatchChecks {

    private static final int MAX_MATCHERS = 50;
    private static final int MAX_VALUES = 200;
    private static final int MAX_TEXT = 1_000;

    private MatchChecks() {}

    static RuleMatch check(@Nullable MatchRequest match) {
        if (match == null) {
            throw new InvalidRequestException("/match", "is missing", "resource and span matchers, or all: true");
        }
        List<Matcher> resource = matchers("/match/resource", match.resource());
        List<Matcher> span = matchers("/match/span", match.span());
        boolean all = Boolean.TRUE.equals(match.all());
        boolean none = resource.isEmpty() && span.isEmpty();
        if (none && !all) {
            throw new InvalidRequestException(
                    "/match", "has no matcher", "at least one resource or span matcher; all: true for every trace");
        }
        if (all && !none) {
            throw new InvalidRequestException("/match/all", "stands beside matchers", "one or the other");
        }
        return new RuleMatch(resource, span, all);
    }

    private static List<Matcher> matchers(String at, @Nullable List<@Nullable MatcherRequest> matchers) {
        if (matchers == null) {
            return List.of();
        }
        if (matchers.size() > MAX_MATCHERS) {
            throw new InvalidRequestException(at, "has too many matchers", "at most " + MAX_MATCHERS);
        }
        List<Matcher> checked = new ArrayList<>();
        for (int i = 0; i < matchers.size(); i++) {
            checked.add(matcher(at + "/" + i, matchers.get(i)));
        }
        return checked;
    }

    private static Matcher matcher(String at, @Nullable MatcherRequest matcher) {
        if (matcher == null) {
            throw new InvalidRequestException(at, "is null", "a matcher with key, op and value");
        }
        String key = matcher.key();
        if (key == null || key.isBlank()) {
            throw new InvalidRequestException(at + "/key", "is missing", "the name of an attribute");
        }
        if (key.length() > MAX_TEXT) {
            throw new InvalidRequestException(at + "/key", "is too long", "at most " + MAX_TEXT + " characters");
        }
        MatchOp op = matcher.op();
        if (op == null) {
            throw new InvalidRequestException(
                    at + "/op",
                    "is missing",
                    "eq, neq, contains, starts_with, ends_with, regex, in, exists, gt, gte, lt or lte");
        }
        return new Matcher(key, op, value(at + "/value", op, matcher.value()));
    }

    private static @Nullable JsonNode value(String at, MatchOp op, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            if (op != MatchOp.EXISTS) {
                throw new InvalidRequestException(at, "is missing", accepted(op));
            }
            return null;
        }
        if (!fits(op, value)) {
            throw new InvalidRequestException(at, "does not fit its op", accepted(op));
        }
        if (op == MatchOp.IN) {
            if (value.size() > MAX_VALUES) {
                throw new InvalidRequestException(at, "has too many values", "at most " + MAX_VALUES);
            }
            for (int i = 0; i < value.size(); i++) {
                bounded(at + "/" + i, value.get(i));
            }
        } else {
            bounded(at, value);
        }
        if (op == MatchOp.REGEX) {
            SpanPredicates.problemOf(value.stringValue()).ifPresent(problem -> {
                throw new InvalidRequestException(at, problem, accepted(op));
            });
        }
        return value;
    }

    private static boolean fits(MatchOp op, JsonNode value) {
        return switch (op) {
            case EQ, NEQ -> isScalar(value);
            case IN ->
                value.isArray() && !value.isEmpty() && value.valueStream().allMatch(MatchChecks::isScalar);
            case CONTAINS, STARTS_WITH, ENDS_WITH ->
                value.isString() && !value.stringValue().isEmpty();
            case REGEX -> value.isString();
            case GT, GTE, LT, LTE -> value.isNumber();
            case EXISTS -> value.isBoolean();
        };
    }

    private static boolean isScalar(JsonNode value) {
        return value.isString() || value.isNumber() || value.isBoolean();
    }

    private static void bounded(String at, JsonNode value) {
        if (value.isString() && value.stringValue().length() > MAX_TEXT) {
            throw new InvalidRequestException(at, "is too long", "at most " + MAX_TEXT + " characters");
        }
        if (value.isIntegralNumber() && !value.canConvertToLong()) {
            throw new InvalidRequestException(at, "is too large", "a whole number of at most 64 bits");
        }
        if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
            throw new InvalidRequestException(at, "is too large", "a number that fits into 64 bits");
        }
    }

    private static String accepted(MatchOp op) {
        return switch (op) {
            case EQ, NEQ -> "text, a number, true or false";
            case EXISTS -> "true, false or nothing";
            case IN -> "a list of text, numbers, true or false";
            case CONTAINS, STARTS_WITH, ENDS_WITH -> "text of at least one character";
            case REGEX -> "a pattern in RE2 syntax that matches the whole value";
            case GT, GTE, LT, LTE -> "a number";
        };
    }
}

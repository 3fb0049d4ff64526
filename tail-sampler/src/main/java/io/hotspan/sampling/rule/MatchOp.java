package io.hotspan.sampling.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a matcher compares an attribute. None but {@link #EXISTS} can be true of an absent one. */
public enum MatchOp {
    /** Equal: to text as text, to a number as a number, to true or false as such. */
    @JsonProperty("eq")
    EQ,
    /** There, and not equal. */
    @JsonProperty("neq")
    NEQ,
    @JsonProperty("contains")
    CONTAINS,
    @JsonProperty("starts_with")
    STARTS_WITH,
    @JsonProperty("ends_with")
    ENDS_WITH,
    /** A pattern (RE2) matches the whole value. */
    @JsonProperty("regex")
    REGEX,
    /** Equal to one of several. */
    @JsonProperty("in")
    IN,
    /** There, or with the value {@code false} not there. */
    @JsonProperty("exists")
    EXISTS,
    @JsonProperty("gt")
    GT,
    @JsonProperty("gte")
    GTE,
    @JsonProperty("lt")
    LT,
    @JsonProperty("lte")
    LTE
}

package io.hotspan.sampling.policy.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hotspan.sampling.policy.AlwaysPolicy;
import io.hotspan.sampling.policy.CombinedPolicy;
import io.hotspan.sampling.policy.ErrorPolicy;
import io.hotspan.sampling.policy.LatencyPolicy;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.PolicySet.Precedence;
import io.hotspan.sampling.policy.ProbabilityPolicy;
import io.hotspan.sampling.policy.RateLimitPolicy;
import io.hotspan.sampling.policy.SpanCountPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    private final PolicyFile file = new PolicyFile(Path.of("policies.yml"));

    @Test
    void completeFile_isUnderstood() {
        PolicySet policies = parse("""
                precedence: first-match
                policies:
                  - {name: a, type: error}
                  - {name: b, type: latency, at-least: 2s, at-most: 1m}
                  - {name: c, type: span_count, min: 3}
                  - {name: d, type: bytes-limiting, bytes-per-second: 1MB}
                  - name: e
                    type: and
                    policies:
                      - {name: f, type: always}
                      - {name: g, type: probability, probability: 0.5}
                """);

        assertThat(policies.precedence()).isEqualTo(Precedence.FIRST_MATCH);
        assertThat(policies.policies())
                .containsExactly(
                        new ErrorPolicy("a"),
                        new LatencyPolicy("b", Duration.ofSeconds(2), Duration.ofMinutes(1)),
                        new SpanCountPolicy("c", 3, Long.MAX_VALUE),
                        new RateLimitPolicy("d", RateLimitPolicy.Unit.BYTES, 1 << 20, 2 << 20),
                        new CombinedPolicy.And("e", List.of(new AlwaysPolicy("f"), new ProbabilityPolicy("g", 0.5))));
    }

    /** A policy {@code a} of these settings is refused at the place of the right column, for the reason after it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "type: error, at-least: 1s | line 2, column 38 | policy a has no setting at-least",
                "type: error, probability: 1 | line 2, column 41 | policy a has no setting probability",
                "type: latency | line 2, column 12 | policy a needs at-least, such as 2s",
                "type: latency, at-least: 0s | line 2, column 12 | at-least must be longer than 0",
                "type: latency, at-least: 2s, at-most: 1s | line 2, column 12 | must not be shorter",
                "type: latency, at-least: soon | line 2, column 40 | soon cannot be the at-least",
                "type: probability | line 2, column 12 | policy a needs probability, such as 0.1",
                "type: probability, probability: 1.5 | line 2, column 12 | must lie between 0 and 1",
                "type: probability, probability: -0.1 | line 2, column 12 | must lie between 0 and 1",
                "type: errors | line 2, column 21 | errors cannot be the type",
                "probability: 1 | line 2, column 12 | policy a needs a type: one of always, error, status-code",
                "type: error, at-leest: 1s | line 2, column 38 | there is no setting policies[0].at-leest",
                "type: span-count | line 2, column 12 | needs min or max",
                "type: span-count, min: 0 | line 2, column 12 | 1 <= min <= max",
                "type: span-count, min: 1.5 | line 2, column 38 | must be a whole number",
                "type: span-count, min: 5, max: 4 | line 2, column 12 | 1 <= min <= max",
                "type: string-attribute, values: [x] | line 2, column 12 | needs key",
                "type: string-attribute, key: k | line 2, column 12 | needs values",
                "type: string-attribute, key: k, exists: true, values: [x] | line 2, column 70 | exists asks for no",
                "type: string-attribute, key: k, regex: true, values: ['ok', '[a-'] | line 2, column 75 | [a- is no reg",
                "type: numeric-attribute, key: k | line 2, column 12 | needs min or max",
                "type: numeric-attribute, key: k, min: 2, max: 1 | line 2, column 53 | must not be above",
                "type: traceql | line 2, column 12 | needs filter",
                "type: traceql, filter: '{ name == 1 }' | line 2, column 38 | equality is a single =",
                "type: rate-limiting | line 2, column 12 | needs spans-per-second",
                "type: rate-limiting, spans-per-second: 0 | line 2, column 12 | at least 1 a second",
                "type: bytes-limiting | line 2, column 12 | needs bytes-per-second",
                "type: and | line 2, column 12 | needs policies",
                "type: not, policies: [{name: b, type: probability, probability: 1}] | line 2, column 12 | negated",
                "type: drop, policies: [{name: b, type: rate-limiting, spans-per-second: 1}] | line 2, column 12 | neg",
                "type: or, policies: [{name: b, type: drop, policies: [{name: c, type: error}]}] | line 2, column | itself",
                "type: or, policies: [{name: a, type: error}] | line 2, column 12 | two policies are named a",
                "type: ema-sample-rate, fields: [status] | line 2, column 12 | needs goal-sample-rate",
                "type: ema-sample-rate, goal-sample-rate: 0, fields: [status] | line 2, column 12 | at least 1",
                "type: ema-throughput, goal-traces-per-second: 5 | line 2, column 12 | needs fields",
                "type: ema-throughput, goal-traces-per-second: 5, fields: [nope] | line 2, column 73 | nope is no field",
                "type: ema-throughput, goal-traces-per-second: 5, fields: [name], weight: 1 | line 2, column 12 | weight must",
                "type: windowed-throughput, goal-traces-per-second: 5, fields: [name], lookback: 0s | line 2, column 12 | look",
                "type: composite, policies: [{name: b, type: error, share: 1}] | line 2, column 12 | needs spans-per-second",
                "type: composite, spans-per-second: 1, policies: [{name: b, type: error}] | line 2, column | needs a share",
                "type: error, share: 1 | line 2, column 35 | no part of a composite",
                "type: and, policies: [{name: b, type: latency}] | line 2, column 44 | policy b needs at-least"
            })
    void wrongSettings_areRefusedWithTheirPlace(String settings, String place, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("policies:\n  - {name: a, " + settings + "}\n"))
                .withMessageStartingWith("policies.yml, " + place)
                .withMessageContaining(reason);
    }

    @Test
    void policyWithoutAName_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("policies:\n  - {name: a, type: error}\n  - type: error\n"))
                .withMessage("policies.yml, line 3, column 11: every policy needs a name");
    }

    @Test
    void equalNames_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("policies:\n  - {name: a, type: error}\n  - {name: a, type: always}\n"))
                .withMessageContaining("two policies are named a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; no policies",
                "'policies: []'; no policies",
                "'polices: [{name: a, type: error}]'; line 1, column 18: there is no setting polices[0].name",
                "'policies: [{name: a'; line 1, column 20: not YAML",
                "'precedence: last'; precedence"
            })
    void fileThatIsNone_isRefused(String yaml, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(yaml))
                .withMessageStartingWith("policies.yml")
                .withMessageContaining(reason);
    }

    private PolicySet parse(String yaml) {
        return file.parse(yaml.getBytes(UTF_8));
    }
}

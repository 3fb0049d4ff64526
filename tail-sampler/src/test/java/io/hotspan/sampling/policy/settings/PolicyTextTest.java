package io.hotspan.sampling.policy.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.telemetry.decision.PolicyList;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTextTest {

    private static final String YAML = """
            precedence: first-match
            policies:
              - {name: errors, type: error}
              - {name: slow, type: latency, at-least: 2s, at-most: 90s}
              - {name: big, type: span-count, min: 10}
              - {name: cap, type: bytes-limiting, bytes-per-second: 1MB, burst-bytes: 1500KB}
              - {name: pay, type: string-attribute, key: http.route, values: ['/pay: .*', "yes"], regex: true}
              - {name: db, type: traceql, filter: '{ kind = client && duration > 1s }'}
              - {name: both, type: and, policies: [{name: e, type: status-code, status-codes: [error]}, {name: h, type: probability, probability: 0.5}]}
            """;

    @Test
    void policies_areListedAsTheyWereConfigured() {
        assertThat(listed(YAML))
                .extracting(PolicyList.Policy::text)
                .containsExactly(
                        "{name: errors, type: error}",
                        "{name: slow, type: latency, at-least: 2s, at-most: 90s}",
                        "{name: big, type: span-count, min: 10}",
                        "{name: cap, type: bytes-limiting, bytes-per-second: 1MB, burst-bytes: 1500KB}",
                        "{name: pay, type: string-attribute, key: http.route, values: ['/pay: .*', 'yes'], regex: true}",
                        "{name: db, type: traceql, filter: '{ kind = client && duration > 1s }'}",
                        "{name: both, type: and, policies: [{name: e, type: status-code, status-codes: [error]},"
                                + " {name: h, type: probability, probability: 0.5}]}");
    }

    @Test
    void listedPolicies_canBeConfiguredAgain() {
        PolicySet first = parse(YAML);
        StringBuilder again = new StringBuilder("precedence: first-match\npolicies:\n");
        first.listed()
                .policies()
                .forEach(policy -> again.append("  - ").append(policy.text()).append('\n'));
        PolicySet second = parse(again.toString());

        assertThat(second.policies()).isEqualTo(first.policies());
        assertThat(second.listed()).isEqualTo(first.listed());
    }

    private static List<PolicyList.Policy> listed(String yaml) {
        return parse(yaml).listed().policies();
    }

    private static PolicySet parse(String yaml) {
        return new PolicyFile(Path.of("policies.yml")).parse(yaml.getBytes(UTF_8));
    }
}

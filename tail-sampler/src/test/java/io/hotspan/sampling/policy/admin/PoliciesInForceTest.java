package io.hotspan.sampling.policy.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.policy.settings.PolicyFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PoliciesInForceTest {

    @Test
    void text_isAFileOfThePolicies() {
        PolicySet policies = parse("""
                precedence: first-match
                policies:
                  - name: slow
                    type: latency
                    at-least: 2s
                  - {name: 'a: b', type: traceql, filter: '{ span.http.route = "/cart" }'}
                  - name: both
                    type: and
                    policies:
                      - {name: failed, type: error}
                      - {name: half, type: probability, probability: 0.5}
                """);

        String text = PoliciesInForce.of(policies.listed()).policies();

        assertThat(text)
                .startsWith("precedence: first-match\npolicies:\n  - {name: slow, type: latency, at-least: 2s}\n");
        assertThat(parse(text).listed()).isEqualTo(policies.listed());
    }

    private static PolicySet parse(String yaml) {
        return new PolicyFile(Path.of("policies.yml")).parse(yaml.getBytes(UTF_8));
    }
}

package io.hotspan.sampling.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.policy.PolicySet;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

class InlinePoliciesTest {

    @Test
    void policiesInTheServicesOwnFile_areInForce() throws IOException {
        assertThat(policies("  - {name: a, type: error}").policies()).hasSize(1);
    }

    @Test
    void wrongPolicy_isRefusedWithItsSettingAndPlace() {
        assertThatThrownBy(
                        () -> policies("  - {name: a, type: error}\n        - {name: b, type: latency, at-least: 0s}"))
                .hasMessageContaining("hotspan.sampler.policies[1]")
                .hasMessageContaining("5:18")
                .hasMessageContaining("policy b: at-least must be longer than 0");
    }

    @Test
    void misspeltSetting_isRefused() {
        assertThatThrownBy(() -> policies("  - {name: a, type: latency, at-least: 1s, at-mots: 2s}"))
                .rootCause()
                .hasMessageContaining("at-mots");
    }

    private static PolicySet policies(String list) throws IOException {
        String yaml = "hotspan:\n  sampler:\n    policies:\n      " + list + "\n";
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("tail-sampler", new ByteArrayResource(yaml.getBytes(UTF_8)))
                .forEach(environment.getPropertySources()::addFirst);
        ConfigurationPropertySources.attach(environment);
        SamplerProperties settings = Binder.get(environment).bindOrCreate("hotspan.sampler", SamplerProperties.class);
        return new SamplerConfiguration()
                .policies(settings, environment, new SimpleMeterRegistry())
                .get();
    }
}

package io.hotspan.generator.truth;

import io.hotspan.generator.GeneratorProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroundTruthConfiguration {

    @Bean
    @ConditionalOnMissingBean
    GroundTruth groundTruth(GeneratorProperties properties) {
        return properties.groundTruthFile() == null
                ? GroundTruth.none()
                : GroundTruthFile.append(properties.groundTruthFile());
    }
}

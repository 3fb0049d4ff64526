package io.hotspan.generator.storefront;

import io.hotspan.generator.pack.TrafficPack;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorefrontConfiguration {

    @Bean
    TrafficPack storefrontPack() {
        return new StorefrontPack();
    }
}

package io.hotspan.receiver;

import io.hotspan.service.HotspanService;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The receiver as a process of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OtlpReceiverApplication {

    /** Starts the receiver. */
    public static void main(String[] args) {
        HotspanService.run(OtlpReceiverApplication.class, "otlp-receiver", args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

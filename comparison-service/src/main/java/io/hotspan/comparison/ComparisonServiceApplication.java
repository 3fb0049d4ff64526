package io.hotspan.comparison;

import io.hotspan.service.HotspanService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ComparisonServiceApplication {

    public static void main(String[] args) {
        HotspanService.run(ComparisonServiceApplication.class, "comparison-service", args);
    }
}

package io.hotspan.generator;

import io.hotspan.service.HotspanService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The trace generator as a service: live traffic, back-fill jobs, and scenarios switched over REST. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TraceGeneratorApplication {

    public static void main(String[] args) {
        HotspanService.run(TraceGeneratorApplication.class, "trace-generator", args);
    }
}

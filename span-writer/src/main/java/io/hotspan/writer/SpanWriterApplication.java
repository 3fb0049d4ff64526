package io.hotspan.writer;

import io.hotspan.service.HotspanService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Writes kept spans from Kafka into ClickHouse, each row once. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SpanWriterApplication {

    public static void main(String[] args) {
        HotspanService.run(SpanWriterApplication.class, "span-writer", args);
    }
}

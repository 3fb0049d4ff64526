package io.hotspan.heatmap;

import io.hotspan.service.HotspanService;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HeatmapServiceApplication {

    public static void main(String[] args) {
        HotspanService.run(HeatmapServiceApplication.class, "heatmap-service", args);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}

package io.hotspan.sampling;

import io.hotspan.service.HotspanService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps or drops whole traces. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TailSamplerApplication {

    public static void main(String[] args) {
        HotspanService.run(TailSamplerApplication.class, "tail-sampler", args);
    }
}

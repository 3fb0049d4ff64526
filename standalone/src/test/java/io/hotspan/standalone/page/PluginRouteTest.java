package io.hotspan.standalone.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginRouteTest {

    private static final Map<String, String> SETTINGS = Map.of("heatmapUrl", "http://127.0.0.1:8081");

    private final PluginRoute route = new PluginRoute("heatmap/", "{{ .JsonData.heatmapUrl }}");

    @ParameterizedTest
    @CsvSource({
        "heatmap/api/v1/heatmap, http://127.0.0.1:8081/api/v1/heatmap",
        "heatmap/, http://127.0.0.1:8081/",
        "heatmap/a%20b, http://127.0.0.1:8081/a%20b",
        "heatmap/a..b, http://127.0.0.1:8081/a..b"
    })
    void pathOfTheRoute_goesToItsUrl(String path, URI target) {
        assertThat(route.resolve(path, SETTINGS)).hasValue(target);
    }

    @ParameterizedTest
    @CsvSource({"comparison/api", "heatmap", "heatmap/../actuator", "heatmap/%2E%2e/x", "heatmap/..%2Fx", "heatmap/a\\b"
    })
    void otherPath_goesNowhere(String path) {
        assertThat(route.resolve(path, SETTINGS)).isEmpty();
    }

    @Test
    void wildcardOfAnApp_meansThePathBelow() {
        PluginRoute wildcard = new PluginRoute("heatmap/*", "{{ .JsonData.heatmapUrl }}");
        assertThat(wildcard.resolve("heatmap/api/v1/fields", SETTINGS))
                .hasValue(URI.create("http://127.0.0.1:8081/api/v1/fields"));
        assertThat(wildcard.resolve("heat", SETTINGS)).isEmpty();
    }

    @Test
    void unknownSetting_goesNowhere() {
        assertThat(route.resolve("heatmap/api", Map.of())).isEmpty();
    }
}

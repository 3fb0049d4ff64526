package io.hotspan.receiver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hotspan.receiver.BoundProperties;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpPropertiesTest {

    @Test
    void noPage_maySendByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new HttpProperties(List.of()));
        assertThat(bind(Map.of("allowed-origins", ""))).isEqualTo(new HttpProperties(List.of()));
    }

    @Test
    void explicitValues_areTaken() {
        assertThat(bind(Map.of("allowed-origins", "https://a.example,http://localhost:3000")))
                .isEqualTo(new HttpProperties(List.of("https://a.example", "http://localhost:3000")));
    }

    @Test
    void whatIsNoOrigin_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpProperties(List.of("https://a.example/path")))
                .withMessageContaining("https://shop.example");
    }

    private static HttpProperties bind(Map<String, String> values) {
        return BoundProperties.bind("hotspan.receiver.http", HttpProperties.class, values);
    }
}

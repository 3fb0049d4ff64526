package io.hotspan.receiver.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hotspan.receiver.BoundProperties;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrpcPropertiesTest {

    @Test
    void defaults_areTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new GrpcProperties("127.0.0.1", 4317, 100));
    }

    @Test
    void explicitValues_areTaken() {
        assertThat(bind(Map.of("address", "0.0.0.0", "port", "0", "max-concurrent-calls", "7")))
                .isEqualTo(new GrpcProperties("0.0.0.0", 0, 7));
    }

    @Test
    void impossibleValues_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GrpcProperties("::1", 70_000, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GrpcProperties("::1", 4317, 0));
    }

    private static GrpcProperties bind(Map<String, String> values) {
        return BoundProperties.bind("hotspan.receiver.grpc", GrpcProperties.class, values);
    }
}

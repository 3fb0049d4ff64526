package io.hotspan.receiver.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hotspan.receiver.BoundProperties;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicPropertiesTest {

    @Test
    void defaults_areTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new TopicProperties("otel-traces-raw", 4, (short) -1));
    }

    @Test
    void explicitValues_areTaken() {
        assertThat(bind(Map.of("name", "spans", "partitions", "12", "replicas", "3")))
                .isEqualTo(new TopicProperties("spans", 12, (short) 3));
    }

    @Test
    void impossibleValues_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicProperties(" ", 4, (short) 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicProperties("spans", 0, (short) 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicProperties("spans", 4, (short) 0));
    }

    private static TopicProperties bind(Map<String, String> values) {
        return BoundProperties.bind("hotspan.receiver.topic", TopicProperties.class, values);
    }
}

package io.hotspan.heatmap.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hotspan.query.request.RequestChecks;
import io.hotspan.query.request.RequestLimits;
import io.hotspan.service.problem.InvalidRequestException;
import io.hotspan.telemetry.filter.Attribute;
import io.hotspan.telemetry.filter.Intrinsic;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {
    private static final RequestChecks CHECKS = new RequestChecks(new RequestLimits(Duration.ofDays(31)));

    @Property
    void attribute_canBeReadBack(@ForAll @NotEmpty @StringLength(max = 20) String key) {
        if (key.chars().anyMatch(c -> c == '\n' || c == '\r' || Character.isSurrogate((char) c))) {
            return;
        }
        assertThat(FieldNames.parse(FieldNames.attribute("span", key), CHECKS))
                .isEqualTo(new Attribute(Attribute.Scope.SPAN, key));
    }

    @Test
    void plainKey_needsNoQuotes() {
        assertThat(FieldNames.attribute("resource", "k8s.pod.name")).isEqualTo("resource.k8s.pod.name");
        assertThat(FieldNames.attribute("span", "tenant id")).isEqualTo("span.\"tenant id\"");
    }

    @Test
    void intrinsics_areFields() {
        assertThat(FieldNames.parse("statusMessage", CHECKS)).isEqualTo(Intrinsic.STATUS_MESSAGE);
        assertThat(FieldNames.parse(" name ", CHECKS)).isEqualTo(Intrinsic.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "name != nil || name", "name != nil } {", "!name", "(name)", "\"name\"", "1"})
    void whatIsNoField_isRefused(String name) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> FieldNames.parse(name, CHECKS))
                .withMessageStartingWith("field: ");
    }
}

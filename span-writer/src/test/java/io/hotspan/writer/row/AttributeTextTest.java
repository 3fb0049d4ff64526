package io.hotspan.writer.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.hotspan.telemetry.otlp.NumberText;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeTextTest {

    /** The right column is what Go prints for the left one. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "-2.50, -2.5",
        "0.1, 0.1",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "1.5e300, 1.5e+300",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "-1.25e-9, -1.25e-9",
        "1e-10, 1e-10",
        "4.9e-324, 5e-324",
        "2e23, 2e+23",
        "9007199254740993, 9007199254740992"
    })
    void number_isWrittenAsGoDoes(double value, String text) {
        assertThat(NumberText.of(value)).isEqualTo(text);
    }

    @Property
    void number_readsBackAsItself(@ForAll double value) {
        if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(NumberText.of(value))).isEqualTo(value);
        }
    }

    @Test
    void scalars_areWrittenPlainly() {
        assertThat(text(AnyValue.newBuilder().setBoolValue(true))).isEqualTo("true");
        assertThat(text(AnyValue.newBuilder().setIntValue(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
        assertThat(text(AnyValue.newBuilder().setStringValue("<a&b>"))).isEqualTo("<a&b>");
        assertThat(text(AnyValue.newBuilder().setBytesValue(ByteString.copyFrom(new byte[] {1, -1, 0}))))
                .isEqualTo("Af8A");
        assertThat(text(AnyValue.newBuilder())).isEmpty();
        assertThat(text(AnyValue.newBuilder().setDoubleValue(Double.NEGATIVE_INFINITY)))
                .isEqualTo("json: unsupported value: -Inf");
    }

    @Test
    void arraysAndMaps_areJsonWithSortedKeys() {
        AnyValue.Builder map = AnyValue.newBuilder()
                .setKvlistValue(KeyValueList.newBuilder()
                        .addValues(entry("b", AnyValue.newBuilder().setDoubleValue(1.0)))
                        .addValues(entry("a", AnyValue.newBuilder().setStringValue("x\"\n\u0001<é>\u2028")))
                        .addValues(entry("\uD83D\uDE00", AnyValue.newBuilder()))
                        .addValues(entry("\uFFFD", AnyValue.newBuilder().setBoolValue(false)))
                        .addValues(entry("b", AnyValue.newBuilder().setIntValue(2))));
        assertThat(text(map)).isEqualTo("""
                {"a":"x\\"\\n\\u0001<é>\\u2028","b":2,"\uFFFD":false,"\uD83D\uDE00":null}""");
        AnyValue.Builder array = AnyValue.newBuilder()
                .setArrayValue(ArrayValue.newBuilder()
                        .addValues(AnyValue.newBuilder().setIntValue(1))
                        .addValues(map)
                        .addValues(AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("hi"))));
        assertThat(text(array)).startsWith("[1,{\"a\":").endsWith("},\"aGk=\"]");
    }

    @Test
    void jsonWithoutFiniteNumbers_isEmpty() {
        assertThat(text(AnyValue.newBuilder()
                        .setArrayValue(ArrayValue.newBuilder()
                                .addValues(AnyValue.newBuilder().setDoubleValue(Double.NaN)))))
                .isEmpty();
    }

    private static String text(AnyValue.Builder value) {
        return AttributeText.of(value.build()).toStringUtf8();
    }

    private static KeyValue entry(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }
}

package io.hotspan.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class KnownResourcesTest {

    private final KnownResources known = new KnownResources();

    @Test
    void resourcesThatDifferInOneCharacter_areToldApart() {
        byte[] plain = "service.name=cart k8s.pod.name=cart-5d8f7c9b6-x2k4q cloud.region=eu".getBytes(UTF_8);
        for (int at = 0; at < plain.length; at++) {
            remember(changed(plain, at), at);
        }

        for (int at = 0; at < plain.length; at++) {
            assertThat(numberOf(changed(plain, at))).isEqualTo(at);
        }
        assertThat(known.find(plain, 0, plain.length)).isNull();
    }

    @Test
    void moreThanFit_areForgottenButNeverMistaken() {
        for (int number = 0; number < 10_000; number++) {
            remember(resource(number), number);
            assertThat(numberOf(resource(number))).isEqualTo(number);
        }

        assertThat(remembered(10_000, KnownResourcesTest::resource)).isBetween(1, 2_048);
    }

    /** A change of a word's topmost bit is undone by the same change 32 bytes later. */
    @Test
    void resourcesOfOneHash_areNeverMistaken() {
        for (int number = 0; number < 256; number++) {
            remember(colliding(number), number);
        }

        assertThat(remembered(256, KnownResourcesTest::colliding)).isEqualTo(32);
    }

    @Test
    void longResource_isNotKept() {
        byte[] resource = new byte[2_000];

        remember(resource, 1);

        assertThat(known.find(resource, 0, resource.length)).isNull();
    }

    private void remember(byte[] resource, long number) {
        AttributeValue value = new AttributeValue();
        value.setNumber(AttributeType.LONG, number);
        known.remember(resource, 0, resource.length, new AttributeValue[] {value});
    }

    /** How many of the first ones are known, each by its own number. */
    private int remembered(int end, IntFunction<byte[]> resources) {
        int remembered = 0;
        for (int number = 0; number < end; number++) {
            byte[] resource = resources.apply(number);
            if (known.find(resource, 0, resource.length) != null) {
                assertThat(numberOf(resource)).isEqualTo(number);
                remembered++;
            }
        }
        return remembered;
    }

    private long numberOf(byte[] resource) {
        return Objects.requireNonNull(known.find(resource, 0, resource.length))[0].asLong();
    }

    private static byte[] resource(int number) {
        return ("service.instance.id=" + number).getBytes(UTF_8);
    }

    private static byte[] colliding(int number) {
        byte[] resource = new byte[128];
        for (int bit = 0; bit < 8; bit++) {
            if ((number >> bit & 1) != 0) {
                int lane = bit % 4;
                int pair = bit / 4 * 64;
                resource[pair + lane * 8 + 7] = (byte) 0x80;
                resource[pair + lane * 8 + 39] = (byte) 0x80;
            }
        }
        return resource;
    }

    private static byte[] changed(byte[] resource, int at) {
        byte[] changed = resource.clone();
        changed[at] = '#';
        return changed;
    }
}

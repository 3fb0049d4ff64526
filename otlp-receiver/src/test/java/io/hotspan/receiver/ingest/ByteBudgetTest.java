package io.hotspan.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ByteBudgetTest {

    private static final int MAX_MESSAGE = 1 << 20;

    private final ByteBudget budget = new ByteBudget(
            IngestPropertiesTest.withSizes(DataSize.ofMegabytes(1), DataSize.ofMegabytes(4)),
            new SimpleMeterRegistry());

    @Test
    void reservations_endWithTheirBytes() {
        ByteBudget.Reservation first = budget.reserve(3 << 20);
        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> budget.reserve(2 << 20))
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2)));
        first.grow(1 << 20);
        assertThat(budget.used()).isEqualTo(4 << 20);
        first.close();
        first.close();
        assertThat(budget.used()).isZero();
    }

    @Test
    void announcedMessage_isReservedBeforeItComes() {
        try (Message message = Message.expecting(1 << 20, MAX_MESSAGE, budget)) {
            assertThat(budget.used()).isEqualTo(1 << 20);
            assertThat(message.bytes()).isEmpty();
        }
        assertThat(budget.used()).isZero();
        assertThatExceptionOfType(MessageTooLargeException.class)
                .isThrownBy(() -> Message.expecting(MAX_MESSAGE + 1L, MAX_MESSAGE, budget));
    }

    @Property(tries = 200)
    void message_holdsWhatItWasGivenAndReservesItFirst(
            @ForAll byte[] content, @ForAll @IntRange(min = -1, max = 300) int announced) throws IOException {
        try (Message message = Message.expecting(announced, MAX_MESSAGE, budget)) {
            message.append(ByteBuffer.wrap(content));
            message.appendAll(new ByteArrayInputStream(content));
            assertThat(message.length()).isEqualTo(2 * content.length);
            assertThat(ByteBuffer.wrap(message.bytes(), content.length, content.length))
                    .isEqualTo(ByteBuffer.wrap(content));
            assertThat(budget.used()).isGreaterThanOrEqualTo(message.bytes().length);
        }
        assertThat(budget.used()).isZero();
    }

    @Test
    void messageOfExactlyTheLimit_isTaken() throws IOException {
        try (Message message = Message.expecting(-1, MAX_MESSAGE, budget)) {
            message.appendAll(new ByteArrayInputStream(new byte[MAX_MESSAGE]));
            assertThat(message.length()).isEqualTo(MAX_MESSAGE);
        }
        try (Message message = Message.expecting(-1, MAX_MESSAGE, budget)) {
            assertThatExceptionOfType(MessageTooLargeException.class)
                    .isThrownBy(() -> message.appendAll(new ByteArrayInputStream(new byte[MAX_MESSAGE + 1])));
        }
        assertThat(budget.used()).isZero();
    }
}

package io.hotspan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.PortTakenException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PortsTest {

    private final Ports ports = new Ports();

    @Test
    void preferredPort_isGivenOnce() {
        int free = LoopbackPort.free();
        int first = ports.prefer(free);
        assertThat(ports.prefer(free)).isGreaterThan(first);
    }

    @Test
    void preferredPortThatIsTaken_isPassedBy() throws Exception {
        try (ServerSocket taken = listen()) {
            assertThat(ports.prefer(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void requiredPortThatIsTaken_isRefusedByItsOption() throws Exception {
        try (ServerSocket taken = listen()) {
            assertThatThrownBy(() -> ports.require("the page", "--port", taken.getLocalPort()))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("choose another with --port");
        }
    }

    @Test
    void requiredPortGivenAlready_isRefused() {
        int free = ports.prefer(LoopbackPort.free());
        assertThatThrownBy(() -> ports.require("the page", "--port", free))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("asked for twice");
    }

    @Test
    void portTakenMeanwhile_isFollowedByTheNext() {
        AtomicInteger attempts = new AtomicInteger();
        int started = ports.tryFrom(LoopbackPort.free(), port -> {
            if (attempts.incrementAndGet() < 3) {
                throw new PortTakenException("test", port);
            }
            return port;
        });
        assertThat(attempts).hasValue(3);
        assertThat(started).isPositive();
    }

    private static ServerSocket listen() throws Exception {
        return new ServerSocket(0, 1, InetAddress.ofLiteral(LoopbackPort.ADDRESS));
    }
}

package io.hotspan.standalone;

import io.hotspan.embedded.LoopbackPort;
import io.hotspan.embedded.PortTakenException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/** Hands out ports so that nothing started here takes another's. */
final class Ports {

    private static final int ATTEMPTS = 5;

    private final Set<Integer> given = new HashSet<>();

    /** Takes the port an option states, which outside clients know: no other will do. */
    synchronized int require(String what, String option, int port) {
        if (!LoopbackPort.isFree(port)) {
            throw new StartException(
                    "Port %d, which %s should listen on, is taken: stop what listens there or choose another with %s."
                            .formatted(port, what, option));
        }
        if (!given.add(port)) {
            throw new StartException("Port %d is asked for twice: give %s a port of its own.".formatted(port, option));
        }
        return port;
    }

    /** Takes the preferred port, or the next free one. */
    synchronized int prefer(int port) {
        int candidate = LoopbackPort.freeFrom(port);
        while (!given.add(candidate)) {
            candidate = LoopbackPort.freeFrom(candidate + 1);
        }
        return candidate;
    }

    /** Starts a server on the preferred port or a later one, also when another process is quicker to take it. */
    <T> T tryFrom(int preferred, IntFunction<T> start) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.apply(prefer(preferred));
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}

package io.hotspan.embedded;

/** Another process listens on the port asked for. */
public final class PortTakenException extends EmbeddedServerException {

    private final int port;

    public PortTakenException(String server, int port) {
        super(
                "Port %d, which %s should listen on, is taken by another process: stop that process or choose another port."
                        .formatted(port, server),
                null);
        this.port = port;
    }

    public int port() {
        return port;
    }
}

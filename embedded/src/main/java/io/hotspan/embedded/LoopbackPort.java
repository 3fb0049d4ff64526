package io.hotspan.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Looks for TCP ports on 127.0.0.1. A port found free may be taken a moment later: whoever binds it must still check.
 */
public final class LoopbackPort {

    /** The only address embedded servers listen on. */
    public static final String ADDRESS = "127.0.0.1";

    private static final int LAST = 65_535;

    private LoopbackPort() {}

    /** Returns a port nobody listens on, chosen by the operating system. */
    public static int free() {
        try (ServerSocket socket = bind(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + ADDRESS, e);
        }
    }

    /** Returns {@code preferred} or the next free port above it. */
    public static int freeFrom(int preferred) {
        for (int port = preferred; port <= LAST; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        return free();
    }

    /** Returns {@code port} itself, or a free one for 0. */
    public static int resolve(String server, int port) {
        if (port == 0) {
            return free();
        }
        if (!isFree(port)) {
            throw new PortTakenException(server, port);
        }
        return port;
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = bind(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // Without it a port whose last connections linger in TIME_WAIT would look taken after a restart.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port), 1);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}

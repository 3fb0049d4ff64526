package io.hotspan.standalone.page;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web pages out. A browser lets any page send requests to a loopback port, directly or under a host name
 * that its owner points at 127.0.0.1; it names the page in {@code Origin} and the host in {@code Host}.
 */
record RequestGuard(boolean loopbackOnly) {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    boolean allows(@Nullable String host, @Nullable String origin) {
        if (host == null || (loopbackOnly && !LOOPBACK_NAMES.contains(withoutPort(host)))) {
            return false;
        }
        return origin == null || host.equalsIgnoreCase(authority(origin));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

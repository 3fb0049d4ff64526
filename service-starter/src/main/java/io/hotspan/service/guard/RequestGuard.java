package io.hotspan.service.guard;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web pages out. A browser lets any page send requests to a loopback port, directly or under a host name
 * that its owner points at 127.0.0.1; it names the page in {@code Origin} and the host in {@code Host}.
 *
 * @param loopbackOnly whether only this machine can reach the port, so that it has no name but the loopback ones
 */
public record RequestGuard(boolean loopbackOnly) {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Whether the request is for this host under a name of its own. */
    public boolean isHost(@Nullable String host) {
        return !loopbackOnly || (host != null && LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", "")));
    }

    /** Whether the request comes from a page of this very host, or from no page at all. */
    public boolean isOwnPage(@Nullable String host, @Nullable String origin) {
        return origin == null || (host != null && host.equalsIgnoreCase(authority(origin)));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package io.hotspan.standalone.page;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of {@code routes} in a {@code plugin.json}, which Grafana uses just so: what follows {@code path} is asked for
 * under {@code url}. The path of an app's route ends with {@code *}, that of a data source's does not.
 */
record PluginRoute(String path, String url) {

    private static final Pattern SETTING = Pattern.compile("\\{\\{\\s*\\.JsonData\\.(\\w+)\\s*}}");

    PluginRoute {
        path = path.endsWith("*") ? path.substring(0, path.length() - 1) : path;
    }

    /** Returns where a request goes, if this route is for it and its URL is known. */
    Optional<URI> resolve(String requestPath, Map<String, String> settings) {
        if (!requestPath.startsWith(path) || !isPlain(requestPath)) {
            return Optional.empty();
        }
        Matcher matcher = SETTING.matcher(url);
        if (matcher.results().anyMatch(result -> !settings.containsKey(result.group(1)))) {
            return Optional.empty();
        }
        String base = matcher.replaceAll(result -> Matcher.quoteReplacement(settings.get(result.group(1))));
        String rest = requestPath.substring(path.length());
        return Optional.of(URI.create(join(base, rest)));
    }

    private static String join(String base, String rest) {
        String left = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return left + (rest.startsWith("/") ? rest : "/" + rest);
    }

    /** A path that climbs could reach what no route offers, such as a service's management endpoints. */
    private static boolean isPlain(String path) {
        String decoded =
                path.replace("%2e", ".").replace("%2E", ".").replace("%2f", "/").replace("%2F", "/");
        return !("/" + decoded + "/").contains("/../") && !decoded.contains("\\");
    }
}

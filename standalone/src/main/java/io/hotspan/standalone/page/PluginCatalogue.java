package io.hotspan.standalone.page;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The plugins that are built, read from their own {@code plugin.json} so that there is no second list of them. */
public final class PluginCatalogue {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DESCRIPTION = "plugin.json";
    private static final String APP_PREFIX = "/api/plugin-proxy/";
    private static final String DATASOURCE_PREFIX = "/api/datasources/proxy/uid/";

    private final List<Plugin> plugins;
    private final Map<String, String> settings;

    private PluginCatalogue(List<Plugin> plugins, Map<String, String> settings) {
        this.plugins = List.copyOf(plugins);
        this.settings = Map.copyOf(settings);
    }

    /**
     * Reads {@code <folder>/<plugin>/dist/plugin.json} of every plugin.
     *
     * @param settings what the routes name as {@code .JsonData.<name>}, such as {@code heatmapUrl}
     */
    public static PluginCatalogue read(Path folder, Map<String, String> settings) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> bundles = children.map(child -> child.resolve("dist"))
                    .filter(dist -> Files.isReadable(dist.resolve(DESCRIPTION)))
                    .sorted()
                    .toList();
            return new PluginCatalogue(
                    bundles.stream().map(PluginCatalogue::plugin).toList(), settings);
        }
    }

    /** The answer to {@code GET /api/plugins}. */
    byte[] json() {
        ArrayNode entries = JSON.createArrayNode();
        for (Plugin plugin : plugins) {
            ObjectNode entry = plugin.description().deepCopy();
            entry.put("module", "public/plugins/%s/module.js".formatted(plugin.id()));
            ObjectNode jsonData = entry.putObject("jsonData");
            settings.forEach(jsonData::put);
            entries.add(entry);
        }
        return JSON.writeValueAsBytes(entries);
    }

    Optional<Path> dist(String pluginId) {
        return plugins.stream()
                .filter(plugin -> plugin.id().equals(pluginId))
                .map(Plugin::dist)
                .findFirst();
    }

    /** Returns where a request to {@code /api/plugin-proxy/…} or {@code /api/datasources/proxy/uid/…} goes. */
    Optional<URI> resolve(String path) {
        if (path.startsWith(APP_PREFIX)) {
            return resolve(path.substring(APP_PREFIX.length()), false);
        }
        if (path.startsWith(DATASOURCE_PREFIX)) {
            return resolve(path.substring(DATASOURCE_PREFIX.length()), true);
        }
        return Optional.empty();
    }

    private Optional<URI> resolve(String path, boolean datasource) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String name = path.substring(0, slash);
        String rest = path.substring(slash + 1);
        return plugins.stream()
                .filter(plugin -> name.equals(datasource ? plugin.instanceUid() : plugin.id()))
                .flatMap(plugin -> plugin.routes().stream())
                .flatMap(route -> route.resolve(rest, settings).stream())
                .findFirst();
    }

    private static Plugin plugin(Path dist) {
        ObjectNode description = (ObjectNode) JSON.readTree(dist.resolve(DESCRIPTION));
        JsonNode routes = description.path("routes");
        return new Plugin(
                description.path("id").asString(),
                dist,
                description,
                StreamSupport.stream(routes.spliterator(), false)
                        .map(route -> new PluginRoute(
                                route.path("path").asString(), route.path("url").asString()))
                        .toList());
    }
}

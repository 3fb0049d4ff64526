package io.hotspan.standalone.page;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A built plugin.
 *
 * @param id as Grafana knows it
 * @param dist folder of the bundle
 * @param description its {@code plugin.json}
 * @param routes what its requests may reach, first match first
 */
record Plugin(String id, Path dist, ObjectNode description, List<PluginRoute> routes) {

    Plugin {
        routes = List.copyOf(routes);
    }

    /** The uid of the one instance the page makes of a data source. */
    String instanceUid() {
        return id.replaceFirst("-datasource$", "");
    }
}

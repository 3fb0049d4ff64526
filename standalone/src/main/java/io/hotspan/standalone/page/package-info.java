/** The page: serves the plugin bundles and passes their requests on to the services, as Grafana does. */
@NullMarked
package io.hotspan.standalone.page;

import org.jspecify.annotations.NullMarked;

package io.hotspan.heatmap.cells;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether heatmaps may be answered from rollups.
 *
 * @param enabled to be switched off where spans come into the table past the sampler, which does not count them
 */
@ConfigurationProperties("hotspan.heatmap.rollups")
record RollupSettings(@DefaultValue("true") boolean enabled) {}

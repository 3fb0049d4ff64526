package io.hotspan.comparison;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How comparisons are made.
 *
 * @param manyValues an attribute with more values than this is one of high cardinality: only values that are frequent
 *     in the selection are compared
 */
@ConfigurationProperties("hotspan.comparison")
record ComparisonSettings(@DefaultValue("1000") int manyValues) {
    ComparisonSettings {
        if (manyValues < 10 || manyValues > 100_000) {
            throw new IllegalArgumentException(
                    "hotspan.comparison.many-values must lie between 10 and 100000, not " + manyValues);
        }
    }
}

package io.hotspan.sampling.policy.settings;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/** Finds where a setting was written. */
public final class PolicyOrigins {

    private PolicyOrigins() {}

    /** Where the setting of this name stands; failing that, the first one below it, or above it. Null if unknown. */
    public static @Nullable Origin find(Iterable<ConfigurationPropertySource> sources, String setting) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(setting);
        while (!name.isEmpty()) {
            for (ConfigurationPropertySource source : sources) {
                Origin origin = find(source, name);
                if (origin != null) {
                    return origin;
                }
            }
            name = name.getParent();
        }
        return null;
    }

    private static @Nullable Origin find(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        var exact = source.getConfigurationProperty(name);
        if (exact != null) {
            return exact.getOrigin();
        }
        if (!(source instanceof IterableConfigurationPropertySource iterable)) {
            return null;
        }
        return iterable.stream()
                .filter(name::isAncestorOf)
                .map(below -> text(Origin.from(source.getConfigurationProperty(below))))
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(PolicyOrigins::place))
                .orElse(null);
    }

    /** The place in a text that an origin stands for; null if it is none. */
    static @Nullable TextResourceOrigin text(@Nullable Origin origin) {
        return switch (origin) {
            case TextResourceOrigin text -> text;
            case PropertySourceOrigin wrapped -> text(wrapped.getOrigin());
            case null, default -> null;
        };
    }

    private static long place(TextResourceOrigin origin) {
        TextResourceOrigin.Location location = origin.getLocation();
        return location == null ? Long.MAX_VALUE : ((long) location.getLine() << Integer.SIZE) + location.getColumn();
    }
}

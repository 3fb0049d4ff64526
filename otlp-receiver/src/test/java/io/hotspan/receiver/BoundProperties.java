package io.hotspan.receiver;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Binds settings as the application does. */
public final class BoundProperties {

    private BoundProperties() {}

    /** Settings of one feature, by their names below its prefix. */
    public static <T> T bind(String prefix, Class<T> type, Map<String, String> values) {
        Map<String, String> full = new TreeMap<>();
        values.forEach((name, value) -> full.put(prefix + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(full)).bindOrCreate(prefix, type);
    }
}

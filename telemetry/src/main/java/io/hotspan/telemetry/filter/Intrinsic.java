package io.hotspan.telemetry.filter;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every span has besides its attributes. */
public enum Intrinsic implements Field {
    NAME(Type.TEXT, "name", "span:name"),
    STATUS(Type.STATUS, "status", "span:status"),
    STATUS_MESSAGE(Type.TEXT, "statusMessage", "span:statusMessage"),
    KIND(Type.KIND, "kind", "span:kind"),
    DURATION(Type.DURATION, "duration", "span:duration"),
    TRACE_ID(Type.TEXT, "trace:id", "trace:id"),
    SPAN_ID(Type.TEXT, "span:id", "span:id"),
    PARENT_ID(Type.TEXT, "span:parentID", "span:parentID"),
    SCOPE_NAME(Type.TEXT, "instrumentation:name", "instrumentation:name"),
    SCOPE_VERSION(Type.TEXT, "instrumentation:version", "instrumentation:version");

    /** Which literals an intrinsic is compared with. */
    enum Type {
        TEXT("a \"quoted string\""),
        STATUS("error, ok or unset"),
        KIND("server, client, internal, producer, consumer or unspecified"),
        DURATION("a duration such as 250ms or 1.5s");

        private final String accepted;

        Type(String accepted) {
            this.accepted = accepted;
        }

        String accepted() {
            return accepted;
        }
    }

    private static final Map<String, Intrinsic> BY_NAME = byName();

    private final Type type;
    private final String fieldName;
    private final String scopedName;

    Intrinsic(Type type, String fieldName, String scopedName) {
        this.type = type;
        this.fieldName = fieldName;
        this.scopedName = scopedName;
    }

    /** The name TraceQL's users know it by. */
    public String fieldName() {
        return fieldName;
    }

    Type type() {
        return type;
    }

    static @Nullable Intrinsic named(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, Intrinsic> byName() {
        Map<String, Intrinsic> all = new HashMap<>();
        for (Intrinsic intrinsic : values()) {
            all.put(intrinsic.fieldName, intrinsic);
            all.put(intrinsic.scopedName, intrinsic);
        }
        return Map.copyOf(all);
    }
}

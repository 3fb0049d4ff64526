package io.hotspan.spanstore.schema;

import java.util.List;
import java.util.Set;

/**
 * The columns a span table has. A table of a Collector lacks ours; then each expression says the same in plain SQL,
 * more slowly, and {@link #missing()} lets an answer say so.
 */
public record SpanColumns(Set<String> names) {
    private static final List<String> OURS = List.of("SampleWeight", "SampleReason", "LatencyBucket", "AttributeIds");

    /** A table that our migrations have made. */
    public static final SpanColumns MIGRATED =
            new SpanColumns(Set.of("SampleWeight", "SampleReason", "LatencyBucket", "AttributeIds", "ScopeName"));

    /** A table as the Collector makes it. */
    public static final SpanColumns COLLECTOR = new SpanColumns(Set.of("ScopeName"));

    public SpanColumns {
        names = Set.copyOf(names);
    }

    /** What {@code LatencyBucket} is computed from in a table of ours. */
    public static String latencyBucketDefinition() {
        return LatencyBucketSql.of("Duration");
    }

    /** What {@code AttributeIds} is computed from in a table of ours. */
    public static String attributeIdsDefinition() {
        return AttributeIds.ALL;
    }

    /** Which of our columns the table lacks. */
    public List<String> missing() {
        return OURS.stream().filter(column -> !names.contains(column)).toList();
    }

    /** How many traces a span stands for, Float64; 1 where nothing was sampled by us. */
    public String weight() {
        return names.contains("SampleWeight") ? "SampleWeight" : "toFloat64(1)";
    }

    /** Why a span was kept; empty where unknown. */
    public String reason() {
        return names.contains("SampleReason") ? "SampleReason" : "''";
    }

    /** The span's latency bucket, Int16. */
    public String latencyBucket() {
        return names.contains("LatencyBucket") ? "LatencyBucket" : LatencyBucketSql.of("Duration");
    }

    /** The ids of all attributes, {@code Array(UInt64)}. */
    public String attributeIds() {
        return names.contains("AttributeIds") ? "AttributeIds" : AttributeIds.ALL;
    }

    /** The instrumentation scope's name; Collectors before 0.90 had no column for it. */
    public String scopeName() {
        return names.contains("ScopeName") ? "ScopeName" : "SpanAttributes['otel.scope.name']";
    }

    /** The instrumentation scope's version. */
    public String scopeVersion() {
        return names.contains("ScopeName") ? "ScopeVersion" : "SpanAttributes['otel.scope.version']";
    }
}

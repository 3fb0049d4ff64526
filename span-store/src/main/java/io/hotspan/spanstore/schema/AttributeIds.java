package io.hotspan.spanstore.schema;

import io.hotspan.spanstore.query.SqlFragment;

/**
 * The 64-bit ids of a span's attributes: 24 bits of hash say where the attribute is and its key, 40 bits its value.
 * Counting ids instead of strings makes a comparison of all attributes one pass over one column; only the winners are
 * looked up as text. As the key has bits of its own, ids can be grouped by key without a look at the text.
 */
public enum AttributeIds {
    RESOURCE("r", "ResourceAttributes"),
    SPAN("s", "SpanAttributes");

    /** Both kinds of attributes, as the materialized column holds them: the resource's, then the span's. */
    static final String ALL = "arrayConcat(" + RESOURCE.array() + ", " + SPAN.array() + ")";

    /** The low bits of an id are its value's; the others its key's. */
    public static final int VALUE_BITS = 40;

    private final String tag;
    private final String map;

    AttributeIds(String tag, String map) {
        this.tag = tag;
        this.map = map;
    }

    /** The map column with the attributes' text. */
    public String map() {
        return map;
    }

    /** The ids of this kind of attributes alone, in the order of the map's keys. */
    public String array() {
        return "arrayMap((k, v) -> %s, mapKeys(%s), mapValues(%s))".formatted(of("k", "v"), map, map);
    }

    /** The id of one attribute, from SQL expressions of its key and value. */
    public String of(String key, String value) {
        return id(tag, key, value);
    }

    /** The id of what is no attribute but is compared like one, such as a span's name. */
    public static String ofIntrinsic(String key, String value) {
        return id("i", "'" + key + "'", value);
    }

    private static String id(String tag, String key, String value) {
        return "bitOr(bitShiftLeft(xxHash64('%s', %s), %d), bitShiftRight(xxHash64(%s), %d))"
                .formatted(tag, key, VALUE_BITS, value, Long.SIZE - VALUE_BITS);
    }

    /** The id of one attribute with a given key and value. */
    public SqlFragment id(String key, String value) {
        return SqlFragment.of(of("?", "?"), key, value);
    }
}

package io.hotspan.spanstore.filter;

import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.telemetry.filter.Attribute;
import io.hotspan.telemetry.filter.Literal;
import io.hotspan.telemetry.filter.Operator;

/** Conditions on attributes. The server reads only the key it is asked for, and knows blocks that cannot have it. */
final class AttributeSql {
    private static final String RESOURCE = "ResourceAttributes";
    private static final String SPAN = "SpanAttributes";
    private static final String SERVICE_NAME = "service.name";

    private AttributeSql() {}

    static SqlFragment compare(Attribute attribute, Operator operator, Literal literal) {
        return switch (attribute.scope()) {
            case RESOURCE -> resource(attribute.key(), operator, literal);
            case SPAN -> inMap(SPAN, attribute.key(), operator, literal);
            // The span's own attribute hides its resource's.
            case EITHER ->
                SqlFragment.format(
                        "({} OR (NOT {} AND {}))",
                        inMap(SPAN, attribute.key(), operator, literal),
                        has(SPAN, attribute.key()),
                        resource(attribute.key(), operator, literal));
        };
    }

    static SqlFragment present(Attribute attribute) {
        String key = attribute.key();
        return switch (attribute.scope()) {
            case RESOURCE -> has(RESOURCE, key);
            case SPAN -> has(SPAN, key);
            case EITHER -> SqlFragment.format("({} OR {})", has(SPAN, key), has(RESOURCE, key));
        };
    }

    /** The service's name is a column, the first of the primary key; it is empty only where the attribute is. */
    private static SqlFragment resource(String key, Operator operator, Literal literal) {
        return key.equals(SERVICE_NAME) && literal instanceof Literal.Text(String text) && !text.isEmpty()
                ? serviceName(operator, literal)
                : inMap(RESOURCE, key, operator, literal);
    }

    private static SqlFragment serviceName(Operator operator, Literal literal) {
        SqlFragment comparison = ValueSql.column("ServiceName", operator, literal);
        return operator == Operator.EQ ? comparison : comparison.and(has(RESOURCE, SERVICE_NAME));
    }

    private static SqlFragment inMap(String map, String key, Operator operator, Literal literal) {
        SqlFragment comparison = ValueSql.attribute(SqlFragment.of(map + "[?]", key), operator, literal);
        return ValueSql.isFalseOfEmpty(operator, literal)
                ? comparison
                : has(map, key).and(comparison);
    }

    private static SqlFragment has(String map, String key) {
        return SqlFragment.of("mapContains(" + map + ", ?)", key);
    }
}

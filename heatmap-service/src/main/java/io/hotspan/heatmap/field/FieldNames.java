package io.hotspan.heatmap.field;

import io.hotspan.query.request.RequestChecks;
import io.hotspan.telemetry.filter.Field;
import io.hotspan.telemetry.filter.SpanFilter;
import io.hotspan.telemetry.filter.SpanFilterParser;
import io.hotspan.telemetry.filter.SpanFilterSyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields as the filter language writes them. */
final class FieldNames {

    /** What an attribute's key may hold without quotes. */
    private static final Pattern PLAIN_KEY = Pattern.compile("[^\\p{IsWhite_Space}{}()=~!<>&|^,\"`]+");

    private static final String ACCEPTED =
            "a field such as resource.service.name, span.http.route, name, kind, status or duration";

    private FieldNames() {}

    /** {@code span.http.route}, or {@code span."a key"} where the key has characters of the language. */
    static String attribute(String scope, String key) {
        if (PLAIN_KEY.matcher(key).matches()) {
            return scope + "." + key;
        }
        return scope + ".\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The field that a name means. */
    static Field parse(@Nullable String name, RequestChecks checks) {
        String text = checks.present("field", name, ACCEPTED);
        try {
            // The filter's own parser decides what a field is, so what is completed can always be typed.
            SpanFilter asked = SpanFilterParser.parse("{ " + text + " != nil }");
            if (asked instanceof SpanFilter.Presence(Field field, boolean present) && present) {
                return field;
            }
        } catch (SpanFilterSyntaxException e) {
            throw checks.refused("field", e.getMessage(), ACCEPTED);
        }
        throw checks.refused("field", "not a single field", ACCEPTED);
    }
}

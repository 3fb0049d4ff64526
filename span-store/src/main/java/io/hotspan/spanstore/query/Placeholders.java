package io.hotspan.spanstore.query;

import java.util.function.IntFunction;

/** Finds the {@code ?} of a statement that are placeholders: those outside strings and quoted identifiers. */
final class Placeholders {
    private Placeholders() {}

    static int count(String sql) {
        int[] count = {0};
        replace(sql, index -> {
            count[0]++;
            return "";
        });
        return count[0];
    }

    /** The statement with each placeholder, numbered from 0, replaced. */
    static String replace(String sql, IntFunction<String> replacement) {
        StringBuilder replaced = new StringBuilder(sql.length() + 64);
        int index = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote == 0 && c == '?') {
                replaced.append(replacement.apply(index++));
                continue;
            }
            replaced.append(c);
            if (quote != 0 && c == '\\' && i + 1 < sql.length()) {
                replaced.append(sql.charAt(++i));
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '`' || c == '"')) {
                quote = c;
            }
        }
        return replaced.toString();
    }
}

package io.hotspan.telemetry.filter;

/** Says in a sentence what is wrong at a place the grammar does not allow, the habits of other languages included. */
final class SyntaxAdvice {
    private SyntaxAdvice() {}

    static String of(String text, int offset) {
        if (text.indexOf('{') < 0) {
            return "a filter stands in braces: { resource.service.name = \"cart\" }";
        }
        if (offset >= text.length()) {
            return "the filter ends too early; is a value, a bracket or the closing brace missing?";
        }
        String rest = text.substring(offset);
        if (rest.startsWith("=") && offset > 0 && text.charAt(offset - 1) == '=') {
            return "equality is a single =";
        }
        if (text.substring(0, offset).strip().endsWith("}")) {
            return "only one { … } is understood, without pipelines or structural operators";
        }
        if (startsWithWord(rest, "and") || rest.startsWith("& ")) {
            return "conditions are joined by &&";
        }
        if (startsWithWord(rest, "or") || rest.startsWith("| ")) {
            return "alternatives are joined by ||";
        }
        if (rest.startsWith("'")) {
            return "strings stand in double quotes";
        }
        if (rest.startsWith("\"") || rest.startsWith("`")) {
            return rest.indexOf(rest.charAt(0), 1) < 0
                    ? "this string has no closing quote"
                    : "a string cannot stand here; is an operator missing before it?";
        }
        if (rest.startsWith("}")) {
            return "a condition is incomplete here";
        }
        return "unexpected " + firstWord(rest);
    }

    private static boolean startsWithWord(String rest, String word) {
        return rest.regionMatches(true, 0, word, 0, word.length())
                && (rest.length() == word.length() || !Character.isLetterOrDigit(rest.charAt(word.length())));
    }

    private static String firstWord(String rest) {
        int end = 1;
        while (end < rest.length() && end < 40 && Character.isLetterOrDigit(rest.charAt(end))) {
            end++;
        }
        return "'" + rest.substring(0, end) + "'";
    }
}

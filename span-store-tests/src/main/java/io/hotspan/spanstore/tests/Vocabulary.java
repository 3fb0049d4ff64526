package io.hotspan.spanstore.tests;

import java.util.List;

/** Few words, so that random filters and random spans meet; each is there for a way to go wrong. */
final class Vocabulary {
    static final List<String> KEYS =
            List.of("http.route", "n", "flag", "service.name", "k'ey", "q?", "back\\slash", "{p0:String}", "é");

    static final List<String> VALUES = List.of(
            "",
            "a",
            "ab",
            "A",
            "5",
            "+5",
            "5.0",
            "-3",
            "007",
            "1e3",
            "0.1",
            ".5",
            "5 ",
            "nan",
            "9007199254740993",
            "9223372036854775808",
            "true",
            "false",
            "'; DROP TABLE x; --",
            "' OR 1=1 --",
            "\\",
            "\\'",
            "a\nb",
            "tab\there",
            "%",
            "?",
            "{p0:String}",
            "NULL",
            "é",
            "日本",
            "😀");

    static final List<String> PATTERNS = List.of(
            "", "a", "a.*", "a.b", "[a-z]+", "(a|5)", "(?i)A", ".*", "[0-9]+", "\\\\", "\\S+", "é.?", "a|ab", ".");

    private Vocabulary() {}
}

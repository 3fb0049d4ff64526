package io.hotspan.spanstore.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A piece of SQL with its values apart: each {@code ?} outside quotes stands for the next of {@code params}, which the
 * server binds, so a value is never part of a statement's text. Params are {@link String}, {@link Integer},
 * {@link Long}, {@link java.math.BigInteger} (UInt64), {@link Double}, {@link Boolean} or a non-empty list of one of
 * them.
 */
public record SqlFragment(String sql, List<Object> params) {

    /** True of every row. */
    public static final SqlFragment TRUE = of("1");

    /** True of no row. */
    public static final SqlFragment FALSE = of("0");

    public SqlFragment {
        params = List.copyOf(params);
        int placeholders = Placeholders.count(sql);
        if (placeholders != params.size()) {
            throw new IllegalArgumentException(
                    "%d placeholders but %d params: %s".formatted(placeholders, params.size(), sql));
        }
    }

    /** SQL written by hand, with its values in the order of its {@code ?}. */
    public static SqlFragment of(String sql, Object... params) {
        return new SqlFragment(sql, Arrays.asList(params));
    }

    /** Puts {@code parts} in place of each {@code {}} of {@code template}, which has no {@code ?} of its own. */
    public static SqlFragment format(String template, SqlFragment... parts) {
        StringBuilder sql = new StringBuilder(template.length() + 64 * parts.length);
        List<Object> params = new ArrayList<>();
        int from = 0;
        for (SqlFragment part : parts) {
            int hole = template.indexOf("{}", from);
            if (hole < 0) {
                throw new IllegalArgumentException(parts.length + " parts are too many for: " + template);
            }
            sql.append(template, from, hole).append(part.sql);
            params.addAll(part.params);
            from = hole + 2;
        }
        if (template.indexOf("{}", from) >= 0) {
            throw new IllegalArgumentException(parts.length + " parts are too few for: " + template);
        }
        return new SqlFragment(sql.append(template, from, template.length()).toString(), params);
    }

    /** The parts one after the other with {@code separator} between them. */
    public static SqlFragment join(String separator, Collection<SqlFragment> parts) {
        List<Object> params = new ArrayList<>();
        parts.forEach(part -> params.addAll(part.params));
        return new SqlFragment(
                String.join(separator, parts.stream().map(SqlFragment::sql).toList()), params);
    }

    /** True where all {@code conditions} are; {@link #TRUE} if there is none. */
    public static SqlFragment all(Collection<SqlFragment> conditions) {
        return combine(" AND ", conditions, TRUE);
    }

    /** True where any of {@code conditions} is; {@link #FALSE} if there is none. */
    public static SqlFragment any(Collection<SqlFragment> conditions) {
        return combine(" OR ", conditions, FALSE);
    }

    /** True where both conditions are. */
    public SqlFragment and(SqlFragment other) {
        return all(List.of(this, other));
    }

    /** True where this condition is not. */
    public SqlFragment negate() {
        return new SqlFragment("NOT (" + sql + ")", params);
    }

    private static SqlFragment combine(String operator, Collection<SqlFragment> conditions, SqlFragment neutral) {
        List<SqlFragment> terms =
                conditions.stream().filter(term -> !term.equals(neutral)).toList();
        return switch (terms.size()) {
            case 0 -> neutral;
            case 1 -> terms.getFirst();
            // The outer brackets keep an OR whole wherever it is put.
            default ->
                join(operator, terms.stream().map(SqlFragment::bracketed).toList())
                        .bracketed();
        };
    }

    private SqlFragment bracketed() {
        return new SqlFragment("(" + sql + ")", params);
    }
}

package io.hotspan.spanstore.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlFragmentTest {
    private static final SqlFragment A = SqlFragment.of("a = ?", 1L);
    private static final SqlFragment B = SqlFragment.of("b = ?", "x");

    @Test
    void placeholders_mustMatchParams() {
        assertThatThrownBy(() -> SqlFragment.of("a = ? AND b = ?", 1L)).hasMessageContaining("2 placeholders");
        assertThat(SqlFragment.of("a = '?' AND `b?` = '\\'?' AND c = ?", 1L).params())
                .hasSize(1);
    }

    @Test
    void format_putsPartsInOrder() {
        assertThat(SqlFragment.format("SELECT 1 WHERE {} AND {}", B, A))
                .isEqualTo(new SqlFragment("SELECT 1 WHERE b = ? AND a = ?", List.of("x", 1L)));
        assertThatThrownBy(() -> SqlFragment.format("{}", A, B)).hasMessageContaining("too many");
        assertThatThrownBy(() -> SqlFragment.format("{} {}", A)).hasMessageContaining("too few");
    }

    @Test
    void anyAndAll_stayWholeWhereverTheyArePut() {
        assertThat(SqlFragment.any(List.of(A, B)).and(A).sql()).isEqualTo("((((a = ?) OR (b = ?))) AND (a = ?))");
        assertThat(SqlFragment.all(List.of())).isEqualTo(SqlFragment.TRUE);
        assertThat(SqlFragment.any(List.of())).isEqualTo(SqlFragment.FALSE);
        assertThat(SqlFragment.TRUE.and(A)).isEqualTo(A);
        assertThat(A.negate().sql()).isEqualTo("NOT (a = ?)");
    }

    @Test
    void text_hasTypedParametersInPlaceOfItsPlaceholders() {
        assertThat(QueryRequest.text(SqlFragment.of("? ? ? ? '?'", 1, "x", 0.5, List.of(1L, 2L))))
                .isEqualTo("{p0:Int64} {p1:String} {p2:Float64} {p3:Array(Int64)} '?'");
    }

    @Test
    void valueOfAnotherKind_isRefused() {
        assertThatThrownBy(() -> BoundValue.of(new Object())).hasMessageContaining("no parameter of type");
    }
}

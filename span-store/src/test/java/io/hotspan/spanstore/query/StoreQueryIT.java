package io.hotspan.spanstore.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.SpanStoreSettings;
import io.hotspan.spanstore.TestStore;
import io.hotspan.spanstore.error.InvalidPatternException;
import io.hotspan.spanstore.error.QueryCancelledException;
import io.hotspan.spanstore.error.QueryFailedException;
import io.hotspan.spanstore.error.QueryTimeoutException;
import io.hotspan.spanstore.error.QueryTooLargeException;
import io.hotspan.spanstore.error.StoreUnavailableException;
import io.hotspan.spanstore.error.TableMissingException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreQueryIT {
    private static final SpanStoreSettings SETTINGS = TestStore.settings();
    private static final SpanStore STORE = SpanStore.open(SETTINGS);
    private static final SqlFragment ENDLESS =
            SqlFragment.of("SELECT sum(sleepEachRow(0.01)) FROM numbers(3000) SETTINGS max_block_size = 10");

    @Property(tries = 100)
    void strings_reachTheServerAsTheyAre(@ForAll String text, @ForAll @Size(min = 1, max = 3) List<String> texts) {
        String sent = wellFormed(text);
        List<String> list = texts.stream().map(StoreQueryIT::wellFormed).toList();
        assertThat(STORE.query(SqlFragment.of("SELECT base64Encode(?), arrayMap(t -> base64Encode(t), ?)", sent, list))
                        .list(row -> List.of(
                                decode(row.getString(1)),
                                List.of((Object[]) row.getArray(2).getArray()).stream()
                                        .map(coded -> decode(coded.toString()))
                                        .toList())))
                .containsExactly(List.of(sent, list));
    }

    @Test
    void numbers_keepTheirTypes() {
        BigInteger unsigned = new BigInteger("18446744073709551615");
        assertThat(STORE.query(SqlFragment.of(
                                "SELECT ?, ?, ?, ?, toTypeName(?)",
                                Long.MIN_VALUE,
                                Double.NEGATIVE_INFINITY,
                                true,
                                unsigned,
                                unsigned))
                        .list(row -> row.getLong(1) + " " + row.getDouble(2) + " " + row.getBoolean(3) + " "
                                + row.getString(4) + " " + row.getString(5)))
                .containsExactly("-9223372036854775808 -Infinity true 18446744073709551615 UInt64");
    }

    @Test
    void queryPastItsTime_timesOut() {
        StoreQuery query = STORE.query(ENDLESS, QueryLimits.DEFAULT.withMaxExecutionTime(Duration.ofMillis(300)), null);
        assertThatThrownBy(() -> query.list(row -> row.getLong(1))).isInstanceOf(QueryTimeoutException.class);
    }

    @Test
    void queryPastItsMemoryOrRows_isTooLarge() {
        SqlFragment hungry = SqlFragment.of("SELECT length(groupArray(number)) FROM numbers(100000000)");
        QueryLimits little = new QueryLimits(Duration.ofSeconds(30), 64 << 20, 10);
        assertThatThrownBy(() -> STORE.query(hungry, little, null).list(row -> row.getLong(1)))
                .isInstanceOf(QueryTooLargeException.class)
                .hasMessageContaining("64 MiB");
        assertThatThrownBy(() -> STORE.query(SqlFragment.of("SELECT number FROM numbers(11)"), little, null)
                        .list(row -> row.getLong(1)))
                .isInstanceOf(QueryTooLargeException.class)
                .hasMessageContaining("10 result rows");
    }

    @Test
    void cancelledQuery_endsOnTheServer() {
        StoreQuery query = STORE.query(ENDLESS);
        CompletableFuture<List<Long>> answer = CompletableFuture.supplyAsync(() -> query.list(row -> row.getLong(1)));
        await().until(() -> isRunning(query.id()));
        query.cancel();
        assertThat(answer)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withCauseInstanceOf(QueryCancelledException.class);
        await().until(() -> !isRunning(query.id()));
    }

    @Test
    void queryCancelledBeforeItRuns_neverDoes() {
        StoreQuery query = STORE.query(ENDLESS);
        query.cancel();
        assertThatThrownBy(() -> query.list(row -> row.getLong(1))).isInstanceOf(QueryCancelledException.class);
    }

    @Test
    void interruptedQuery_endsOnTheServer() throws InterruptedException {
        StoreQuery query = STORE.query(ENDLESS);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread asker = Thread.ofVirtual().start(() -> {
            try {
                query.list(row -> row.getLong(1));
            } catch (RuntimeException ended) {
                failure.complete(ended);
            }
        });
        await().until(() -> isRunning(query.id()));
        asker.interrupt();
        assertThat(failure).succeedsWithin(Duration.ofSeconds(5)).isInstanceOf(QueryCancelledException.class);
        await().until(() -> !isRunning(query.id()));
    }

    @Test
    void runningQuery_tellsHowFarItIs() {
        List<QueryProgress> progress = new CopyOnWriteArrayList<>();
        STORE.query(
                        SqlFragment.of("SELECT sum(sleepEachRow(0.01)) FROM numbers(150) SETTINGS max_block_size = 10"),
                        QueryLimits.DEFAULT,
                        progress::add)
                .list(row -> row.getLong(1));
        assertThat(progress).hasSizeGreaterThan(2).allMatch(step -> step.totalRows() == 150);
        assertThat(progress.getLast().readRows())
                .isGreaterThan(progress.getFirst().readRows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CREATE TABLE x (a Int8) ENGINE = Memory", "DROP DATABASE system", "INSERT INTO x VALUES (1)"})
    void queryThatWrites_isRefused(String sql) {
        assertThatThrownBy(() -> STORE.query(SqlFragment.of(sql)).list(row -> row.getLong(1)))
                .isInstanceOfAny(QueryFailedException.class, TableMissingException.class);
    }

    @Test
    void missingTable_isSaidToBeMissing() {
        assertThatThrownBy(STORE::columns)
                .isInstanceOf(TableMissingException.class)
                .hasMessageContaining(SETTINGS.qualifiedTable());
    }

    @Test
    void badPattern_isTheAskersFault() {
        assertThatThrownBy(() ->
                        STORE.query(SqlFragment.of("SELECT match('a', ?)", "(")).list(row -> row.getLong(1)))
                .isInstanceOf(InvalidPatternException.class);
    }

    @Test
    void queryTooMany_saysThatOthersRun() {
        try (SpanStore busy = SpanStore.open(SETTINGS)) {
            List<StoreQuery> running = IntStream.range(0, SETTINGS.maxConnections())
                    .mapToObj(_ -> busy.query(ENDLESS))
                    .toList();
            running.forEach(query -> Thread.ofVirtual().start(() -> query.list(row -> row.getLong(1))));
            await().until(() -> running.stream().allMatch(query -> isRunning(query.id())));

            assertThatThrownBy(() -> busy.query(SqlFragment.of("SELECT 1")).list(row -> row.getLong(1)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("too many queries run");
            assertThat(busy.serverVersion()).isNotEmpty();

            running.forEach(StoreQuery::cancel);
        }
    }

    @Test
    void valueThatRepeats_isSentOnce() {
        List<SqlFragment> same = Collections.nCopies(5_000, SqlFragment.of("number = ?", 7L));
        assertThat(STORE.query(SqlFragment.format("SELECT count() FROM numbers(10) WHERE {}", SqlFragment.any(same)))
                        .list(row -> row.getLong(1)))
                .containsExactly(1L);
    }

    @Test
    void conditionsWithoutEnd_areTooLarge() {
        List<SqlFragment> different = LongStream.range(0, 20_000)
                .mapToObj(value -> SqlFragment.of("number = ?", value))
                .toList();
        for (int count : new int[] {2_000, 20_000}) {
            SqlFragment sql = SqlFragment.format(
                    "SELECT count() FROM numbers(10) WHERE {}", SqlFragment.any(different.subList(0, count)));
            assertThatThrownBy(() -> STORE.query(sql).list(row -> row.getLong(1)))
                    .as("%d conditions", count)
                    .isInstanceOf(QueryTooLargeException.class)
                    .hasMessageContaining("too many conditions");
        }
    }

    @Test
    void serverThatIsAway_isUnavailable() {
        try (SpanStore away = SpanStore.open(SpanStoreSettings.at(URI.create("http://127.0.0.1:1")))) {
            assertThatThrownBy(away::serverVersion).isInstanceOf(StoreUnavailableException.class);
        }
    }

    private static boolean isRunning(String queryId) {
        return STORE.query(SqlFragment.of("SELECT count() FROM system.processes WHERE query_id = ?", queryId))
                        .first(row -> row.getLong(1))
                        .orElseThrow()
                > 0;
    }

    /** Half of a surrogate pair is no text, in UTF-8 or anywhere. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String decode(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}

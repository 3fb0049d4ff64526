package io.hotspan.writer.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import com.google.protobuf.ByteString;
import io.hotspan.embedded.testing.TestClickHouse;
import io.hotspan.embedded.testing.TestServers;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.query.SqlFragment;
import io.hotspan.writer.batch.RowsRejectedException;
import io.hotspan.writer.batch.TableUnavailableException;
import io.hotspan.writer.row.RowBuffer;
import io.hotspan.writer.row.RowKind;
import io.hotspan.writer.row.Sample;
import io.hotspan.writer.row.SpanRows;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ClickHouseSpanTableIT {
    private static final String COLUMNS = "Timestamp, TraceId, SpanId, ParentSpanId, TraceState, SpanName, SpanKind,"
            + " ServiceName, ResourceAttributes, ScopeName, ScopeVersion, SpanAttributes, Duration, StatusCode,"
            + " StatusMessage, Events.Timestamp, Events.Name, Events.Attributes, Links.TraceId, Links.SpanId,"
            + " Links.TraceState, Links.Attributes, SampleWeight, SampleReason";

    private final TestClickHouse server = TestServers.clickHouse();
    private final ClickHouseProperties properties = new ClickHouseProperties(
            URI.create(server.httpUrl()),
            server.username(),
            server.password(),
            server.freshDatabase(),
            "otel_traces",
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(30),
            DataSize.ofGigabytes(1));
    private final SpanStore store = SpanStore.open(properties.settings());
    private final Client client = new ClickHouseConfiguration().clickHouseClient(properties);
    private final ClickHouseSpanTable table = new ClickHouseSpanTable(client, store);

    @BeforeEach
    void prepare() {
        table.prepare();
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void span_isStoredAsTheCollectorWouldStoreIt() throws Exception {
        insert(encoded(span().toByteArray()), "t");
        assertThat(store.query(SqlFragment.of("SELECT toJSONString(tuple(" + COLUMNS + ")) FROM "
                                + properties.settings().qualifiedTable()
                                + " SETTINGS output_format_json_named_tuples_as_objects = 0"))
                        .list(row -> row.getString(1)))
                .containsExactly("[\"2026-01-02 03:04:05.000000006\",\"0102030405060708090a0b0c0d0e0f10\","
                        + "\"a1a2a3a4a5a6a7a8\",\"\",\"ot=th:8\",\"GET \\/\",\"Server\",\"cart\","
                        + "{\"service.name\":\"cart\",\"n\":\"7\"},\"lib\",\"2\",{\"ok\":\"true\",\"f\":\"0.5\"},"
                        + "1500000000,\"Error\",\"boom\","
                        + "[\"2026-01-02 03:04:05.000000007\"],[\"exception\"],[{\"m\":\"1\"}],"
                        + "[\"0102030405060708090a0b0c0d0e0f10\"],[\"a1a2a3a4a5a6a7a8\"],[\"x=y\"],[{\"l\":\"2\"}],"
                        + "12.5,\"latency\"]");
        assertThat(count("SELECT count() FROM " + properties.settings().qualifiedLookupTable()))
                .isOne();
    }

    @Test
    void insertRepeatedWithItsToken_takesEffectOnceInTheTableAndItsLookUp() throws Exception {
        RowBuffer rows = encoded(span().toByteArray());
        insert(rows, "same");
        insert(rows, "same");
        assertThat(count("SELECT count() FROM " + properties.settings().qualifiedTable()))
                .isOne();
        assertThat(count("SELECT count() FROM " + properties.settings().qualifiedLookupTable()))
                .isOne();
        insert(rows, "other");
        assertThat(count("SELECT count() FROM " + properties.settings().qualifiedTable()))
                .isEqualTo(2);
    }

    @Test
    void rowsThatCannotBeRead_areRejectedForGood() throws Exception {
        RowBuffer rows = encoded(span().toByteArray());
        assertThatThrownBy(() -> table.insert(RowKind.SPANS, rows, 0, rows.size() - 3, "cut"))
                .isInstanceOf(RowsRejectedException.class);
    }

    @Test
    void tableThatIsAway_mayComeBack() throws Exception {
        RowBuffer rows = encoded(span().toByteArray());
        store.dataSource()
                .getConnection()
                .createStatement()
                .execute("RENAME TABLE " + properties.settings().qualifiedTable() + " TO "
                        + properties.settings().qualifiedTable() + "_away");
        assertThatThrownBy(() -> insert(rows, "t")).isInstanceOf(TableUnavailableException.class);
    }

    private void insert(RowBuffer rows, String token) throws Exception {
        table.insert(RowKind.SPANS, rows, 0, rows.size(), token);
    }

    private long count(String sql) {
        return store.query(SqlFragment.of(sql)).first(row -> row.getLong(1)).orElseThrow();
    }

    private static RowBuffer encoded(byte[] traces) throws Exception {
        RowBuffer buffer = new RowBuffer(16);
        new SpanRows(buffer).append(traces, new Sample(12.5, "latency"));
        return buffer;
    }

    private static TracesData span() {
        long start = 1_767_323_045_000_000_006L;
        ByteString trace = ByteString.fromHex("0102030405060708090a0b0c0d0e0f10");
        ByteString span = ByteString.fromHex("a1a2a3a4a5a6a7a8");
        return TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAllAttributes(List.of(
                                        attribute(
                                                "service.name",
                                                AnyValue.newBuilder().setStringValue("cart")),
                                        attribute("n", AnyValue.newBuilder().setIntValue(7)))))
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .setScope(InstrumentationScope.newBuilder()
                                        .setName("lib")
                                        .setVersion("2"))
                                .addSpans(Span.newBuilder()
                                        .setTraceId(trace)
                                        .setSpanId(span)
                                        .setParentSpanId(ByteString.copyFrom(new byte[8]))
                                        .setTraceState("ot=th:8")
                                        .setName("GET /")
                                        .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                                        .setStartTimeUnixNano(start)
                                        .setEndTimeUnixNano(start + 1_500_000_000)
                                        .setStatus(Status.newBuilder()
                                                .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                                                .setMessage("boom"))
                                        .addAttributes(attribute(
                                                "ok", AnyValue.newBuilder().setBoolValue(true)))
                                        .addAttributes(attribute(
                                                "f", AnyValue.newBuilder().setDoubleValue(0.5)))
                                        .addEvents(Span.Event.newBuilder()
                                                .setTimeUnixNano(start + 1)
                                                .setName("exception")
                                                .addAttributes(attribute(
                                                        "m",
                                                        AnyValue.newBuilder().setIntValue(1))))
                                        .addLinks(Span.Link.newBuilder()
                                                .setTraceId(trace)
                                                .setSpanId(span)
                                                .setTraceState("x=y")
                                                .addAttributes(attribute(
                                                        "l",
                                                        AnyValue.newBuilder().setIntValue(2)))))))
                .build();
    }

    private static KeyValue attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }
}

package io.hotspan.writer.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SpanRowsTest {
    private static final Sample SAMPLE = new Sample(1, "");
    private final RowBuffer buffer = new RowBuffer(16);
    private final SpanRows rows = new SpanRows(buffer);

    @Test
    void messageWithABadSpan_leavesNoRows() throws UnreadableRecordException {
        assertThat(rows.append(traces(1, 2), SAMPLE)).isEqualTo(2);
        int before = buffer.size();
        assertThatThrownBy(() -> rows.append(traces(3, -1), SAMPLE))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("2262");
        assertThat(buffer.size()).isEqualTo(before);
    }

    @Test
    void otherBytes_areUnreadable() {
        assertThatThrownBy(() -> rows.append(new byte[] {10, 50, 1}, SAMPLE))
                .isInstanceOf(UnreadableRecordException.class);
        assertThatThrownBy(() -> rows.append(null, SAMPLE)).isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void emptyMessage_hasNoRows() throws UnreadableRecordException {
        assertThat(rows.append(new byte[0], SAMPLE)).isZero();
        assertThat(buffer.size()).isZero();
    }

    @Test
    void weight_mustBeAPositiveNumber() throws UnreadableRecordException {
        assertThat(Sample.of(new RecordHeaders())).isEqualTo(new Sample(1, ""));
        for (String weight : new String[] {"0", "-1", "NaN", "Infinity", "many"}) {
            RecordHeaders headers = new RecordHeaders();
            headers.add("sampling.weight", weight.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> Sample.of(headers))
                    .as(weight)
                    .isInstanceOf(UnreadableRecordException.class)
                    .hasMessageContaining("sampling.weight");
        }
    }

    private static byte[] traces(long... starts) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (long start : starts) {
            scope.addSpans(Span.newBuilder().setStartTimeUnixNano(start));
        }
        return TracesData.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
                .build()
                .toByteArray();
    }
}

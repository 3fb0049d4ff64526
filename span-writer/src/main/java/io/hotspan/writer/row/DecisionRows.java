package io.hotspan.writer.row;

import com.clickhouse.client.api.data_formats.RowBinaryFormatSerializer;
import com.google.protobuf.ByteString;
import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DecisionEntry;
import io.hotspan.telemetry.decision.DecisionReader;
import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.PolicyList;
import io.hotspan.telemetry.decision.RuleVersion;
import io.hotspan.telemetry.decision.Ruling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Sampling decisions as rows of {@code otel_traces_decisions} in ClickHouse's RowBinary format. The policies are spelt
 * out in the first row of a record that refers to them; in the others their version stands for them.
 */
public final class DecisionRows implements RowEncoder {
    /** The columns a row has, in its order. */
    public static final List<String> COLUMNS = List.of(
            "Timestamp",
            "TraceId",
            "Kept",
            "Reason",
            "Policy",
            "Threshold",
            "Weight",
            "DryRun",
            "Trigger",
            "Spans",
            "ErrorSpans",
            "LateSpans",
            "RevivedSpans",
            "Revival",
            "RuleId",
            "RuleVersion",
            "Partition",
            "FirstOffset",
            "SettledBelow",
            "Instance",
            "PolicyVersion",
            "Precedence",
            "Policies",
            "PolicyTypes",
            "PolicyTexts",
            "Votes",
            "Randomness",
            "Start",
            "Duration",
            "Bytes");

    private static final RuleVersion NO_RULE = new RuleVersion("", 0);
    private static final Evidence NONE = new Evidence(PolicyList.UNKNOWN, new long[0], 0, 0, 0, 0);

    private final RowBuffer buffer;
    private final RowBinaryFormatSerializer binary;
    private final ValueWriter values;
    // Of the record at hand.
    private final Set<Long> listed = new HashSet<>();

    public DecisionRows(RowBuffer buffer) {
        this.buffer = buffer;
        this.binary = new RowBinaryFormatSerializer(buffer);
        this.values = new ValueWriter(buffer);
    }

    @Override
    public int append(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException {
        if (record.value() == null) {
            throw new UnreadableRecordException("a record without a value", null);
        }
        int start = buffer.size();
        listed.clear();
        int[] rows = {0};
        try {
            DecisionReader.forEachEntry(record.value(), entry -> {
                append(entry, record.partition());
                rows[0]++;
            });
            return rows[0];
        } catch (IllegalArgumentException malformed) {
            buffer.truncate(start);
            throw new UnreadableRecordException("not a batch of decisions: " + malformed.getMessage(), malformed);
        }
    }

    private void append(DecisionEntry entry, int partition) {
        try {
            Decision decision = entry.decision();
            Ruling ruling = decision.ruling();
            binary.writeInt64(decision.decidedAtMillis());
            text(new TraceId(decision.high(), decision.low()).toString());
            binary.writeBool(ruling.kept());
            text(ruling.reason());
            text(ruling.policy());
            binary.writeInt64(ruling.threshold());
            binary.writeFloat64(ruling.weight());
            binary.writeInt8((byte) ruling.dryRun().number());
            binary.writeInt8((byte) decision.trigger().number());
            binary.writeInt32(decision.spans());
            binary.writeInt32(decision.errorSpans());
            binary.writeInt32(decision.lateSpans());
            binary.writeInt32(decision.revival().restored());
            binary.writeInt8((byte) decision.revival().state().number());
            RuleVersion rule = ruling.rule() == null ? NO_RULE : ruling.rule();
            text(rule.id());
            binary.writeInt64(rule.version());
            binary.writeInt32(partition);
            binary.writeInt64(decision.firstOffset());
            binary.writeInt64(decision.settledBelow());
            text(entry.instance());
            append(entry.evidence() == null ? NONE : entry.evidence());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a buffer in memory does not fail
        }
    }

    private void append(Evidence evidence) throws IOException {
        binary.writeInt64(evidence.policies().version());
        // In every row the texts would be most of the table, and fifty times the record they came in.
        PolicyList list = listed.add(evidence.policies().version()) ? evidence.policies() : PolicyList.UNKNOWN;
        text(list.precedence());
        texts(list, PolicyList.Policy::name);
        texts(list, PolicyList.Policy::type);
        texts(list, PolicyList.Policy::text);
        long[] votes = evidence.votes();
        values.size(votes.length);
        for (long vote : votes) {
            binary.writeInt64(vote);
        }
        binary.writeInt64(evidence.randomness());
        binary.writeInt64(evidence.startNanos());
        binary.writeInt64(evidence.durationNanos());
        binary.writeInt64(evidence.bytes());
    }

    private void texts(PolicyList list, Function<PolicyList.Policy, String> part) throws IOException {
        values.size(list.policies().size());
        for (PolicyList.Policy policy : list.policies()) {
            text(part.apply(policy));
        }
    }

    private void text(String text) throws IOException {
        values.text(ByteString.copyFromUtf8(text));
    }
}

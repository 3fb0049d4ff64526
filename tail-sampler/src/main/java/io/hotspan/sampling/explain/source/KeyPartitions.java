package io.hotspan.sampling.explain.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hotspan.telemetry.TraceId;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/**
 * In which partitions a record with the trace's id as its key may lie: senders hash keys in two ways.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/kafkaexporter">The
 *     Collector's Kafka exporter, {@code record_partitioner}</a>
 */
final class KeyPartitions {

    private static final int FNV_OFFSET_BASIS = 0x811C_9DC5;
    private static final int FNV_PRIME = 0x0100_0193;

    private KeyPartitions() {}

    /** One partition or two of so many, the likelier first. */
    static List<Integer> of(TraceId trace, int partitions) {
        byte[] key = trace.toString().getBytes(US_ASCII);
        return Stream.of(ofKafkasClients(key, partitions), ofCollectors(key, partitions))
                .distinct()
                .toList();
    }

    /** Murmur2, as Kafka's own clients have it, otlp-receiver among them. */
    private static int ofKafkasClients(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** FNV-1a of 32 bits, signed, as Sarama has it and the Collector by default. */
    private static int ofCollectors(byte[] key, int partitions) {
        int hash = FNV_OFFSET_BASIS;
        for (byte next : key) {
            hash = (hash ^ (next & 0xFF)) * FNV_PRIME;
        }
        return Math.abs(hash % partitions);
    }
}

package io.hotspan.benchmarks.throughput;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Makes, counts and empties topics. */
final class Topics implements AutoCloseable {

    /** Partitions of each topic, the default of every service. */
    static final int PARTITIONS = 4;

    private final Admin admin;

    Topics(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    void create(String topic) throws InterruptedException, ExecutionException {
        admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                .all()
                .get();
        // Answered by the leaders once they lead; an idempotent producer that comes earlier can get its first batches
        // into a wrong order, and stands still until they expire.
        long _ = written(topic);
    }

    void delete(String... topics) throws InterruptedException, ExecutionException {
        Collection<String> existing = admin.listTopics().names().get();
        admin.deleteTopics(Arrays.stream(topics).filter(existing::contains).toList())
                .all()
                .get();
    }

    /** How many records were ever written, if nothing is transactional. */
    long written(String topic) throws InterruptedException, ExecutionException {
        return ends(topic).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    /** Forgets every record, so that disk use is bounded by one run. */
    void empty(String topic) throws InterruptedException, ExecutionException {
        admin.deleteRecords(ends(topic).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                end -> RecordsToDelete.beforeOffset(
                                        end.getValue().offset()))))
                .all()
                .get();
    }

    /** Whether so many members share all partitions evenly. */
    boolean isShared(String group, int members) {
        try {
            var found = admin.describeConsumerGroups(List.of(group)).all().get().values();
            return found.stream()
                            .flatMap(description -> description.members().stream())
                            .filter(member ->
                                    member.assignment().topicPartitions().size() == PARTITIONS / members)
                            .count()
                    == members;
        } catch (ExecutionException e) {
            return false; // it does not exist yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(String topic)
            throws InterruptedException, ExecutionException {
        return admin.listOffsets(partitions(topic).stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
                .all()
                .get();
    }

    @Override
    public void close() {
        admin.close();
    }
}

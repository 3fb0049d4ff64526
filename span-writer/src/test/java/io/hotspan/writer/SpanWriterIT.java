package io.hotspan.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.spanstore.query.SqlFragment;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class SpanWriterIT {
    private static final Duration WAIT = Duration.ofSeconds(30);

    @Test
    void traces_areStoredWithTheirSample() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(2)) {
            test.start();
            for (int i = 0; i < 200; i++) {
                test.send(TestSpans.trace(i, 3), Map.of("sampling.weight", "20", "sampling.reason", "probability"));
            }
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(test.rowsAndSpans()).containsExactly(600, 600));
            List<String> samples = test.store
                    .query(SqlFragment.of("SELECT DISTINCT toString((SampleWeight, SampleReason)) FROM "
                            + test.store.settings().qualifiedTable()))
                    .list(row -> row.getString(1));
            assertThat(samples).containsExactly("(20,'probability')");
        }
    }

    @Test
    void decisions_areStoredEntryByEntry() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(3)) {
            test.start();
            test.sendDecisions(2, TestDecisions.record(7));
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(test.rowsAndDecisions()).containsExactly(3, 3));
            String table = test.store.settings().qualifiedDecisionTable();
            String state =
                    "toString((TraceId, toUnixTimestamp64Milli(Timestamp), Kept, Reason, Policy, Threshold, Weight,"
                            + " DryRun, Trigger, Spans, ErrorSpans, LateSpans, RevivedSpans, Revival, RuleId, RuleVersion,"
                            + " Partition, FirstOffset, SettledBelow, Instance))";
            String evidence = "toString((Precedence, Policies, PolicyTypes, PolicyTexts, Votes, Randomness,"
                    + " toUnixTimestamp64Nano(Start), Duration, Bytes))";
            String common = "('00000000000000010000000000000008',1800000000123,";

            assertThat(test.store
                            .query(SqlFragment.of(
                                    "SELECT " + state + " FROM " + table + " ORDER BY SettledBelow, Revival"))
                            .list(row -> row.getString(1)))
                    .containsExactly(
                            common
                                    + "false,'drop','noise',72057594037927936,0,'off','max-age',5,2,0,0,'none','',0,2,70,80,'sampler-1')",
                            common
                                    + "true,'late-error','',0,1,'off','max-age',5,2,3,0,'asked','',0,2,70,90,'sampler-1')",
                            common
                                    + "true,'late-error','',0,1,'off','max-age',5,2,3,5,'done','',0,2,70,90,'sampler-1')");
            assertThat(test.store
                            .query(SqlFragment.of("SELECT " + evidence + ", PolicyVersion FROM " + table
                                    + " ORDER BY SettledBelow, Revival"))
                            .list(row -> row.getString(1)))
                    .startsWith("('all-vote',['noise','rest'],['drop','probability'],['{name: noise}','{name: rest}'],"
                            + "[2,0],77,1799999999000000001,1500000000,4321)")
                    .last()
                    .isEqualTo("('',[],[],[],[],0,0,0,0)");
        }
    }

    @Test
    void badRecords_becomeDeadLettersAndTheRestIsStored() throws Exception {
        try (WriterUnderTest test = new WriterUnderTest(1)) {
            ConfigurableApplicationContext writer = test.start();
            test.send(TestSpans.trace(1, 2));
            test.send("no protobuf".getBytes(StandardCharsets.UTF_8));
            test.send(null);
            test.send(TestSpans.trace(2, 2), Map.of("sampling.weight", "-3"));
            test.send(TestSpans.trace(3, 2));
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(test.rowsAndSpans()).containsExactly(4, 4));

            assertThat(deadLetters(test, 3))
                    .extracting(letter -> header(letter, "source.offset"))
                    .containsExactlyInAnyOrder("1", "2", "3");
            MeterRegistry meters = writer.getBean(MeterRegistry.class);
            await().atMost(WAIT).untilAsserted(() -> {
                assertThat(count(meters, "records.written")).isEqualTo(2);
                assertThat(count(meters, "records.dead.lettered")).isEqualTo(3);
                assertThat(count(meters, "records.received"))
                        .isEqualTo(count(meters, "records.written")
                                + count(meters, "records.dead.lettered")
                                + count(meters, "records.released")
                                + meters.get("hotspan.writer.records.pending")
                                        .gauge()
                                        .value());
            });
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(WriterUnderTest test, int count) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", test.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(test.deadLetterTopic(), 0);
            consumer.assign(List.of(partition));
            List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
            await().atMost(WAIT).until(() -> {
                letters.addAll(consumer.poll(Duration.ofMillis(100)).records(partition));
                return letters.size() >= count;
            });
            return letters;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static double count(MeterRegistry meters, String name) {
        return meters.get("hotspan.writer." + name).counter().count();
    }
}

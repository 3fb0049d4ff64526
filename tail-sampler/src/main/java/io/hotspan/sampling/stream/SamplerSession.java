package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.account.Account;
import io.hotspan.sampling.account.SamplerMetrics;
import io.hotspan.sampling.account.Tally;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.output.KafkaOutbox;
import io.hotspan.sampling.partition.PartitionSampler;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.revive.LogReaders;
import io.hotspan.sampling.revive.RevivalProperties;
import io.hotspan.sampling.revive.Revivals;
import io.hotspan.sampling.rule.Rules;
import io.hotspan.sampling.rule.judge.RuleJudge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * One membership in the consumer group, from joining to leaving: polls, samples, commits. Any exception ends it; what
 * was not committed is then as if it had never been read. Belongs to one thread.
 */
final class SamplerSession {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String inputTopic;
    private final Consumer<byte[], InputRecord> consumer;
    private final InstantSource clock;
    private final OwnedPartitions owned = new OwnedPartitions();
    private final MemoryGuard memory;
    private final SessionTransactions transactions;
    private final PartitionAssignment assignment;
    private final Revivals revivals;
    private final OpenTraceQuestions questions;

    SamplerSession(
            int worker,
            SamplerProperties settings,
            Supplier<PolicySet> policies,
            Rules rules,
            Consumer<byte[], InputRecord> consumer,
            RevivalProperties revivals,
            LogReaders logReaders,
            KafkaOutbox outbox,
            DecisionLog decisionLog,
            SamplerMetrics metrics,
            InstantSource clock,
            BooleanSupplier stopping,
            long seed,
            OpenTraceQuestions questions,
            Account account) {
        this.inputTopic = settings.topics().input();
        this.consumer = consumer;
        this.clock = clock;
        this.questions = questions;
        long budget = settings.buffer().budget().toBytes() / settings.concurrency();
        this.memory = new MemoryGuard(
                consumer, owned, new BufferGuard(budget, settings.buffer().patience()));
        Tally tally = new Tally();
        this.revivals = new Revivals(revivals, rules, tally::matches, clock, logReaders);
        this.transactions =
                new SessionTransactions(consumer, outbox, owned, tally, metrics, settings.transaction(), account);
        this.assignment = new PartitionAssignment(
                worker,
                consumer,
                owned,
                transactions,
                decisionLog,
                new PartitionSamplers(
                        policies,
                        new RuleJudge(rules, tally::matches, clock),
                        settings.dryRun(),
                        settings.timing(),
                        outbox,
                        tally,
                        seed),
                clock,
                stopping);
    }

    void join() {
        consumer.subscribe(List.of(inputTopic), assignment);
    }

    /** Reads what there is, decides what is due and commits if it is time. */
    void turn() {
        ConsumerRecords<byte[], InputRecord> records = consumer.poll(POLL);
        long now = clock.millis();
        for (TopicPartition partition : records.partitions()) {
            PartitionSampler sampler = owned.sampler(partition);
            for (ConsumerRecord<byte[], InputRecord> record : records.records(partition)) {
                sampler.accept(record, now);
            }
        }
        owned.forEach((partition, sampler) -> {
            if (!memory.isPaused() && isReadToEnd(partition)) {
                sampler.idle(now);
            }
            sampler.decideDue();
        });
        revivals.turn(owned.samplers(), transactions::hasRoom);
        questions.answer(owned);
        memory.look();
        transactions.commitIfDue();
    }

    /** Commits what is done and leaves; undecided traces stay in the log for whoever comes next. */
    void leave() {
        transactions.commitAndRelease(owned.partitions());
        revivals.close();
    }

    /** Takes back what was not committed. */
    void giveUp() {
        revivals.close();
        transactions.abort();
    }

    Account account() {
        return transactions.account();
    }

    WorkerStatus status() {
        long lag = 0;
        for (TopicPartition partition : owned.partitions()) {
            lag += consumer.currentLag(partition).orElse(0);
        }
        return new WorkerStatus(
                WorkerStatus.State.RUNNING,
                owned.partitions().size(),
                account(),
                owned.bufferedBytes(),
                owned.oldestAgeMillis(),
                lag,
                memory.isPaused(),
                "",
                clock.millis());
    }

    private boolean isReadToEnd(TopicPartition partition) {
        return consumer.currentLag(partition).orElse(1) == 0;
    }
}

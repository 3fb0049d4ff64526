package io.hotspan.sampling.stream;

import io.hotspan.sampling.SamplerProperties;
import io.hotspan.sampling.account.SamplerMetrics;
import io.hotspan.sampling.ingest.InputRecord;
import io.hotspan.sampling.output.KafkaOutbox;
import io.hotspan.sampling.policy.PolicySet;
import io.hotspan.sampling.revive.RevivalProperties;
import io.hotspan.sampling.rule.Rules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** One thread of sampling: a session after the other, each failure followed by a pause and a new session. */
final class SamplerWorker implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(SamplerWorker.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final int number;
    private final SamplerProperties settings;
    private final Supplier<PolicySet> policies;
    private final Rules rules;
    private final RevivalProperties revivals;
    private final KafkaClients clients;
    private final SamplerTopics topics;
    private final DecisionLog decisionLog;
    private final SamplerMetrics metrics;
    private final InstantSource clock;
    private final long seed;
    private final OpenTraceQuestions questions = new OpenTraceQuestions();
    private final CountDownLatch stopRequest = new CountDownLatch(1);

    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], InputRecord> consumer;
    private volatile WorkerStatus status;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    SamplerWorker(
            int number,
            SamplerProperties settings,
            Supplier<PolicySet> policies,
            Rules rules,
            RevivalProperties revivals,
            KafkaClients clients,
            SamplerTopics topics,
            SamplerMetrics metrics,
            InstantSource clock,
            long seed) {
        this.number = number;
        this.settings = settings;
        this.policies = policies;
        this.rules = rules;
        this.revivals = revivals;
        this.clients = clients;
        this.topics = topics;
        this.decisionLog = new DecisionLog(clients, settings, clock, seed);
        this.metrics = metrics;
        this.clock = clock;
        this.seed = seed;
        this.status = WorkerStatus.starting(clock.millis());
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            while (!isStopping()) {
                runOneSession();
            }
        } finally {
            status = status.unassigned(WorkerStatus.State.STOPPED, status.account(), status.problem(), clock.millis());
        }
    }

    /** Asks the worker to finish its transaction and end; returns at once. */
    void stop() {
        stopRequest.countDown();
        Consumer<byte[], InputRecord> current = consumer;
        Thread running = thread;
        if (current != null) {
            current.wakeup();
        } else if (running != null) {
            // Between sessions there is nothing to finish, only a broker to wait for.
            running.interrupt();
        }
    }

    WorkerStatus status() {
        return status;
    }

    /** Takes questions about the traces this worker has not decided yet. */
    OpenTraceQuestions questions() {
        return questions;
    }

    private boolean isStopping() {
        return stopRequest.getCount() == 0;
    }

    private void runOneSession() {
        try {
            topics.ensure();
            DefaultKafkaProducerFactory<byte[], byte[]> producers = clients.producers(number);
            try (Producer<byte[], byte[]> producer = producers.createProducer()) {
                Consumer<byte[], InputRecord> member = clients.groupMember(number);
                consumer = member;
                try {
                    sample(producer, member);
                } finally {
                    consumer = null;
                    // A static member would otherwise keep its partitions until its session times out.
                    member.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
                }
            } finally {
                producers.destroy();
            }
        } catch (WakeupException e) {
            // Stopping was asked for.
        } catch (RuntimeException e) {
            if (isStopping()) {
                return;
            }
            status = status.unassigned(
                    WorkerStatus.State.RETRYING, status.account(), String.valueOf(e.getMessage()), clock.millis());
            log.warn("Worker {} begins again from its last commit in {} ms", number, pauseMillis, e);
            pause();
        }
    }

    private void sample(Producer<byte[], byte[]> producer, Consumer<byte[], InputRecord> member) {
        SamplerSession session = new SamplerSession(
                number,
                settings,
                policies,
                rules,
                member,
                revivals,
                clients.logReaders(number),
                new KafkaOutbox(producer, settings.topics(), clients.instanceId()),
                decisionLog,
                metrics,
                clock,
                this::isStopping,
                seed,
                questions,
                status.account());
        boolean left = false;
        try {
            session.join();
            try {
                while (!isStopping()) {
                    session.turn();
                    status = session.status();
                    if (status.partitions() > 0) {
                        pauseMillis = FIRST_PAUSE_MILLIS;
                    }
                }
            } catch (WakeupException e) {
                // Stopping was asked for: leave as after any other turn.
            }
            session.leave();
            left = true;
        } finally {
            if (!left) {
                giveUp(session);
            }
            status =
                    status.unassigned(WorkerStatus.State.STARTING, session.account(), status.problem(), clock.millis());
        }
    }

    private void giveUp(SamplerSession session) {
        metrics.failed();
        try {
            session.giveUp();
        } catch (RuntimeException e) {
            // A fenced producer cannot abort; its transaction was aborted by whoever fenced it.
            log.debug("Worker {} could not abort its transaction", number, e);
        }
    }

    private void pause() {
        try {
            if (stopRequest.await(Duration.ofMillis(pauseMillis).toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
    }
}

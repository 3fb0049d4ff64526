package io.hotspan.receiver.kafka;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Creates the topic, and keeps trying where the broker is not there yet: the receiver may be the first to start. */
@Component
class TopicCreation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final KafkaAdmin admin;
    private volatile Disposable creation = Disposables.disposed();

    TopicCreation(KafkaAdmin admin) {
        this.admin = admin;
    }

    @Override
    public void start() {
        creation = Mono.fromSupplier(admin::initialize)
                .subscribeOn(Schedulers.boundedElastic())
                .filter(created -> created)
                .repeatWhenEmpty(failures -> failures.doOnNext(_ -> log.warn(
                                "Kafka cannot be reached to create the topic; next try in {} s", PAUSE.toSeconds()))
                        .delayElements(PAUSE))
                .subscribe();
    }

    @Override
    public void stop() {
        creation.dispose();
    }

    @Override
    public boolean isRunning() {
        return !creation.isDisposed();
    }
}

package io.hotspan.receiver.ingest;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    /** A virtual thread a request: each waits for Kafka most of its time. */
    @Bean(destroyMethod = "close")
    ExecutorService otlpWorkers() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("otlp-", 0).factory());
    }
}

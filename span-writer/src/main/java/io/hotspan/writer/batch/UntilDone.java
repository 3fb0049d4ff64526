package io.hotspan.writer.batch;

import io.hotspan.writer.WriterProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/** Repeats what fails for a reason that passes, with growing pauses, for ever. */
final class UntilDone {
    private static final Logger log = LoggerFactory.getLogger(UntilDone.class);

    private final RetryPolicy policy;
    private final WriterMetrics metrics;

    UntilDone(WriterProperties.Retry retry, WriterMetrics metrics) {
        this.metrics = metrics;
        this.policy = RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .delay(retry.firstDelay())
                .jitter(retry.firstDelay().dividedBy(2))
                .multiplier(2)
                .maxDelay(retry.maxDelay())
                .excludes(RowsRejectedException.class, InterruptedException.class)
                .build();
    }

    void run(String what, Retryable<?> work) throws InterruptedException, RowsRejectedException {
        try {
            template(what).execute(work);
        } catch (RetryException ended) {
            if (ended.getCause() instanceof RowsRejectedException rejected) {
                throw rejected;
            }
            // Only an interrupt ends an endless policy otherwise.
            throw (InterruptedException) new InterruptedException(what).initCause(ended);
        }
    }

    void runUnrefusable(String what, Retryable<?> work) throws InterruptedException {
        try {
            run(what, work);
        } catch (RowsRejectedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private RetryTemplate template(String what) {
        RetryTemplate template = new RetryTemplate(policy);
        template.setRetryListener(new RetryListener() {
            private int failures;

            @Override
            public void beforeRetry(RetryPolicy endless, Retryable<?> work, RetryState state) {
                metrics.retried();
                // Powers of two: an hour's outage is a dozen lines, not thousands.
                if (Integer.bitCount(++failures) == 1) {
                    log.warn(
                            "Failed {} times to {}, trying again: {}",
                            failures,
                            what,
                            state.getLastException().getMessage());
                }
            }
        });
        return template;
    }
}

package io.hotspan.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** What receiver, sampler and writer have counted, read from their Prometheus pages as an operator would. */
final class PipelineCounters {
    private static final Pattern SAMPLER_PAGE = Pattern.compile("Metrics of the sampler are at (\\S+),");

    private final HttpClient http;
    private final String receiver;
    private final String sampler;
    private final String writer;

    PipelineCounters(HttpClient http, StandaloneProcess hotspan) throws IOException {
        this.http = http;
        this.receiver = hotspan.serviceUrl("otlp-receiver") + "/actuator/prometheus";
        this.writer = hotspan.serviceUrl("span-writer") + "/actuator/prometheus";
        Matcher page = SAMPLER_PAGE.matcher(hotspan.output());
        if (!page.find()) {
            throw new IOException("The sampler's metrics are not announced: " + hotspan.output());
        }
        this.sampler = page.group(1);
    }

    long received() {
        return sum(receiver, "hotspan_receiver_spans_received_total");
    }

    long accepted() {
        return sum(receiver, "hotspan_receiver_spans_accepted_total");
    }

    long refused() {
        return sum(receiver, "hotspan_receiver_spans_refused_total");
    }

    /** Refused because Kafka did not confirm in time; some of these it may have all the same, and gets again. */
    private long unconfirmed() {
        return sum(receiver, "hotspan_receiver_spans_refused_total", "reason=\"unavailable\"");
    }

    long taken() {
        return sum(sampler, "tail_sampling_spans_received_total");
    }

    /** Undecided spans that went back to the log with their partition; whoever reads them next takes them again. */
    private long released() {
        return sum(sampler, "tail_sampling_spans_released_total");
    }

    long kept() {
        return sum(sampler, "tail_sampling_spans_exported_total");
    }

    /** Dropped and not brought back since. */
    long dropped() {
        return sum(sampler, "tail_sampling_spans_dropped_total") - sum(sampler, "tail_sampling_spans_revived_total");
    }

    long undecided() {
        return sum(sampler, "tail_sampling_spans_undecided");
    }

    long written() {
        return sum(writer, "hotspan_writer_spans_written_total");
    }

    @Override
    public String toString() {
        return "received %,d = refused %,d (%,d unconfirmed) + accepted %,d; sampler took %,d, released %,d, kept %,d, dropped %,d, undecided %,d; stored %,d"
                .formatted(
                        received(),
                        refused(),
                        unconfirmed(),
                        accepted(),
                        taken(),
                        released(),
                        kept(),
                        dropped(),
                        undecided(),
                        written());
    }

    /**
     * Waits until every accepted span is decided, every kept one is stored and this holds; says where it stood if not.
     */
    void awaitSettled(Duration atMost, BooleanSupplier also) {
        try {
            await().atMost(atMost).pollInterval(Duration.ofMillis(500)).until(() -> also.getAsBoolean() && isSettled());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Not settled within " + atMost + ": " + this, e);
        }
    }

    private boolean isSettled() {
        long more = taken() - released() - accepted();
        return more >= 0 && more <= unconfirmed() && undecided() == 0 && written() == kept();
    }

    private long sum(String page, String metric) {
        return sum(page, metric, "");
    }

    /** The metric's value over all its series that have this label. */
    private long sum(String page, String metric, String label) {
        String text;
        try {
            text = http.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return text.lines()
                .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
                .filter(line -> line.contains(label))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

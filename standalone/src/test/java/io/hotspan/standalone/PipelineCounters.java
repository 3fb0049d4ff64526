package io.hotspan.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    long taken() {
        return sum(sampler, "tail_sampling_spans_received_total");
    }

    long kept() {
        return sum(sampler, "tail_sampling_spans_exported_total");
    }

    long dropped() {
        return sum(sampler, "tail_sampling_spans_dropped_total");
    }

    long undecided() {
        return sum(sampler, "tail_sampling_spans_undecided");
    }

    long written() {
        return sum(writer, "hotspan_writer_spans_written_total");
    }

    /** Every accepted span is decided and every kept one is stored. */
    boolean isSettled() {
        return taken() == accepted() && undecided() == 0 && written() == kept();
    }

    /** The metric's value over all its labels. */
    private long sum(String page, String metric) {
        String text;
        try {
            text = http.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return text.lines()
                .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

package io.hotspan.benchmarks.realdata;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * Loads a recording of real spans at full speed and checks that ClickHouse has every one. Started with a folder it runs
 * a pipeline of its own; with {@code --otlp-url} and {@code --clickhouse-url} too it uses a running one, whose sampler
 * must keep everything. Ends with 1 if a span is missing.
 */
public final class RealDataRun {

    private static final int BATCH_SPANS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Set<String> identities = new HashSet<>();
    private long spans;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    private RealDataRun() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        Recording recording = Recording.in(Path.of(args[0]));
        boolean complete = args.length == 1
                ? loadIntoOwnPipeline(recording, out)
                : new RealDataRun().load(recording, option(args, "otlp-url"), option(args, "clickhouse-url"), out);
        System.exit(complete ? 0 : 1);
    }

    /** Whether every distinct span was stored by a pipeline that is started for it and thrown away after it. */
    static boolean loadIntoOwnPipeline(Recording recording, PrintStream out)
            throws IOException, InterruptedException, ExecutionException {
        Path directory = Files.createTempDirectory("hotspan-real-data-");
        try (Pipeline pipeline = Pipeline.start(directory)) {
            return new RealDataRun().load(recording, pipeline.otlp(), pipeline.clickHouse(), out);
        } finally {
            Folders.delete(directory);
        }
    }

    private boolean load(Recording recording, URI otlp, URI clickHouse, PrintStream out)
            throws IOException, InterruptedException, ExecutionException {
        Instant start = Instant.now();
        long repeats = send(recording, otlp);
        Duration acknowledged = Duration.between(start, Instant.now());
        StoredSpans.Count stored = awaitAll(new StoredSpans(clickHouse));
        Duration loaded = Duration.between(start, Instant.now());
        boolean complete = stored.distinct() == identities.size() && stored.rows() >= spans;

        out.println("| spans | distinct | stored rows | stored distinct | acknowledged after | stored after |"
                + " spans/s to the ack | batches sent again |");
        out.println("|---:|---:|---:|---:|---:|---:|---:|---:|");
        out.printf(
                "| %,d | %,d | %,d | %,d | %.1f s | %.1f s | %,d | %d |%n",
                spans,
                identities.size(),
                stored.rows(),
                stored.distinct(),
                acknowledged.toMillis() / 1e3,
                loaded.toMillis() / 1e3,
                1_000 * spans / acknowledged.toMillis(),
                repeats);
        out.println(complete ? "Every distinct span is stored." : "SPANS ARE MISSING.");
        return complete;
    }

    private long send(Recording recording, URI otlp) throws IOException, InterruptedException, ExecutionException {
        try (BatchSender sender = new BatchSender(otlp)) {
            BatchBuilder batch = new BatchBuilder();
            recording.forEach(span -> {
                note(span);
                batch.add(span);
                if (batch.size() == BATCH_SPANS) {
                    send(batch, sender);
                }
            });
            send(batch, sender);
            sender.await();
            return sender.repeats();
        }
    }

    private static void send(BatchBuilder batch, BatchSender sender) {
        try {
            sender.send(batch.build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private void note(RecordedSpan span) {
        spans++;
        identities.add(span.identity());
        firstNanos = Math.min(firstNanos, span.startNanos());
        lastNanos = Math.max(lastNanos, span.startNanos());
    }

    /** Asks until all is there; gives up when nothing has been added for a while. */
    private StoredSpans.Count awaitAll(StoredSpans store) throws IOException, InterruptedException {
        StoredSpans.Count count = new StoredSpans.Count(0, 0);
        Instant lastChange = Instant.now();
        while (count.rows() < spans && lastChange.plus(PATIENCE).isAfter(Instant.now())) {
            Thread.sleep(PAUSE);
            StoredSpans.Count now = store.between(firstNanos, lastNanos);
            if (!now.equals(count)) {
                lastChange = Instant.now();
            }
            count = now;
        }
        return count;
    }

    private static URI option(String[] args, String name) {
        String prefix = "--" + name + "=";
        for (String argument : args) {
            if (argument.startsWith(prefix)) {
                return URI.create(argument.substring(prefix.length()));
            }
        }
        throw new IllegalArgumentException(prefix + "… is missing");
    }
}

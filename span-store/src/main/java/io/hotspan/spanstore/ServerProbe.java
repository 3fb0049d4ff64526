package io.hotspan.spanstore;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import io.hotspan.spanstore.error.QueryTimeoutException;
import io.hotspan.spanstore.error.SpanStoreException;
import io.hotspan.spanstore.error.StoreUnavailableException;
import io.hotspan.spanstore.query.QueryLimits;
import io.hotspan.spanstore.query.ServerErrors;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the server answers, in bounded time. It has a connection of its own: a pool whose connections are all
 * busy, or whose thread waits for a server that took the connection and is silent, says nothing about the server.
 */
final class ServerProbe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Client client;
    private @Nullable CompletableFuture<String> asked;

    ServerProbe(SpanStoreSettings settings) {
        this.client = new Client.Builder()
                .addEndpoint(settings.url().toString())
                .setUsername(settings.username())
                .setPassword(settings.password())
                .setClientName("hotspan-probe")
                .setConnectTimeout(PATIENCE.toMillis(), ChronoUnit.MILLIS)
                .setSocketTimeout(PATIENCE.toMillis(), ChronoUnit.MILLIS)
                .retryOnFailures(ClientFaultCause.None)
                .build();
    }

    /** The server's version; fails within two seconds or so. */
    String version() {
        try {
            return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw silent(silent);
        } catch (ExecutionException failure) {
            SpanStoreException typed = ServerErrors.typed(failure, QueryLimits.DEFAULT);
            throw typed instanceof QueryTimeoutException ? silent(failure) : typed;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Nobody waits for ClickHouse's answer", stopped);
        }
    }

    /** One question at a time: whoever asks a silent server again waits for the same answer. */
    private synchronized CompletableFuture<String> ask() {
        CompletableFuture<String> last = asked;
        if (last != null && !last.isDone()) {
            return last;
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("clickhouse-probe").start(() -> {
            try {
                answer.complete(client.queryAll("SELECT version() AS version")
                        .getFirst()
                        .getString("version"));
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        asked = answer;
        return answer;
    }

    private static StoreUnavailableException silent(Exception cause) {
        return new StoreUnavailableException("ClickHouse did not answer within " + PATIENCE.toSeconds() + " s", cause);
    }

    @Override
    public void close() {
        client.close();
    }
}

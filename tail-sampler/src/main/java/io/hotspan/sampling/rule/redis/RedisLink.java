package io.hotspan.sampling.rule.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection for commands and one for notices, made when they are needed and given up at the first failure. Lettuce
 * would reconnect by itself, but not leave a connection that is open and dead. Thread-safe.
 */
final class RedisLink implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int THREADS = 2;

    private final ClientResources resources = ClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .build();
    private final RedisClient client;
    private final String channel;
    private final Runnable onNotice;
    private @Nullable StatefulRedisConnection<String, String> commands;
    private @Nullable StatefulRedisPubSubConnection<String, String> notices;

    /** @param onNotice called for every message on the channel, by a thread that must not be held up */
    RedisLink(RedisURI uri, String channel, Runnable onNotice) {
        this.channel = channel;
        this.onNotice = onNotice;
        uri.setTimeout(TIMEOUT);
        client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .socketOptions(SocketOptions.builder().connectTimeout(TIMEOUT).build())
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
                .build());
    }

    /**
     * The commands, on a connection that was open a moment ago.
     *
     * @throws io.lettuce.core.RedisException if there is none to be had
     */
    synchronized RedisCommands<String, String> commands() {
        if (notices == null || !notices.isOpen()) {
            closeAll();
            notices = client.connectPubSub();
            notices.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String from, String message) {
                    onNotice.run();
                }
            });
            notices.sync().subscribe(channel);
        }
        StatefulRedisConnection<String, String> open = commands;
        if (open == null || !open.isOpen()) {
            open = client.connect();
            commands = open;
        }
        return open.sync();
    }

    /** A command failed: the next one is given new connections. */
    synchronized void closeAll() {
        if (commands != null) {
            var _ = commands.closeAsync();
            commands = null;
        }
        if (notices != null) {
            var _ = notices.closeAsync();
            notices = null;
        }
    }

    @Override
    public void close() {
        closeAll();
        client.shutdown(0, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        resources.shutdown(0, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}

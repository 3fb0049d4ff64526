package io.hotspan.receiver.grpc;

import io.grpc.Codec;
import io.grpc.DecompressorRegistry;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.hotspan.receiver.ingest.ByteBudget;
import io.hotspan.receiver.ingest.IngestMetrics;
import io.hotspan.receiver.ingest.IngestProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The port of OTLP over gRPC. Stopping it lets open calls finish. */
@Component
public final class GrpcServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GrpcServer.class);
    private static final int SHUTDOWN_SECONDS = 6;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int FLOW_CONTROL_WINDOW = 1024 * 1024;

    private final Server server;
    private final GrpcProperties properties;
    private volatile boolean running;

    GrpcServer(
            GrpcProperties properties,
            IngestProperties ingest,
            TraceService service,
            IngestMetrics metrics,
            ByteBudget budget,
            Executor otlpWorkers) {
        this.properties = properties;
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(properties.address(), properties.port()))
                .executor(otlpWorkers)
                .addService(service.definition())
                .addStreamTracerFactory(new CallRecord.Factory(metrics, budget))
                .decompressorRegistry(DecompressorRegistry.emptyInstance()
                        .with(Codec.Identity.NONE, false)
                        .with(new LazyGzip(), true))
                .maxInboundMessageSize(Math.toIntExact(ingest.maxMessageSize().toBytes()))
                .maxInboundMetadataSize(MAX_HEADER_BYTES)
                .maxConcurrentCallsPerConnection(properties.maxConcurrentCalls())
                .flowControlWindow(FLOW_CONTROL_WINDOW)
                // SDKs keep connections alive with pings; stricter limits would cut them off.
                .permitKeepAliveTime(10, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .keepAliveTime(1, TimeUnit.MINUTES)
                .maxConnectionIdle(10, TimeUnit.MINUTES)
                .handshakeTimeout(10, TimeUnit.SECONDS)
                .build();
    }

    /** The port listened at. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "OTLP/gRPC cannot listen at " + properties.address() + ":" + properties.port()
                            + "; set hotspan.receiver.grpc.port to a free port",
                    e);
        }
        running = true;
        log.info("OTLP/gRPC listens at {}:{}", properties.address(), port());
    }

    @Override
    public void stop() {
        running = false;
        server.shutdown();
        try {
            if (!server.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

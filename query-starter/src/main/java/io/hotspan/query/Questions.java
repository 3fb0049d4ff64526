package io.hotspan.query;

import io.hotspan.service.problem.Problems;
import io.hotspan.spanstore.SpanStore;
import io.hotspan.spanstore.error.SpanStoreException;
import io.hotspan.spanstore.query.QueryProgress;
import java.util.function.Consumer;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Runs questions on virtual threads of their own. When the caller leaves, the subscription is cancelled, and with it
 * the query on the server.
 */
public final class Questions {
    private final SpanStore store;
    private final StoreProblems problems;

    Questions(SpanStore store, ClickHouseProperties properties) {
        this.store = store;
        this.problems = new StoreProblems(properties);
    }

    /** The answer alone. */
    public <T> Mono<T> answer(Question<T> question) {
        return Mono.create(sink -> start(question, new StoreSession(store, null), sink));
    }

    /** {@code progress} events while the question is worked on, then one {@code result} or {@code problem}. */
    public <T> Flux<ServerSentEvent<Object>> stream(Question<T> question) {
        return Flux.<ServerSentEvent<Object>>create(events -> {
            Consumer<QueryProgress> progress = done -> events.next(event("progress", done));
            Mono<T> answer = Mono.create(sink -> start(question, new StoreSession(store, progress), sink));
            events.onDispose(answer.subscribe(
                    result -> {
                        events.next(event("result", result));
                        events.complete();
                    },
                    failure -> {
                        events.next(event("problem", Problems.of(failure)));
                        events.complete();
                    }));
        });
    }

    private <T> void start(Question<T> question, StoreSession session, MonoSink<T> sink) {
        // The kill is a query too, and the event loop on which a caller leaves must not wait for it.
        sink.onCancel(() -> Thread.ofVirtual().name("cancel").start(session::cancel));
        Thread.ofVirtual().name("question").start(() -> {
            try {
                sink.success(question.ask(session));
            } catch (SpanStoreException failure) {
                if (!session.isCancelled()) {
                    sink.error(problems.of(failure));
                }
            } catch (RuntimeException | Error failure) {
                sink.error(failure);
            }
        });
    }

    private static ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }
}

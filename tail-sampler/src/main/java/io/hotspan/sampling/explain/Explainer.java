package io.hotspan.sampling.explain;

import io.hotspan.sampling.explain.answer.DecisionRecord;
import io.hotspan.sampling.explain.answer.OpenTrace;
import io.hotspan.sampling.explain.answer.TraceDecision;
import io.hotspan.sampling.explain.source.DecisionLogSearch;
import io.hotspan.sampling.explain.source.DecisionStore;
import io.hotspan.service.problem.NotFoundException;
import io.hotspan.spanstore.error.SpanStoreException;
import io.hotspan.telemetry.TraceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for a decision where it is found quickest, and on where it is not. */
final class Explainer {

    private static final Logger log = LoggerFactory.getLogger(Explainer.class);

    private final @Nullable DecisionStore store;
    private final OpenTraces open;
    private final DecisionLogSearch decisionLog;
    private final Duration lookBack;

    Explainer(@Nullable DecisionStore store, OpenTraces open, DecisionLogSearch decisionLog, Duration lookBack) {
        this.store = store;
        this.open = open;
        this.decisionLog = decisionLog;
        this.lookBack = lookBack;
    }

    /**
     * What became of the trace.
     *
     * @throws NotFoundException if it is in no place that could be searched
     * @throws DecisionsAwayException if it was not found and a place could not be searched
     */
    TraceDecision explain(TraceId id) {
        List<String> searched = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Optional<DecisionRecord> stored = inStore(id, searched, failed);
        if (stored.isPresent()) {
            return TraceDecision.decided(stored.get(), "clickhouse");
        }
        searched.add("the undecided traces of this sampler");
        Optional<OpenTrace> undecided = open.find(id);
        if (undecided.isPresent()) {
            return TraceDecision.undecided(undecided.get());
        }
        Optional<DecisionRecord> logged = inLog(id, searched, failed);
        if (logged.isPresent()) {
            return TraceDecision.decided(logged.get(), "decision-log");
        }
        String places = "Trace " + id + " is not among " + String.join(", ", searched) + ".";
        if (failed.isEmpty()) {
            throw new NotFoundException(places);
        }
        throw new DecisionsAwayException(places + " Could not be searched: " + String.join("; ", failed) + ".");
    }

    private Optional<DecisionRecord> inStore(TraceId id, List<String> searched, List<String> failed) {
        if (store == null) {
            return Optional.empty();
        }
        try {
            Optional<DecisionRecord> found = store.find(id);
            searched.add("the decisions in ClickHouse");
            return found;
        } catch (SpanStoreException away) {
            log.warn("Decisions cannot be looked up in ClickHouse: {}", away.getMessage());
            failed.add("ClickHouse: " + away.getMessage());
            return Optional.empty();
        }
    }

    private Optional<DecisionRecord> inLog(TraceId id, List<String> searched, List<String> failed) {
        try {
            Optional<DecisionRecord> found = decisionLog.find(id);
            searched.add("the decision log of the last " + lookBack.toSeconds() + " s");
            return found;
        } catch (KafkaException away) {
            log.warn("The decision log cannot be read: {}", away.getMessage());
            failed.add("Kafka: " + away.getMessage());
            return Optional.empty();
        }
    }
}

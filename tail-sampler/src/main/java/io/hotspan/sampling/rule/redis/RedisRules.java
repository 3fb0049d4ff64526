package io.hotspan.sampling.rule.redis;

import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.RuleBook;
import io.hotspan.sampling.rule.Rules;
import io.hotspan.sampling.rule.RulesStatus;
import io.hotspan.sampling.rule.RulesUnavailableException;
import io.hotspan.service.problem.NotFoundException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules of all instances. A change is told to everybody at once, and everybody reads all of them every few seconds as
 * well, for a notice can be lost. While Redis is away the rules last known stay in force and end when they should.
 */
public final class RedisRules implements Rules, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisRules.class);

    private final RuleBook book = new RuleBook();
    private final RuleTable table;
    private final RedisLink link;
    private final String place;
    private final InstantSource clock;
    private final ScheduledExecutorService reads = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("force-rules").factory());
    private final AtomicBoolean noticed = new AtomicBoolean();
    private volatile RulesStatus status;

    /**
     * Reads the rules, if Redis is there, and goes on reading them.
     *
     * @param group the samplers that share them
     * @param interval between two reads without a notice
     */
    public RedisRules(RedisURI uri, String group, Duration interval, JsonMapper json, InstantSource clock) {
        this.table = new RuleTable(group, json);
        this.place = "Redis at " + uri.getHost() + ":" + uri.getPort();
        this.clock = clock;
        this.status = new RulesStatus(place, true, clock.instant(), "", true);
        this.link = new RedisLink(uri, table.channel(), this::onNotice);
        refresh();
        var _ = reads.scheduleWithFixedDelay(
                this::refresh, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public List<ForceRule> all() {
        return book.all();
    }

    @Override
    public List<ForceRule> enabled() {
        return book.enabled();
    }

    @Override
    public long matches(String id) {
        return book.matches(id);
    }

    @Override
    public void matched(Map<String, Long> traces) {
        book.matched(traces);
    }

    @Override
    public void add(ForceRule rule) {
        write(redis -> table.replace(redis, rule.id(), null, rule));
    }

    @Override
    public ForceRule change(String id, UnaryOperator<ForceRule> change) {
        return write(redis -> {
            while (true) {
                String old = existing(redis, id);
                ForceRule changed = change.apply(table.parse(old));
                if (table.replace(redis, id, old, changed)) {
                    return changed;
                }
            }
        });
    }

    @Override
    public void remove(String id) {
        write(redis -> {
            while (!table.replace(redis, id, existing(redis, id), null)) {
                // Somebody changed it in between.
            }
            return id;
        });
    }

    @Override
    public RulesStatus status() {
        return status;
    }

    /** Shares what was counted last, if Redis is there. */
    @Override
    public void close() {
        reads.shutdown();
        refresh();
        link.close();
    }

    private String existing(RedisCommands<String, String> redis, String id) {
        String text = table.text(redis, id);
        if (text == null) {
            throw new NotFoundException("There is no force rule " + id + ".");
        }
        return text;
    }

    private <T> T write(Function<RedisCommands<String, String>, T> action) {
        T result;
        try {
            result = action.apply(link.commands());
        } catch (RedisException e) {
            away(e);
            throw new RulesUnavailableException(
                    "Force rules cannot be changed while %s does not answer; those last known stay in force."
                            .formatted(place),
                    e);
        }
        refresh();
        return result;
    }

    private void onNotice() {
        if (noticed.compareAndSet(false, true)) {
            reads.execute(() -> {
                noticed.set(false);
                refresh();
            });
        }
    }

    private synchronized void refresh() {
        try {
            RedisCommands<String, String> redis = link.commands();
            Map<String, Long> counted = book.unshared();
            if (!counted.isEmpty()) {
                table.count(redis, counted);
                book.shared(counted);
            }
            RuleTable.Contents read = table.read(redis);
            book.replace(read.rules().values(), read.matches());
            forget(redis, read);
            back(read.unreadable());
        } catch (RedisException e) {
            away(e);
        } catch (RuntimeException e) {
            log.error("Force rules cannot be read", e);
        }
    }

    private void forget(RedisCommands<String, String> redis, RuleTable.Contents read) {
        read.rules().forEach((id, rule) -> {
            if (rule.isForgotten(clock.instant())) {
                table.replace(redis, id, read.texts().get(id), null);
            }
        });
    }

    private void back(@Nullable String unreadable) {
        String problem = unreadable == null ? "" : "rule " + unreadable + " makes no sense here and is not in force";
        if (!status.problem().equals(problem)) {
            log.warn("{} answers again{}", place, problem.isEmpty() ? "" : "; " + problem);
        }
        status = new RulesStatus(place, true, clock.instant(), problem, true);
    }

    private void away(RedisException e) {
        link.closeAll();
        if (status.reachable()) {
            log.warn("{} does not answer; the force rules last known stay in force", place, e);
        }
        status = new RulesStatus(place, true, status.asOf(), place + " does not answer: " + e.getMessage(), false);
    }
}

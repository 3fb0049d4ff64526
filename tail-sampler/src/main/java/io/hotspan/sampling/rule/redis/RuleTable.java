package io.hotspan.sampling.rule.redis;

import io.hotspan.sampling.rule.ForceRule;
import io.hotspan.sampling.rule.judge.RuleScan;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rules as they lie in Redis: a hash of them as JSON and one of what they matched, by id. */
final class RuleTable {

    /** Only over what was read before, so that no change is lost, and in one with its notice. */
    private static final String CHANGE = """
            if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
            if ARGV[3] == '' then
              redis.call('HDEL', KEYS[1], ARGV[1])
              redis.call('HDEL', KEYS[2], ARGV[1])
            else
              redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
            end
            redis.call('PUBLISH', KEYS[3], ARGV[1])
            return 1
            """;

    /** A rule that was taken away meanwhile must not come back as a count. */
    private static final String COUNT = """
            for i = 1, #ARGV, 2 do
              if redis.call('HEXISTS', KEYS[1], ARGV[i]) == 1 then
                redis.call('HINCRBY', KEYS[2], ARGV[i], ARGV[i + 1])
              end
            end
            return 1
            """;

    /**
     * What was read.
     *
     * @param rules by id
     * @param texts all entries as they lie there, by id
     * @param unreadable id of one that makes no sense here; null if all do
     */
    record Contents(
            Map<String, ForceRule> rules,
            Map<String, String> texts,
            Map<String, Long> matches,
            @Nullable String unreadable) {}

    private final JsonMapper json;
    private final String[] keys;

    /** @param group whose rules they are */
    RuleTable(String group, JsonMapper json) {
        this.json = json;
        // The braces keep them on one node of a cluster.
        String prefix = "hotspan:{" + group + "}:force-rules";
        this.keys = new String[] {prefix, prefix + ":matches", prefix + ":changed"};
    }

    String channel() {
        return keys[2];
    }

    Contents read(RedisCommands<String, String> redis) {
        Map<String, String> texts = redis.hgetall(keys[0]);
        Map<String, ForceRule> rules = new HashMap<>();
        String unreadable = null;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            try {
                ForceRule rule = json.readValue(entry.getValue(), ForceRule.class);
                // Of a newer version, or by another hand: better no rule than half of one.
                var _ = new RuleScan(List.of(rule.match()));
                rules.put(entry.getKey(), rule);
            } catch (RuntimeException e) {
                unreadable = entry.getKey();
            }
        }
        Map<String, Long> matches = new HashMap<>();
        redis.hgetall(keys[1]).forEach((id, count) -> matches.put(id, Long.valueOf(count)));
        return new Contents(rules, texts, matches, unreadable);
    }

    /** The entry of a rule; null if there is none. */
    @Nullable
    String text(RedisCommands<String, String> redis, String id) {
        return redis.hget(keys[0], id);
    }

    ForceRule parse(String text) {
        return json.readValue(text, ForceRule.class);
    }

    /**
     * Puts a rule, or nothing, in the place of an entry; false if that is not what is there.
     *
     * @param old the entry as read; null if there should be none
     * @param now null to take it away
     */
    boolean replace(RedisCommands<String, String> redis, String id, @Nullable String old, @Nullable ForceRule now) {
        Long done = redis.eval(
                CHANGE,
                ScriptOutputType.INTEGER,
                keys,
                id,
                old == null ? "" : old,
                now == null ? "" : json.writeValueAsString(now));
        return done != null && done == 1;
    }

    void count(RedisCommands<String, String> redis, Map<String, Long> matches) {
        List<String> arguments = new ArrayList<>();
        matches.forEach((id, count) -> arguments.addAll(List.of(id, Long.toString(count))));
        redis.eval(
                COUNT,
                ScriptOutputType.INTEGER,
                Stream.of(keys).limit(2).toArray(String[]::new),
                arguments.toArray(String[]::new));
    }
}

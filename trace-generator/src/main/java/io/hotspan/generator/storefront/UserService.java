package io.hotspan.generator.storefront;

import io.hotspan.generator.pack.Choice;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/** user-service, which looks into redis first and into postgres for the rest. */
final class UserService {

    private static final String DATABASE = "users";
    private static final AttributeKey<String> GC_NAME = AttributeKey.stringKey("jvm.gc.name");
    private static final double SHED_RATE = 0.15;
    private static final Choice<String> COMMANDS =
            Choice.of("GET", 4).or("HGETALL", 3).or("EXISTS", 3).build();

    private UserService() {}

    static int users(SpanDraft server) {
        server.spend(2, 0.3);
        cache(server);
        query(server, "SELECT", "users", "SELECT * FROM users WHERE id = $1", 5);
        if (server.request().method().equals("PUT")) {
            query(server, "UPDATE", "users", "UPDATE users SET profile = $2 WHERE id = $1", 8);
        } else {
            query(server, "SELECT", "preferences", "SELECT * FROM preferences WHERE user_id = $1", 4);
        }
        server.spend(2, 0.4);
        return 200;
    }

    static int auth(SpanDraft server) {
        server.spend(2, 0.3);
        if (server.struckBy(Failure.S5)) {
            collectGarbage(server);
            if (server.trace().random().chance(SHED_RATE)) {
                server.raise("com.storefront.user.OverloadedException", "Heap above 97 %, request shed");
                return 503;
            }
        }
        cache(server);
        query(server, "SELECT", "credentials", "SELECT hash FROM credentials WHERE user_id = $1", 5);
        server.spend(18, 0.2);
        query(server, "SELECT", "roles", "SELECT role FROM roles WHERE user_id = $1", 4);
        return 200;
    }

    private static void cache(SpanDraft server) {
        if (server.struckBy(Failure.S3)) {
            hedgedCache(server);
            return;
        }
        redis(server).spend(0.9, 0.4).end();
    }

    /** A slow primary, a hedged request to its replica that is no faster, and postgres in the end. */
    private static void hedgedCache(SpanDraft server) {
        double slowMillis = server.trace().random().nextLogNormal(485, 0.08);
        SpanDraft primary = redis(server);
        // The hedge is a child of the same span, started while the primary is waited for.
        SpanDraft replica = redis(server);
        replica.spend(slowMillis * 0.97);
        primary.spend(slowMillis);
        replica.end();
        primary.end();
        server.event("cache.fallback", Attributes.empty());
        query(server, "SELECT", "sessions", "SELECT * FROM sessions WHERE user_id = $1", 24);
    }

    /** What a leak does in its last stage: the collector stops the pod again and again. */
    private static void collectGarbage(SpanDraft server) {
        server.event("jvm.gc.pause", Attributes.of(GC_NAME, "G1 Old Generation"));
        server.spend(410, 0.28);
    }

    private static SpanDraft redis(SpanDraft server) {
        String command = COMMANDS.pick(server.trace().random());
        int shard = server.trace().random().nextInt(3);
        return Datastores.redis(server, command, command + " session:?", shard);
    }

    private static void query(SpanDraft server, String operation, String table, String query, double medianMillis) {
        Datastores.postgres(server, DATABASE, operation, table, query)
                .spend(medianMillis, 0.4)
                .end();
    }
}

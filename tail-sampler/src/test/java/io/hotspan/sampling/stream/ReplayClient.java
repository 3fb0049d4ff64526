package io.hotspan.sampling.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.testing.AdminClient;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Asks a sampler for replays. */
final class ReplayClient {

    static final String PATH = "/admin/replay";

    /** The policies of {@link Workload#POLICIES}, as a list in JSON. */
    static final String POLICIES_IN_FORCE =
            "[{\"name\": \"errors\", \"type\": \"error\"}, {\"name\": \"slow\", \"type\": \"latency\", \"at-least\": \"2s\"},"
                    + " {\"name\": \"rest\", \"type\": \"probability\", \"probability\": 0.5}]";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AdminClient admin;

    ReplayClient(ConfigurableApplicationContext sampler) {
        this.admin = new AdminClient(sampler);
    }

    /** Starts one; its id. */
    String start(String request) {
        AdminClient.Answer accepted = admin.post(PATH, request);
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(202);
        return accepted.text("/id");
    }

    /** How it is now. */
    JsonNode get(String id) {
        return admin.get(PATH + "/" + id).body();
    }

    /** Runs one to its end. */
    JsonNode run(String request) {
        String id = start(request);
        await().atMost(PATIENCE).until(() -> !get(id).get("state").stringValue().equals("running"));
        return get(id);
    }
}

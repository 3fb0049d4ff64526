package io.hotspan.sampling.policy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.hotspan.sampling.policy.AlwaysPolicy;
import io.hotspan.sampling.policy.ErrorPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class PolicyWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir
    Path folder;

    @Test
    void changedFile_isTakenAndABrokenOneIsNot() throws IOException {
        Path file = write("policies.yml", "policies: [{name: a, type: error}]");
        try (PolicyWatch watch = new PolicyWatch(file, OFTEN, InstantSource.system())) {
            PolicyHealthIndicator health = new PolicyHealthIndicator(watch);
            assertThat(watch.get().policies()).containsExactly(new ErrorPolicy("a"));

            write("policies.yml", "policies: [{name: b, type: always}]");
            await().untilAsserted(() -> assertThat(watch.get().policies()).containsExactly(new AlwaysPolicy("b")));
            assertThat(health.health().getDetails()).doesNotContainKey("problem");

            write("policies.yml", "policies:\n  - {name: b, type: always, min: 3}");
            await().until(() -> !watch.lastReload().succeeded());
            assertThat(watch.get().policies()).containsExactly(new AlwaysPolicy("b"));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(health.health().getDetails())
                    .containsEntry("problem", file + ", line 2, column 34: policy b has no setting min; remove it");

            write("policies.yml", "policies: [{name: c, type: always}]");
            await().until(() -> watch.lastReload().succeeded());
            assertThat(watch.get().policies()).containsExactly(new AlwaysPolicy("c"));
        }
    }

    @Test
    void fileThatComesBackUnchanged_isNoProblemAnyMore() throws IOException {
        Path file = write("policies.yml", "policies: [{name: a, type: error}]");
        try (PolicyWatch watch = new PolicyWatch(file, OFTEN, InstantSource.system())) {
            Files.delete(file);
            await().until(() -> !watch.lastReload().succeeded());
            assertThat(watch.lastReload().problem()).contains("cannot be read");
            assertThat(watch.get().policies()).containsExactly(new ErrorPolicy("a"));

            write("policies.yml", "policies: [{name: a, type: error}]");
            await().until(() -> watch.lastReload().succeeded());
        }
    }

    /** Kubernetes replaces a mounted file by moving a link to another folder. */
    @Test
    void movedLink_isNoticed() throws IOException {
        Path link = folder.resolve("policies.yml");
        Files.createSymbolicLink(link, write("1.yml", "policies: [{name: a, type: error}]"));
        try (PolicyWatch watch = new PolicyWatch(link, OFTEN, InstantSource.system())) {
            Path other = folder.resolve("new");
            Files.createSymbolicLink(other, write("2.yml", "policies: [{name: b, type: always}]"));
            Files.move(other, link, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

            await().untilAsserted(() -> assertThat(watch.get().policies()).containsExactly(new AlwaysPolicy("b")));
        }
    }

    @Test
    void missingOrBrokenFile_isRefusedAtTheStart() throws IOException {
        Path broken = write("broken.yml", "policies: [{name: a, type: error, value: true}]");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyWatch(folder.resolve("none.yml"), OFTEN, InstantSource.system()))
                .withMessageContaining("cannot be read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyWatch(broken, OFTEN, InstantSource.system()))
                .withMessageContaining("has no setting value");
    }

    private Path write(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }
}

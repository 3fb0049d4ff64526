package io.hotspan.sampling.policy.settings;

import io.hotspan.sampling.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies of a file, as it changes. It compares contents, so that it does not matter how a file is replaced, and
 * acts when two looks in a row see the same, so that no half-written file is taken. While the file cannot be understood
 * the policies stay as they were.
 */
public final class PolicyWatch implements Supplier<PolicySet>, AutoCloseable {

    /**
     * How the last change of the file went.
     *
     * @param problem empty if it was taken
     */
    public record Reload(Instant at, String problem) {

        /** Whether the policies in force are those of the file. */
        public boolean succeeded() {
            return problem.isEmpty();
        }
    }

    private static final Logger log = LoggerFactory.getLogger(PolicyWatch.class);

    private final Path path;
    private final PolicyFile file;
    private final InstantSource clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("policy-watch").factory());

    private byte[] taken;
    private byte[] lastSeen;
    private String takenProblem = "";
    private volatile PolicySet current;
    private volatile Reload reload;

    /**
     * Reads the file and goes on looking at it.
     *
     * @throws IllegalArgumentException if there is no such file or it cannot be understood
     */
    public PolicyWatch(Path path, Duration interval, InstantSource clock) {
        this.path = path;
        this.file = new PolicyFile(path);
        this.clock = clock;
        try {
            taken = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new InvalidPolicyFileException(path.toString(), null, "cannot be read: " + e.getMessage());
        }
        lastSeen = taken;
        current = file.parse(taken);
        reload = new Reload(clock.instant(), "");
        long millis = interval.toMillis();
        var _ = looks.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public PolicySet get() {
        return current;
    }

    /** The file that is watched. */
    public Path path() {
        return path;
    }

    /** How its last change went. */
    public Reload lastReload() {
        return reload;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    private void look() {
        try {
            byte[] seen = Files.readAllBytes(path);
            boolean settled = Arrays.equals(seen, lastSeen);
            lastSeen = seen;
            if (settled && !Arrays.equals(seen, taken)) {
                taken = seen;
                takenProblem = take(seen);
            }
            if (Arrays.equals(seen, taken)) {
                report(takenProblem);
            }
        } catch (IOException e) {
            // Files are away for a moment while they are replaced; one that stays away is said so once.
            report(path + " cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            report(path + ": " + e);
        }
    }

    /** Puts the content in force; why it cannot be, or nothing. */
    private String take(byte[] content) {
        try {
            current = file.parse(content);
            log.info("{} policies of {} are in force", current.policies().size(), path);
            reload = new Reload(clock.instant(), "");
            return "";
        } catch (InvalidPolicyFileException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void report(String problem) {
        if (!reload.problem().equals(problem)) {
            reload = new Reload(clock.instant(), problem);
            if (!problem.isEmpty()) {
                log.error("The policies stay as they were: {}", problem);
            }
        }
    }
}

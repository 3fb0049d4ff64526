package io.hotspan.telemetry.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The policies in force, in the words of whoever configured them.
 *
 * @param version equal for equal precedence and texts, in whatever process and at whatever time; 0 only for
 *     {@link #UNKNOWN}
 * @param precedence how policies of different opinion agree, as configured
 */
public record PolicyList(long version, String precedence, List<Policy> policies) {

    /** Stands for policies of which nothing is known. */
    public static final PolicyList UNKNOWN = new PolicyList(0, "", List.of());

    /**
     * One policy.
     *
     * @param type as configured
     * @param text all of it, in one line of YAML
     */
    public record Policy(String name, String type, String text) {}

    public PolicyList {
        policies = List.copyOf(policies);
    }

    /** These policies, with the version that is theirs. */
    public static PolicyList of(String precedence, List<Policy> policies) {
        StringBuilder all = new StringBuilder(precedence);
        policies.forEach(policy -> all.append('\n').append(policy.text()));
        return new PolicyList(hash(all.toString()), precedence, policies);
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            long version = ByteBuffer.wrap(digest).getLong();
            return version == 0 ? 1 : version;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

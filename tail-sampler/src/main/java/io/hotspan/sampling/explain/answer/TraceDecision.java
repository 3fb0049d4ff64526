package io.hotspan.sampling.explain.answer;

import static java.util.Locale.ROOT;

import io.hotspan.telemetry.TraceId;
import io.hotspan.telemetry.decision.Decision;
import io.hotspan.telemetry.decision.DryRun;
import io.hotspan.telemetry.decision.Evidence;
import io.hotspan.telemetry.decision.Ruling;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a trace, and why. */
@Schema(description = "What became of a trace, and why.")
public record TraceDecision(
        @Schema(description = "32 lower-case hex digits.", example = "5b8efff798038103d269b633813fc60c")
        String traceId,

        @Schema(
                description = "Undecided: its spans are still being waited for.",
                allowableValues = {"decided", "undecided"},
                example = "decided")
        String state,

        @Schema(description = "Whether it is kept; false while undecided.", example = "false")
        boolean kept,

        @Schema(
                description = "Why, in a few sentences.",
                example = "Policy rest came nearest: it keeps 10 % of traces like this, and this is not one of them.")
        String explanation,

        @Schema(
                description = "The type of the policy that kept it, or force-rule, late-error, drop, not-sampled,"
                        + " no-policy; empty while undecided.",
                example = "not-sampled")
        String reason,

        @Schema(
                description = "Name of the policy that kept it or came nearest to, or id of the force rule; empty if"
                        + " none had a say.",
                example = "rest")
        String policy,

        @Schema(description = "How many traces it stands for; 0 unless it is kept.", example = "0")
        double weight,

        @Schema(description = "The force rule that decided.", nullable = true) @Nullable
        Rule rule,

        @Schema(
                description = "Where everything is kept for trial: what would have become of the trace.",
                allowableValues = {"kept", "dropped"},
                nullable = true)
        @Nullable
        String dryRun,

        @Schema(
                description = "Why it was decided when it was.",
                allowableValues = {"inactivity", "max-age", "buffer-full"},
                nullable = true,
                example = "inactivity")
        @Nullable
        String trigger,

        @Schema(description = "When it was decided, in the time of its records.", nullable = true) @Nullable
        Instant decidedAt,

        @Schema(description = "When its first record came, while it is undecided.", nullable = true) @Nullable
        Instant firstSeen,

        @Schema(description = "When its latest record came, while it is undecided.", nullable = true) @Nullable
        Instant lastSeen,

        @Schema(description = "Number of spans it had then, or has by now.", example = "12")
        int spans,

        @Schema(description = "Number of those with status error.", example = "0")
        int errorSpans,

        @Schema(description = "Number of spans that came after the decision.", example = "0")
        int lateSpans,

        @Schema(
                description =
                        "Whether the spans of the dropped trace were brought back from the log; partial: the log did"
                                + " not have all any more.",
                allowableValues = {"none", "asked", "done", "partial"},
                example = "none")
        String revival,

        @Schema(description = "Number of spans brought back.", example = "0")
        int revivedSpans,

        @Schema(
                description =
                        "Start of the earliest span; missing if no span has one. This and the next three are missing"
                                + " where they are not known any more.",
                nullable = true,
                example = "2026-03-01T14:17:03.123456789Z")
        @Nullable
        Instant start,

        @Schema(
                description = "From the earliest start to the latest end, in nanoseconds.",
                nullable = true,
                example = "1620000000")
        @Nullable
        Long durationNanos,

        @Schema(description = "Size of the trace's records.", nullable = true, example = "7344") @Nullable
        Long bytes,

        @Schema(
                description =
                        "Number from 0 to 1 that shares are compared with: a policy that keeps a share p keeps the"
                                + " trace if this is at least 1 - p.",
                nullable = true,
                example = "0.9375")
        @Nullable
        Double randomness,

        @Schema(
                description = "How policies of different opinion agreed; empty if it is not known any more.",
                example = "all-vote")
        String precedence,

        @Schema(description = "The policies that were in force when the trace began, in their order.")
        List<PolicyVote> policies,

        @Schema(description = "The sampler that decided; empty while undecided.", example = "sampler-0")
        String instance,

        @Schema(description = "Partition of the input topic.", example = "2")
        int partition,

        @Schema(description = "Where in the partition the trace began.", example = "5000000")
        long firstOffset,

        @Schema(
                description = "Where this was found.",
                allowableValues = {"clickhouse", "decision-log", "buffer"},
                example = "clickhouse")
        String source) {

    /** The force rule that decided. */
    @Schema(name = "AppliedForceRule", description = "The force rule that decided, as it was then.")
    public record Rule(String id, long version) {}

    public TraceDecision {
        policies = List.copyOf(policies);
    }

    /** What is said of a decided trace. */
    public static TraceDecision decided(DecisionRecord found, String source) {
        Decision decision = found.newest().decision();
        Ruling ruling = decision.ruling();
        Evidence evidence = found.evidence();
        TraceInputs inputs = evidence == null ? null : TraceInputs.of(evidence);
        List<PolicyVote> votes = evidence == null ? List.of() : PolicyVote.of(evidence.policies(), evidence.votes());
        return new TraceDecision(
                new TraceId(decision.high(), decision.low()).toString(),
                "decided",
                ruling.kept(),
                Explanation.of(decision, votes),
                ruling.reason(),
                ruling.policy(),
                ruling.weight(),
                ruling.rule() == null
                        ? null
                        : new Rule(ruling.rule().id(), ruling.rule().version()),
                ruling.dryRun() == DryRun.OFF ? null : word(ruling.dryRun()),
                word(decision.trigger()),
                Instant.ofEpochMilli(decision.decidedAtMillis()),
                null,
                null,
                decision.spans(),
                decision.errorSpans(),
                decision.lateSpans(),
                word(decision.revival().state()),
                decision.revival().restored(),
                inputs == null ? null : inputs.start(),
                inputs == null ? null : inputs.durationNanos(),
                inputs == null ? null : inputs.bytes(),
                inputs == null ? null : inputs.randomness(),
                evidence == null ? "" : evidence.policies().precedence(),
                votes,
                found.newest().instance(),
                found.partition(),
                decision.firstOffset(),
                source);
    }

    /** What is said of a trace that is not decided yet. */
    public static TraceDecision undecided(OpenTrace trace) {
        return new TraceDecision(
                trace.id().toString(),
                "undecided",
                false,
                "The trace is not decided yet: more of its spans may come.",
                "",
                "",
                0,
                null,
                null,
                null,
                null,
                trace.firstSeen(),
                trace.lastSeen(),
                trace.spans(),
                trace.errorSpans(),
                0,
                "none",
                0,
                trace.inputs().start(),
                trace.inputs().durationNanos(),
                trace.inputs().bytes(),
                trace.inputs().randomness(),
                trace.policies().precedence(),
                PolicyVote.unasked(trace.policies()),
                "",
                trace.partition(),
                trace.firstOffset(),
                "buffer");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(ROOT).replace('_', '-');
    }
}

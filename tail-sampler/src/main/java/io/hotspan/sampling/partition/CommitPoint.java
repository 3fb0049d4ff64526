package io.hotspan.sampling.partition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a partition stands, as committed to Kafka: the offset and, in its metadata, the rest.
 *
 * @param offset first record of the oldest undecided trace, or {@code settled} if there is none; reading resumes here
 * @param settled everything below this input offset has been consumed and its effects are out
 * @param decisionsFrom decisions about records from {@code offset} on lie at or after this offset of the decision log
 * @param atMillis when this was so, milliseconds since 1970 UTC; how far back decisions are remembered counts from
 *     here, however long nobody was there to sample. 0 if unknown.
 */
public record CommitPoint(long offset, long settled, long decisionsFrom, long atMillis) {

    private static final Pattern METADATA =
            Pattern.compile("1;settled=(\\d{1,18});decisions=(\\d{1,18})(?:;at=(\\d{1,18}))?");

    /** The commit's metadata. */
    public String metadata() {
        return "1;settled=" + settled + ";decisions=" + decisionsFrom + ";at=" + atMillis;
    }

    /**
     * Reads what was committed; null if the metadata is not ours, as after a reset of the group's offsets by hand: then
     * there is nothing to restore, and what follows is sampled anew.
     */
    public static @Nullable CommitPoint parse(long offset, String metadata) {
        Matcher matcher = METADATA.matcher(metadata);
        if (!matcher.matches()) {
            return null;
        }
        String at = matcher.group(3);
        return new CommitPoint(
                offset,
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                at == null ? 0 : Long.parseLong(at));
    }
}

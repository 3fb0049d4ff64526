package io.hotspan.heatmap.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The fields that spans of a range have. */
@Schema(description = "The fields a filter can use, in order of their names; intrinsic ones first.")
record Fields(
        List<FieldInfo> fields,

        @Schema(description = "True if only the newest spans were read, or time ran out: a rare field may be missing.")
        boolean approximate,

        @Schema(description = "How many spans were read.", example = "200000")
        long spansRead) {

    Fields {
        fields = List.copyOf(fields);
    }

    /** A field and what it holds. */
    @Schema(description = "A field and what it holds.")
    record FieldInfo(
            @Schema(description = "As the filter language writes it.", example = "resource.service.name")
            String name,

            FieldType type,

            @Schema(description = "About how many values it has among the spans read.", example = "6")
            long distinct) {}

    /** What a field is compared with. */
    @Schema(
            description = "string: text in quotes. number: every value read is a number. duration: 250ms, 1.5s. "
                    + "status: unset, ok or error. kind: server, client and so on.")
    enum FieldType {
        @JsonProperty("string")
        STRING,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("duration")
        DURATION,
        @JsonProperty("status")
        STATUS,
        @JsonProperty("kind")
        KIND
    }
}

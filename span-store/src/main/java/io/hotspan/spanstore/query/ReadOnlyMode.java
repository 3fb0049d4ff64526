package io.hotspan.spanstore.query;

/** What the user's profile says of {@code readonly}; a read-only user may not set it again. */
public enum ReadOnlyMode {
    /** 0: we ask for read-only queries ourselves. */
    WRITABLE,
    /** 2: the user reads only, and may set limits. */
    READ_ONLY,
    /** 1: the user reads only and may set nothing, so the profile's own limits hold. */
    SETTINGS_FIXED
}

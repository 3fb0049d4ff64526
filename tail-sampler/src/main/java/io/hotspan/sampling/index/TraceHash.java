package io.hotspan.sampling.index;

/** Hashes trace ids for open addressing. The seed keeps senders of chosen ids from making them collide. */
public final class TraceHash {

    private TraceHash() {}

    /** Never 0. Its low bits say where an entry would like to be, whatever the capacity, a power of two. */
    public static int of(long high, long low, long seed) {
        long mixed = (high ^ seed) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32) ^ low) * 0xD6E8FEB86659FD93L;
        return (int) (mixed ^ (mixed >>> 32)) | Integer.MIN_VALUE;
    }
}

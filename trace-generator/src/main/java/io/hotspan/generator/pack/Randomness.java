package io.hotspan.generator.pack;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014), seeded by what it is
 * for. Streams of one trace are independent, so a scenario that draws more numbers from one shifts none of the others.
 */
public final class Randomness implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    private Randomness(long state) {
        this.state = state;
    }

    /** The stream number {@code stream} of trace {@code index} of {@code seed}. */
    public static Randomness of(long seed, long index, int stream) {
        return new Randomness(mix(mix(mix(seed) + index * GOLDEN_GAMMA) + stream * GOLDEN_GAMMA));
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** An id of OpenTelemetry: any value but zero. */
    public long nextId() {
        long id;
        do {
            id = nextLong();
        } while (id == 0);
        return id;
    }

    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /** A value of the log-normal distribution with this median and this standard deviation of its logarithm. */
    public double nextLogNormal(double median, double sigma) {
        // StrictMath: a seed gives the same traces on every processor.
        return median * StrictMath.exp(sigma * nextGaussian());
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}

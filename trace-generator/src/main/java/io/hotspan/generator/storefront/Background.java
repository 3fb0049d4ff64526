package io.hotspan.generator.storefront;

import io.hotspan.generator.pack.Choice;
import io.hotspan.generator.pack.Randomness;
import org.jspecify.annotations.Nullable;

/**
 * The noise of any real system, independent of every attribute: a slow tail, server errors and client errors without a
 * common cause. Traces that carry a planted cause get none, so that the ground truth is exact.
 *
 * @param slowService where {@code pauseMillis} are lost, or null
 * @param failingService where the request dies with a server error, or null
 * @param clientErrorStatus the 4xx the request deserves, or 0
 */
record Background(
        @Nullable StorefrontService slowService,
        double pauseMillis,
        @Nullable StorefrontService failingService,
        int clientErrorStatus) {

    static final Background NONE = new Background(null, 0, null, 0);

    static final double ERROR_RATE = 0.003;
    private static final double SLOW_RATE = 0.008;
    private static final double CLIENT_ERROR_RATE = 0.012;
    private static final Choice<Integer> CLIENT_ERRORS =
            Choice.of(404, 5).or(400, 4).or(429, 1).build();

    static Background draw(Route route, Randomness random) {
        boolean slow = random.chance(SLOW_RATE);
        boolean failing = random.chance(ERROR_RATE);
        boolean clientError = random.chance(CLIENT_ERROR_RATE);
        if (!slow && !failing && !clientError) {
            return NONE;
        }
        return new Background(
                slow ? somewhereOn(route, random) : null,
                slow ? random.nextLogNormal(350, 0.8) : 0,
                failing ? somewhereOn(route, random) : null,
                clientError ? CLIENT_ERRORS.pick(random) : 0);
    }

    private static StorefrontService somewhereOn(Route route, Randomness random) {
        return random.nextBoolean() ? StorefrontService.API_GATEWAY : route.service();
    }
}

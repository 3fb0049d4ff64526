package io.hotspan.generator.storefront;

import io.hotspan.generator.pack.Randomness;
import io.hotspan.generator.pack.Scenario;
import io.hotspan.generator.pack.ScenarioSettings;
import io.hotspan.generator.pack.ScenarioState;
import io.hotspan.generator.pack.TrafficPack;
import io.hotspan.generator.trace.GeneratedTrace;
import io.hotspan.generator.trace.ServiceInstance;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A web shop: six services behind a gateway, and eight failures to be found in their traffic. */
public final class StorefrontPack implements TrafficPack {

    // Streams of random numbers of one trace. A number keeps its meaning for ever, or every seed changes its traces.
    private static final int IDS = 0;
    private static final int REQUEST = 1;
    private static final int STEERING = 2;
    private static final int STRIKE = 3;
    private static final int BACKGROUND = 4;
    private static final int COURSE = 5;

    private final Fleet fleet = new Fleet();
    private final List<Scenario> scenarios =
            Arrays.stream(Failure.values()).map(Failure::scenario).toList();

    @Override
    public String name() {
        return "storefront";
    }

    @Override
    public List<Scenario> scenarios() {
        return scenarios;
    }

    @Override
    public List<ServiceInstance> instances() {
        return fleet.instances();
    }

    @Override
    public GeneratedTrace trace(long seed, long index, ScenarioSettings settings) {
        Randomness ids = Randomness.of(seed, index, IDS);
        long traceIdHigh = ids.nextId();
        long traceIdLow = ids.nextId();
        Request drawn = RequestMix.draw(Randomness.of(seed, index, REQUEST));
        Request request = steer(drawn, settings, Randomness.of(seed, index, STEERING));
        Set<Failure> failures = failures(request, settings, Randomness.of(seed, index, STRIKE));
        Background background = failures.isEmpty()
                ? Background.draw(request.route(), Randomness.of(seed, index, BACKGROUND))
                : Background.NONE;
        TraceDraft draft =
                new TraceDraft(request, failures, background, fleet, ids, Randomness.of(seed, index, COURSE));
        Gateway.serve(draft);
        return new GeneratedTrace(
                index,
                traceIdHigh,
                traceIdLow,
                draft.finish(),
                failures.stream().map(Failure::name).toList());
    }

    private static Request steer(Request request, ScenarioSettings settings, Randomness random) {
        double at = random.nextDouble();
        for (Failure failure : Failure.values()) {
            ScenarioState state = settings.of(failure.name());
            at -= state.enabled() ? state.share() : 0;
            if (at < 0) {
                return failure.steer(request, random);
            }
        }
        return request;
    }

    private static Set<Failure> failures(Request request, ScenarioSettings settings, Randomness random) {
        Set<Failure> failures = EnumSet.noneOf(Failure.class);
        for (Failure failure : Failure.values()) {
            if (settings.of(failure.name()).enabled()
                    && failure.triggeredBy(request)
                    && random.chance(failure.rate())) {
                failures.add(failure);
            }
        }
        return failures;
    }
}

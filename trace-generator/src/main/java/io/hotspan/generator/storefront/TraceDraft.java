package io.hotspan.generator.storefront;

import io.hotspan.generator.pack.Randomness;
import io.hotspan.generator.trace.GeneratedSpan;
import io.hotspan.generator.trace.ServiceInstance;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A trace while the services of the storefront write it. */
final class TraceDraft {

    private static final AttributeKey<String> TENANT = AttributeKey.stringKey("tenant_id");
    private static final AttributeKey<String> PLATFORM = AttributeKey.stringKey("platform");
    private static final AttributeKey<String> BUILD = AttributeKey.stringKey("build_id");
    private static final AttributeKey<String> FLAG = AttributeKey.stringKey("feature_flag");

    private final Request request;
    private final Set<Failure> failures;
    private final Background background;
    private final Fleet fleet;
    private final Randomness ids;
    private final Randomness random;
    private final Attributes baggage;
    private final List<SpanDraft> spans = new ArrayList<>();
    private final Map<StorefrontService, ServiceInstance> instances = new EnumMap<>(StorefrontService.class);

    TraceDraft(
            Request request,
            Set<Failure> failures,
            Background background,
            Fleet fleet,
            Randomness ids,
            Randomness random) {
        this.request = request;
        this.failures = failures;
        this.background = background;
        this.fleet = fleet;
        this.ids = ids;
        this.random = random;
        this.baggage = baggage(request);
    }

    Request request() {
        return request;
    }

    boolean struckBy(Failure failure) {
        return failures.contains(failure);
    }

    Background background() {
        return background;
    }

    Randomness random() {
        return random;
    }

    SpanDraft root(StorefrontService service, SpanKind kind, String name) {
        return add(new SpanDraft(this, null, service, kind, name, 0));
    }

    SpanDraft add(SpanDraft span) {
        spans.add(span);
        return span;
    }

    long nextSpanId() {
        return ids.nextId();
    }

    /** The context every span of the request carries, as a baggage span processor would put it there. */
    Attributes baggage() {
        return baggage;
    }

    /** The one pod of {@code service} that serves this request. */
    ServiceInstance instance(StorefrontService service) {
        return instances.computeIfAbsent(service, this::pickInstance);
    }

    List<GeneratedSpan> finish() {
        return spans.stream()
                .map(SpanDraft::finish)
                .sorted(Comparator.comparingLong(GeneratedSpan::startOffsetNanos))
                .toList();
    }

    private ServiceInstance pickInstance(StorefrontService service) {
        int pod = service == StorefrontService.USER_SERVICE
                ? request.userPod()
                : 1 + random.nextInt(StorefrontService.PODS);
        return fleet.instance(service, request.region(), pod);
    }

    private static Attributes baggage(Request request) {
        AttributesBuilder attributes = Attributes.builder()
                .put(TENANT, request.tenant())
                .put(PLATFORM, request.platform())
                .put(BUILD, request.build());
        if (request.flag() != null) {
            attributes.put(FLAG, request.flag());
        }
        return attributes.build();
    }
}

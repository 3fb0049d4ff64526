package io.hotspan.generator.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.generator.trace.ServiceInstance;
import io.opentelemetry.api.common.Attributes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** Every pod of every service in every region, each an OpenTelemetry resource. */
final class Fleet {

    private static final int NODES_PER_REGION = 6;

    private final Map<StorefrontService, Map<Region, List<ServiceInstance>>> pods =
            new EnumMap<>(StorefrontService.class);

    Fleet() {
        for (StorefrontService service : StorefrontService.values()) {
            Map<Region, List<ServiceInstance>> byRegion = new EnumMap<>(Region.class);
            for (Region region : Region.values()) {
                byRegion.put(
                        region,
                        IntStream.rangeClosed(1, StorefrontService.PODS)
                                .mapToObj(pod -> new ServiceInstance(resource(service, region, pod)))
                                .toList());
            }
            pods.put(service, byRegion);
        }
    }

    List<ServiceInstance> instances() {
        return pods.values().stream()
                .flatMap(byRegion -> byRegion.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * A pod.
     *
     * @param pod its number, from 1
     */
    ServiceInstance instance(StorefrontService service, Region region, int pod) {
        return Objects.requireNonNull(Objects.requireNonNull(pods.get(service)).get(region))
                .get(pod - 1);
    }

    private static Attributes resource(StorefrontService service, Region region, int pod) {
        String identity = service.serviceName() + "/" + region.id() + "/" + pod;
        int node = pod % NODES_PER_REGION + 1;
        return Attributes.builder()
                .put("service.namespace", "storefront")
                .put("service.name", service.serviceName())
                .put("service.version", service.version())
                .put(
                        "service.instance.id",
                        UUID.nameUUIDFromBytes(identity.getBytes(UTF_8)).toString())
                .put("k8s.namespace.name", "storefront")
                .put("k8s.pod.name", service.podName(pod))
                .put("k8s.node.name", "node-" + region.id() + "-" + node)
                .put("cloud.provider", "aws")
                .put("cloud.region", region.id())
                .put("deployment.environment.name", "production")
                .build();
    }
}

package io.hotspan.generator.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/**
 * One running copy of a service: an OpenTelemetry resource. Compared by identity, since a pack hands out the same
 * instance for every span of it and exporters look it up once a span.
 */
public final class ServiceInstance {

    private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

    private final String serviceName;
    private final Attributes resource;

    /** @param resource the resource attributes; {@code service.name} must be among them */
    public ServiceInstance(Attributes resource) {
        String name = resource.get(SERVICE_NAME);
        if (name == null) {
            throw new IllegalArgumentException("A resource needs a service.name");
        }
        this.serviceName = name;
        this.resource = resource;
    }

    public String serviceName() {
        return serviceName;
    }

    public Attributes resource() {
        return resource;
    }

    @Override
    public String toString() {
        return resource.toString();
    }
}

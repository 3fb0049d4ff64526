package io.hotspan.sampling.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.telemetry.otlp.TextSlice;
import io.hotspan.telemetry.rollup.Rollup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the operations of services, found by their bytes, up to a limit a service. Numbers are never used again: a
 * full dictionary is replaced, not emptied. Not thread-safe.
 */
final class Operations {

    /** A longer name is no name but data. */
    static final int MAX_NAME_BYTES = 1_000;

    static final int MAX_SERVICES = 10_000;

    /** Of all services together; names so many fit into some tens of megabytes. */
    private static final int MAX_OPERATIONS = 200_000;

    private static final byte[] OTHER = Rollup.OTHER.getBytes(UTF_8);

    private final int maxOperationsOfAService;
    private final long seed;
    private final List<Operation> operations = new ArrayList<>();
    private final NameTable<Service> services;

    private record Operation(int number, Service service, String name) {}

    Operations(int maxOperationsOfAService, long seed) {
        this.maxOperationsOfAService = maxOperationsOfAService;
        this.seed = seed;
        this.services = new NameTable<>(seed);
    }

    String service(int operation) {
        return operations.get(operation).service().name;
    }

    String name(int operation) {
        return operations.get(operation).name();
    }

    /** The service of this name, or the one that stands for all services beyond the limit. */
    Service service(String name) {
        byte[] utf8 = name.getBytes(UTF_8);
        return service(utf8, 0, utf8.length);
    }

    /** The same for a name where it lies in a message. */
    Service service(TextSlice name) {
        return service(name.bytes(), name.offset(), name.length());
    }

    private Service service(byte[] bytes, int offset, int length) {
        Service known = services.find(bytes, offset, length);
        if (known != null) {
            return known;
        }
        if (services.size() < MAX_SERVICES && length <= MAX_NAME_BYTES) {
            return addService(Arrays.copyOfRange(bytes, offset, offset + length));
        }
        Service other = services.find(OTHER, 0, OTHER.length);
        return other == null ? addService(OTHER) : other;
    }

    private Service addService(byte[] utf8) {
        Service added = new Service(new String(utf8, UTF_8));
        services.add(utf8, added);
        return added;
    }

    /** A service's part of the dictionary. */
    final class Service {

        private final String name;
        private final NameTable<Operation> named = new NameTable<>(seed);

        private Service(String name) {
            this.name = name;
        }

        /** The number of an operation, or -1 if it has none. */
        int find(byte[] bytes, int offset, int length) {
            Operation known = named.find(bytes, offset, length);
            return known == null ? -1 : known.number();
        }

        /** Whether the service may have one more operation. */
        boolean hasRoom() {
            return named.size() < maxOperationsOfAService && operations.size() < MAX_OPERATIONS;
        }

        /** Numbers an operation that has none. */
        int add(byte[] bytes, int offset, int length) {
            byte[] utf8 = Arrays.copyOfRange(bytes, offset, offset + length);
            Operation added = new Operation(operations.size(), this, new String(utf8, UTF_8));
            operations.add(added);
            named.add(utf8, added);
            return added.number();
        }

        /** The number of an operation, be it new, or of what stands for those beyond the limit. */
        int number(String operation) {
            byte[] bytes = operation.getBytes(UTF_8);
            int known = find(bytes, 0, bytes.length);
            if (known >= 0) {
                return known;
            }
            return hasRoom() ? add(bytes, 0, bytes.length) : other();
        }

        /** The number that stands for operations beyond the limit. */
        int other() {
            int known = find(OTHER, 0, OTHER.length);
            return known < 0 ? add(OTHER, 0, OTHER.length) : known;
        }
    }
}

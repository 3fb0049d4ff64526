package io.hotspan.sampling.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.telemetry.otlp.TextSlice;
import io.hotspan.telemetry.rollup.Rollup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    private final int maxOperationsOfAService;
    private final long seed;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Service> byName = new HashMap<>();
    // By hash; a service that is not here is found by its name.
    private final @Nullable Service[] recent = new Service[1 << 8];

    // Open addressing.
    private @Nullable Operation[] table = new Operation[1 << 10];

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Operation(int number, Service service, String name, byte[] utf8, long hash) {

        boolean is(Service its, long itsHash, byte[] bytes, int offset, int length) {
            return hash == itsHash
                    && service == its
                    && Arrays.equals(utf8, 0, utf8.length, bytes, offset, offset + length);
        }
    }

    Operations(int maxOperationsOfAService, long seed) {
        this.maxOperationsOfAService = maxOperationsOfAService;
        this.seed = seed;
    }

    String service(int operation) {
        return operations.get(operation).service().name;
    }

    String name(int operation) {
        return operations.get(operation).name();
    }

    /** The service of this name, or the one that stands for all services beyond the limit. */
    Service service(String name) {
        Service known = byName.get(name);
        if (known != null) {
            return known;
        }
        boolean fits = byName.size() < MAX_SERVICES && name.length() <= MAX_NAME_BYTES;
        return byName.computeIfAbsent(fits ? name : Rollup.OTHER, Service::new);
    }

    /** The same for a name where it lies in a message. */
    Service service(TextSlice name) {
        long hash = ByteHash.of(name.bytes(), name.offset(), name.length(), seed);
        int slot = (int) hash & recent.length - 1;
        Service known = recent[slot];
        if (known == null || !name.contentEquals(known.utf8)) {
            known = service(name.toString());
            recent[slot] = known;
        }
        return known;
    }

    private int add(Service service, String name, byte[] utf8, long hash) {
        Operation added = new Operation(operations.size(), service, name, utf8, hash);
        operations.add(added);
        if (2 * operations.size() > table.length) {
            table = new Operation[2 * table.length];
            operations.forEach(this::put);
        } else {
            put(added);
        }
        return added.number();
    }

    private void put(Operation operation) {
        int slot = (int) operation.hash() & table.length - 1;
        while (table[slot] != null) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = operation;
    }

    /** A service's part of the dictionary. */
    final class Service {

        private final String name;
        private final byte[] utf8;
        private final long hash;
        private int count;
        private int other = -1;

        private Service(String name) {
            this.name = name;
            this.utf8 = name.getBytes(UTF_8);
            this.hash = ByteHash.of(utf8, 0, utf8.length, seed);
        }

        /** The number of an operation, or -1 if it has none. */
        int find(byte[] bytes, int offset, int length) {
            long wanted = ByteHash.of(bytes, offset, length, hash);
            int slot = (int) wanted & table.length - 1;
            Operation known = table[slot];
            while (known != null && !known.is(this, wanted, bytes, offset, length)) {
                slot = slot + 1 & table.length - 1;
                known = table[slot];
            }
            return known == null ? -1 : known.number();
        }

        /** Whether the service may have one more operation. */
        boolean hasRoom() {
            return count < maxOperationsOfAService && operations.size() < MAX_OPERATIONS;
        }

        /** Numbers an operation that has none. */
        int add(byte[] bytes, int offset, int length) {
            count++;
            byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
            return Operations.this.add(this, new String(copy, UTF_8), copy, ByteHash.of(bytes, offset, length, hash));
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
            if (other < 0) {
                byte[] name = Rollup.OTHER.getBytes(UTF_8);
                int known = find(name, 0, name.length);
                other = known < 0 ? add(name, 0, name.length) : known;
            }
            return other;
        }
    }
}

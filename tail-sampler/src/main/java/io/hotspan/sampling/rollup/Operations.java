package io.hotspan.sampling.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotspan.telemetry.otlp.TextSlice;
import io.hotspan.telemetry.rollup.Rollup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final List<String> services = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> encoded = new ArrayList<>();
    private final Map<String, Service> byName = new HashMap<>();

    // Open addressing; an entry is an operation's number plus one.
    private int[] table = new int[1 << 10];
    private long[] hashes = new long[1 << 10];

    Operations(int maxOperationsOfAService, long seed) {
        this.maxOperationsOfAService = maxOperationsOfAService;
        this.seed = seed;
    }

    String service(int operation) {
        return services.get(operation);
    }

    String name(int operation) {
        return names.get(operation);
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

    private int add(Service service, String name, byte[] utf8, long hash) {
        services.add(service.name);
        names.add(name);
        encoded.add(utf8);
        if (2 * encoded.size() > table.length) {
            grow();
        }
        put(hash, encoded.size());
        return encoded.size() - 1;
    }

    private void put(long hash, int entry) {
        int slot = (int) hash & table.length - 1;
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = entry;
        hashes[slot] = hash;
    }

    private void grow() {
        int[] entries = table;
        long[] their = hashes;
        table = new int[2 * entries.length];
        hashes = new long[table.length];
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] != 0) {
                put(their[i], entries[i]);
            }
        }
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

        boolean isNamed(TextSlice text) {
            return text.contentEquals(utf8);
        }

        /** The number of an operation, or -1 if it has none. */
        int find(byte[] bytes, int offset, int length) {
            long wanted = ByteHash.of(bytes, offset, length, hash);
            for (int slot = (int) wanted & table.length - 1; table[slot] != 0; slot = slot + 1 & table.length - 1) {
                if (hashes[slot] == wanted) {
                    byte[] known = encoded.get(table[slot] - 1);
                    if (Arrays.equals(known, 0, known.length, bytes, offset, offset + length)
                            && services.get(table[slot] - 1).equals(name)) {
                        return table[slot] - 1;
                    }
                }
            }
            return -1;
        }

        /** Whether the service may have one more operation. */
        boolean hasRoom() {
            return count < maxOperationsOfAService && encoded.size() < MAX_OPERATIONS;
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

package io.hotspan.telemetry.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedCollection;

/** The attributes a reader wants to see of each span and resource; everything else is stepped over. */
public final class AttributeKeys {

    /** No attributes at all. */
    public static final AttributeKeys NONE = of(List.of(), List.of());

    private final Keys resource;
    private final Keys span;

    private AttributeKeys(Keys resource, Keys span) {
        this.resource = resource;
        this.span = span;
    }

    /** Wants these attributes of resources and these of spans; a key named twice counts once. */
    public static AttributeKeys of(SequencedCollection<String> resourceKeys, SequencedCollection<String> spanKeys) {
        return new AttributeKeys(new Keys(resourceKeys), new Keys(spanKeys));
    }

    /**
     * Index of a resource attribute, for {@link SpanView#resourceAttribute(int)}.
     *
     * @throws IllegalArgumentException if the key was not asked for
     */
    public int resourceIndex(String key) {
        return resource.indexOf(key);
    }

    /**
     * Index of a span attribute, for {@link SpanView#spanAttribute(int)}.
     *
     * @throws IllegalArgumentException if the key was not asked for
     */
    public int spanIndex(String key) {
        return span.indexOf(key);
    }

    Keys resource() {
        return resource;
    }

    Keys span() {
        return span;
    }

    /** Keys as bytes, found by length first so that most attributes are passed over without a comparison. */
    static final class Keys {

        private static final int[] NO_KEYS = {};
        private static final int SHORT = 128;

        private final List<String> names;
        private final byte[][] encoded;
        private final int[][] byLength;
        private final boolean[] lengths = new boolean[SHORT];

        Keys(SequencedCollection<String> keys) {
            names = List.copyOf(new LinkedHashSet<>(keys));
            encoded = names.stream().map(name -> name.getBytes(UTF_8)).toArray(byte[][]::new);
            byLength = new int[longest(encoded) + 1][];
            for (int length = 0; length < byLength.length; length++) {
                byLength[length] = indexesOfLength(length);
            }
            for (byte[] key : encoded) {
                if (key.length < SHORT) {
                    lengths[key.length] = true;
                }
            }
        }

        int size() {
            return encoded.length;
        }

        int indexOf(String key) {
            int index = names.indexOf(key);
            if (index < 0) {
                throw new IllegalArgumentException("attribute " + key + " was not asked for");
            }
            return index;
        }

        /** Of every length up to 127, whether a key has it; not to be changed. */
        boolean[] lengths() {
            return lengths;
        }

        /** Index of the key equal to the slice, or -1. */
        int find(TextSlice key) {
            int[] candidates = key.length() < byLength.length ? byLength[key.length()] : NO_KEYS;
            for (int candidate : candidates) {
                if (key.contentEquals(encoded[candidate])) {
                    return candidate;
                }
            }
            return -1;
        }

        private int[] indexesOfLength(int length) {
            List<Integer> indexes = new ArrayList<>();
            for (int i = 0; i < encoded.length; i++) {
                if (encoded[i].length == length) {
                    indexes.add(i);
                }
            }
            return indexes.isEmpty()
                    ? NO_KEYS
                    : indexes.stream().mapToInt(Integer::intValue).toArray();
        }

        private static int longest(byte[][] encoded) {
            int longest = 0;
            for (byte[] key : encoded) {
                longest = Math.max(longest, key.length);
            }
            return longest;
        }
    }
}

package io.hotspan.benchmarks.throughput;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Byte arrays in a file, one after the other: data of any size, of which memory holds one array a reader. */
final class Spool implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 20;

    private final Path file;
    private final DataOutputStream out;
    private long entries;

    Spool(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
    }

    void add(byte[] entry) throws IOException {
        out.writeInt(entry.length);
        out.write(entry);
        entries++;
    }

    long entries() {
        return entries;
    }

    /** Reads from the beginning all that was added so far. */
    Reader read() throws IOException {
        out.flush();
        return new Reader(
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)), entries);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Hands out each entry once, to whichever thread asks. */
    static final class Reader implements AutoCloseable {

        private final DataInputStream in;
        private long left;

        private Reader(DataInputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        /** The next entry, or null at the end. */
        synchronized byte @Nullable [] next() throws IOException {
            if (left == 0) {
                return null;
            }
            left--;
            byte[] entry = new byte[in.readInt()];
            in.readFully(entry);
            return entry;
        }

        @Override
        public synchronized void close() throws IOException {
            in.close();
        }
    }
}

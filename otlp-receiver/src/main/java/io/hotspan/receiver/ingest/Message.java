package io.hotspan.receiver.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes of a message as they arrive: bounded in size, and every byte reserved before it is stored. */
public final class Message implements AutoCloseable {

    private static final int FIRST_CAPACITY = 8 * 1024;

    private final ByteBudget.Reservation reservation;
    private final int maxBytes;
    private byte[] bytes = new byte[0];
    private int length;
    private int reserved;

    private Message(ByteBudget.Reservation reservation, int maxBytes) {
        this.reservation = reservation;
        this.maxBytes = maxBytes;
    }

    /**
     * A message to be filled.
     *
     * @param expectedBytes its announced length, or -1
     * @throws MessageTooLargeException if more is announced than may be
     * @throws OverloadedException if there is no room for what is announced
     */
    public static Message expecting(long expectedBytes, long maxBytes, ByteBudget budget) {
        if (expectedBytes > maxBytes) {
            throw new MessageTooLargeException(maxBytes);
        }
        Message message = new Message(budget.reserve(0), Math.toIntExact(maxBytes));
        if (expectedBytes > 0) {
            // Reserved but not yet allocated: an announcement alone must not cost memory.
            message.reservation.grow(expectedBytes);
            message.reserved = Math.toIntExact(expectedBytes);
        }
        return message;
    }

    /** Adds what the buffer holds. */
    public void append(ByteBuffer buffer) {
        int count = buffer.remaining();
        if (count > maxBytes - length) {
            throw new MessageTooLargeException(maxBytes);
        }
        ensureRoomFor(count);
        buffer.get(bytes, length, count);
        length += count;
    }

    /** Adds everything up to the stream's end. */
    public void appendAll(InputStream in) throws IOException {
        while (length < maxBytes) {
            ensureRoomFor(1);
            int count = in.read(bytes, length, bytes.length - length);
            if (count < 0) {
                return;
            }
            length += count;
        }
        if (in.read() >= 0) {
            throw new MessageTooLargeException(maxBytes);
        }
    }

    /**
     * Holds this many bytes beside the message's own, until it is closed.
     *
     * @throws OverloadedException if there is no room
     */
    public void reserveBeside(long bytes) {
        reservation.grow(bytes);
    }

    /** The array that holds the message from its index 0 to {@link #length()}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Number of bytes so far. */
    public int length() {
        return length;
    }

    @Override
    public void close() {
        bytes = new byte[0];
        length = 0;
        reservation.close();
    }

    private void ensureRoomFor(int more) {
        int needed = length + more;
        if (needed <= bytes.length) {
            return;
        }
        int capacity = Math.max(needed, Math.min(Math.max(FIRST_CAPACITY, 2 * bytes.length), maxBytes));
        if (capacity > reserved) {
            reservation.grow(capacity - reserved);
            reserved = capacity;
        }
        bytes = Arrays.copyOf(bytes, capacity);
    }
}

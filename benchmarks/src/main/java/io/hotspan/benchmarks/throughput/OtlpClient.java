package io.hotspan.benchmarks.throughput;

import java.io.IOException;

/** Sends encoded export requests. Thread-safe. */
interface OtlpClient extends AutoCloseable {

    /**
     * Sends one and waits for the answer.
     *
     * @return false if the receiver asks to send it again later
     * @throws IOException if it was refused for good
     */
    boolean export(byte[] request) throws IOException, InterruptedException;

    @Override
    void close();
}

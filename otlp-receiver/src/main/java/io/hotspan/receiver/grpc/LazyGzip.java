package io.hotspan.receiver.grpc;

import io.grpc.Decompressor;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Gzip that looks at its first byte only when read. gRPC's own does so on the network thread, where a damaged header
 * ends as {@code UNKNOWN} instead of {@code INVALID_ARGUMENT}.
 */
final class LazyGzip implements Decompressor {

    @Override
    public String getMessageEncoding() {
        return "gzip";
    }

    @Override
    public InputStream decompress(InputStream compressed) {
        return new Stream(compressed);
    }

    private static final class Stream extends FilterInputStream {

        private boolean open;

        Stream(InputStream compressed) {
            super(compressed);
        }

        @Override
        public int read() throws IOException {
            return open().read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return open().read(bytes, offset, length);
        }

        @Override
        public int available() throws IOException {
            return open().available();
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private InputStream open() throws IOException {
            if (!open) {
                in = new GZIPInputStream(in);
                open = true;
            }
            return in;
        }
    }
}

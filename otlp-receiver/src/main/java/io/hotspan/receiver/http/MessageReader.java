package io.hotspan.receiver.http;

import io.hotspan.receiver.ingest.ByteBudget;
import io.hotspan.receiver.ingest.IngestProperties;
import io.hotspan.receiver.ingest.Message;
import io.hotspan.receiver.json.MalformedJsonException;
import io.hotspan.receiver.json.OtlpJsonReader;
import io.hotspan.receiver.json.OtlpJsonReader.WireMessage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads a body and undoes its encodings, within the budget at every step. */
@Component
class MessageReader {

    private static final int GZIP_BUFFER = 8 * 1024;

    private final long maxMessageBytes;
    private final ByteBudget budget;

    MessageReader(IngestProperties properties, ByteBudget budget) {
        this.maxMessageBytes = properties.maxMessageSize().toBytes();
        this.budget = budget;
    }

    /** A message with room for what the request announces; refuses before a byte of the body is asked for. */
    Message expect(ServerRequest request) {
        return Message.expecting(request.headers().contentLength().orElse(-1), maxMessageBytes, budget);
    }

    /** Fills the message with the body as it arrives. */
    Mono<Message> receive(ServerRequest request, Message message) {
        return request.exchange()
                .getRequest()
                .getBody()
                .doOnNext(buffer -> append(buffer, message))
                .then(Mono.just(message));
    }

    /** Undoes gzip. The caller closes both messages. */
    Message gunzip(Message compressed) throws UndecodableException {
        Message plain = Message.expecting(-1, maxMessageBytes, budget);
        try (GZIPInputStream in = new GZIPInputStream(
                new ByteArrayInputStream(compressed.bytes(), 0, compressed.length()), GZIP_BUFFER)) {
            plain.appendAll(in);
            return plain;
        } catch (EOFException e) {
            plain.close();
            throw new UndecodableException("the gzip data ends too early");
        } catch (ZipException e) {
            plain.close();
            throw new UndecodableException("the gzip data is damaged: " + e.getMessage());
        } catch (IOException e) {
            plain.close();
            throw new UndecodableException("the gzip data cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** Turns JSON into protobuf, which is no longer. */
    WireMessage fromJson(Message json) throws UndecodableException {
        json.reserveBeside(json.length());
        try {
            return OtlpJsonReader.traceRequest(json.bytes(), json.length());
        } catch (MalformedJsonException e) {
            throw new UndecodableException(e.getMessage());
        }
    }

    private static void append(DataBuffer buffer, Message message) {
        try (DataBuffer.ByteBufferIterator parts = buffer.readableByteBuffers()) {
            parts.forEachRemaining(message::append);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}

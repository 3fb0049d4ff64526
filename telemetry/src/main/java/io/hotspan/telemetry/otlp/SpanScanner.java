package io.hotspan.telemetry.otlp;

import static io.hotspan.telemetry.otlp.WireReader.LENGTH_DELIMITED;
import static io.hotspan.telemetry.otlp.WireReader.tag;

import java.util.Objects;

/**
 * Walks a {@code TracesData} or {@code ExportTraceServiceRequest} (the same on the wire) in place and shows each span
 * to a visitor. It allocates nothing but a copy of each resource it has not seen before, which is then not read again.
 * Fields may come in any order, unknown ones are stepped over, and what protobuf says may not repeat takes its last
 * value.
 *
 * <p>It checks what it reads, not the insides of events, links and unasked attributes: for bytes of a stranger, ask
 * {@link OtlpValidator} first. Not thread-safe; keep one a thread.
 */
public final class SpanScanner {

    private static final int RESOURCE_SPANS = tag(1, LENGTH_DELIMITED);

    private static final int RESOURCE = tag(1, LENGTH_DELIMITED);
    private static final int SCOPE_SPANS = tag(2, LENGTH_DELIMITED);
    private static final int SCHEMA_URL = tag(3, LENGTH_DELIMITED);

    private static final int RESOURCE_ATTRIBUTES = tag(1, LENGTH_DELIMITED);

    private static final int SCOPE = tag(1, LENGTH_DELIMITED);
    private static final int SPANS = tag(2, LENGTH_DELIMITED);

    private static final int SCOPE_NAME = tag(1, LENGTH_DELIMITED);
    private static final int SCOPE_VERSION = tag(2, LENGTH_DELIMITED);

    private final WireReader reader = new WireReader();
    private final SpanView view;
    private final SpanReader spans;
    private final KnownResources known = new KnownResources();

    /** A scanner that looks up these attributes of each span and its resource. */
    public SpanScanner(AttributeKeys keys) {
        view = new SpanView(keys);
        spans = new SpanReader(reader, view);
    }

    /**
     * Shows every span of the message to the visitor.
     *
     * @throws MalformedOtlpException at the first fault; spans before it have been shown
     */
    public void scan(byte[] message, SpanVisitor visitor) throws MalformedOtlpException {
        scan(message, 0, message.length, visitor);
    }

    /**
     * Shows every span of the message in this part of the array to the visitor.
     *
     * @throws MalformedOtlpException at the first fault; spans before it have been shown
     */
    public void scan(byte[] bytes, int offset, int length, SpanVisitor visitor) throws MalformedOtlpException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        reader.reset(bytes, offset, offset + length);
        view.message = bytes;
        view.resourceIndex = -1;
        view.scopeIndex = -1;
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == RESOURCE_SPANS) {
                int outer = reader.enter(reader.readLength());
                readResourceSpans(visitor);
                reader.leave(outer);
            } else {
                reader.skip(tag, 0);
            }
        }
    }

    // Twice over the fields: the resource may follow its spans, which skipping by length makes cheap to find out.
    private void readResourceSpans(SpanVisitor visitor) throws MalformedOtlpException {
        int start = reader.position();
        view.resourceIndex++;
        view.resource.clear();
        view.resourceAttributes.clear();
        view.resourceSchemaUrl.clear();
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == RESOURCE) {
                int outer = reader.enter(reader.readLength());
                readResource();
                reader.leave(outer);
            } else if (tag == SCHEMA_URL) {
                readText(view.resourceSchemaUrl);
            } else {
                reader.skip(tag, 1);
            }
        }
        reader.moveTo(start);
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == SCOPE_SPANS) {
                int outer = reader.enter(reader.readLength());
                readScopeSpans(visitor);
                reader.leave(outer);
            } else {
                reader.skip(tag, 1);
            }
        }
    }

    private void readResource() throws MalformedOtlpException {
        int start = reader.position();
        int length = reader.limit() - start;
        view.resource.set(start, length);
        if (view.resourceAttributes.isEmpty()) {
            return;
        }
        AttributeValue[] before = known.find(reader.bytes(), start, length);
        if (before != null) {
            view.resourceAttributes.show(before);
            return;
        }
        view.resourceAttributes.clear();
        view.resourceAttributes.skipUnasked(reader, RESOURCE_ATTRIBUTES);
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == RESOURCE_ATTRIBUTES) {
                int outer = reader.enter(reader.readLength());
                view.resourceAttributes.read(reader, 3);
                reader.leave(outer);
                view.resourceAttributes.skipUnasked(reader, RESOURCE_ATTRIBUTES);
            } else {
                reader.skip(tag, 2);
            }
        }
        known.remember(reader.bytes(), start, length, view.resourceAttributes.values());
    }

    private void readScopeSpans(SpanVisitor visitor) throws MalformedOtlpException {
        int start = reader.position();
        view.scopeIndex++;
        view.scope.clear();
        view.scopeName.clear();
        view.scopeVersion.clear();
        view.scopeSchemaUrl.clear();
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == SCOPE) {
                int outer = reader.enter(reader.readLength());
                readScope();
                reader.leave(outer);
            } else if (tag == SCHEMA_URL) {
                readText(view.scopeSchemaUrl);
            } else {
                reader.skip(tag, 2);
            }
        }
        reader.moveTo(start);
        while (reader.hasMore()) {
            int outer = reader.enterNext(SPANS);
            if (outer < 0) {
                int tag = reader.readTag();
                if (tag != SPANS) {
                    reader.skip(tag, 2);
                    continue;
                }
                outer = reader.enter(reader.readLength());
            }
            spans.read();
            visitor.span(view);
            reader.leave(outer);
        }
    }

    private void readScope() throws MalformedOtlpException {
        view.scope.set(reader.position(), reader.limit() - reader.position());
        view.scopeName.clear();
        view.scopeVersion.clear();
        while (reader.hasMore()) {
            int tag = reader.readTag();
            if (tag == SCOPE_NAME) {
                readText(view.scopeName);
            } else if (tag == SCOPE_VERSION) {
                readText(view.scopeVersion);
            } else {
                reader.skip(tag, 3);
            }
        }
    }

    private void readText(TextSlice text) throws MalformedOtlpException {
        int length = reader.readLength();
        text.set(reader.bytes(), reader.position(), length);
        reader.moveTo(reader.position() + length);
    }
}

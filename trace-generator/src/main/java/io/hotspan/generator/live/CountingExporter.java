package io.hotspan.generator.live;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Counts what the exporter it stands in for got through. */
final class CountingExporter implements SpanExporter {

    private final SpanExporter exporter;
    private final LiveCounters counters;

    CountingExporter(SpanExporter exporter, LiveCounters counters) {
        this.exporter = exporter;
        this.counters = counters;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        int count = spans.size();
        CompletableResultCode result = exporter.export(spans);
        result.whenComplete(() -> {
            if (result.isSuccess()) {
                counters.sent(count);
            } else {
                counters.failed(count);
            }
        });
        return result;
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}

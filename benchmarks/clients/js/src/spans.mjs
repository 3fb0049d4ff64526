// A trace with everything a span can carry, and what the store is expected to say of it.
import { SpanKind, SpanStatusCode, TraceFlags, trace, context } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

const attributes = {
  'text.plain': 'cart',
  'text.empty': '',
  'text.unicode': 'Größe 尺寸 🙂 "quoted" \\ and\nlines',
  'text.long': 'x'.repeat(5000),
  'flag.true': true,
  'flag.false': false,
  'whole.zero': 0,
  'whole.negative': -42,
  'whole.large': Number.MAX_SAFE_INTEGER,
  'real.half': 0.5,
  'real.small': 1.25e-9,
  'real.large': 123456789.0625,
  'texts': ['a', 'b "c"', 'ü'],
  'flags': [true, false],
  'wholes': [1, -2, 3],
  'reals': [0.5, 1.25],
  'texts.none': [],
};

/** Makes a trace of five spans through the exporter and returns the spans as the SDK ended them. */
export async function exportTrace(exporter, transport) {
  const ended = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({
      'service.name': `outside-client-js-${transport}`,
      'service.version': '1.2.3',
      'deployment.environment.name': 'test',
      'process.pid': process.pid,
    }),
    spanProcessors: [new SimpleSpanProcessor(ended), new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('outside-client', '4.5.6');
  const before = Date.now();

  const root = tracer.startSpan('GET /cart/checkout', { kind: SpanKind.SERVER, attributes, startTime: before });
  const within = trace.setSpan(context.active(), root);
  root.addEvent('cart opened', { 'cart.items': 3, 'cart.owner': 'ü', 'cart.codes': ['a', 'b'] }, before + 1);
  root.recordException(new Error('no stock'), before + 2);

  const kinds = [SpanKind.CLIENT, SpanKind.INTERNAL, SpanKind.PRODUCER, SpanKind.CONSUMER];
  kinds.forEach((kind, index) => {
    const child = tracer.startSpan(
      `child ${index}`,
      {
        kind,
        attributes: { 'child.index': index },
        startTime: before + 3,
        links: [
          {
            context: { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: TraceFlags.SAMPLED },
            attributes: { 'link.reason': 'retry', 'link.attempt': index },
          },
        ],
      },
      within,
    );
    if (index === 1) {
      child.setStatus({ code: SpanStatusCode.OK });
    }
    child.end(before + 7);
  });
  // An error: traces with one are kept whatever the sampling.
  root.setStatus({ code: SpanStatusCode.ERROR, message: 'payment refused: ü' });
  root.end(before + 12);

  await provider.forceFlush();
  const spans = ended.getFinishedSpans().map(expectation);
  await provider.shutdown();
  return { traceId: root.spanContext().traceId, spans };
}

/** What the store should answer for a span of the SDK. */
function expectation(span) {
  const kinds = ['internal', 'server', 'client', 'producer', 'consumer'];
  return {
    traceId: span.spanContext().traceId,
    spanId: span.spanContext().spanId,
    parentSpanId: span.parentSpanContext?.spanId ?? '',
    traceState: span.spanContext().traceState?.serialize() ?? '',
    timestamp: nanos(span.startTime),
    durationNanos: Number(nanos(span.endTime) - nanos(span.startTime)),
    service: span.resource.attributes['service.name'],
    name: span.name,
    kind: kinds[span.kind],
    status: ['unset', 'ok', 'error'][span.status.code],
    statusMessage: span.status.message ?? '',
    'scope.name': span.instrumentationScope.name,
    'scope.version': span.instrumentationScope.version ?? '',
    attributes: texts(span.attributes),
    resourceAttributes: texts(span.resource.attributes),
    events: span.events.map((event) => ({
      timestamp: nanos(event.time),
      name: event.name,
      attributes: texts(event.attributes ?? {}),
    })),
    links: span.links.map((link) => ({
      traceId: link.context.traceId,
      spanId: link.context.spanId,
      traceState: '',
      attributes: texts(link.attributes ?? {}),
    })),
  };
}

/** The Collector's mapping: every value is a text, arrays are JSON. */
function texts(values) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  );
}

function nanos([seconds, rest]) {
  return BigInt(seconds) * 1_000_000_000n + BigInt(rest);
}

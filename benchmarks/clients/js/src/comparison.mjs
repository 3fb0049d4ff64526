// Compares what came back with what was sent, value for value.

const EMPTY = { compared: 0, differences: [] };

/** Every value of every span that was sent, against the answer of GET /api/v1/traces/{id}. */
export function compareTrace(sent, answer) {
  const found = new Map(answer.spans.map((span) => [span.spanId, span]));
  const perSpan = sent.spans.map((span) => {
    const stored = found.get(span.spanId);
    return stored
      ? compare(span, normalised(stored), span.name)
      : { compared: 1, differences: [`${span.name}: not stored`] };
  });
  const extra = answer.spans.length - sent.spans.length;
  return sum([...perSpan, { compared: 1, differences: extra === 0 ? [] : [`${extra} spans that were not sent`] }]);
}

function normalised(stored) {
  return {
    ...stored,
    timestamp: nanos(stored.timestamp),
    'scope.name': stored.scope.name,
    'scope.version': stored.scope.version,
    // The sampler may add its own entry (ot=th:…) to what the client sent.
    traceState: stored.traceState.split(',').filter((entry) => !entry.startsWith('ot=')).join(','),
    events: stored.events.map((event) => ({ ...event, timestamp: nanos(event.timestamp) })),
  };
}

function compare(expected, actual, path) {
  if (expected !== null && typeof expected === 'object') {
    const surplus = Object.keys(actual ?? {}).filter((key) => /[Aa]ttributes$/.test(path) && !(key in expected));
    return sum([
      ...Object.keys(expected).map((key) => compare(expected[key], actual?.[key], `${path}.${key}`)),
      { compared: 0, differences: surplus.map((key) => `${path}.${key}: was not sent`) },
      Array.isArray(expected) && expected.length !== actual?.length
        ? { compared: 1, differences: [`${path}: ${expected.length} sent, ${actual?.length} stored`] }
        : EMPTY,
    ]);
  }
  const same = expected === actual;
  return { compared: 1, differences: same ? [] : [`${path}: sent ${show(expected)}, stored ${show(actual)}`] };
}

function sum(results) {
  return {
    compared: results.reduce((total, result) => total + result.compared, 0),
    differences: results.flatMap((result) => result.differences),
  };
}

function show(value) {
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** An RFC 3339 instant to the nanosecond. */
function nanos(instant) {
  const [whole, fraction = ''] = instant.replace(/Z$/, '').split('.');
  return BigInt(Date.parse(`${whole}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}

// Exports a trace over each transport of OTLP with the OpenTelemetry SDK, finds it through the query service and
// compares it attribute for attribute. Ends with 1 if anything differs.
import { CompressionAlgorithm } from '@opentelemetry/otlp-exporter-base';
import { OTLPTraceExporter as GrpcExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { compareTrace } from './comparison.mjs';
import { exportTrace } from './spans.mjs';

const http = process.env.OTLP_HTTP_URL ?? 'http://localhost:4318';
const grpc = process.env.OTLP_GRPC_URL ?? 'http://localhost:4317';
const query = process.env.HOTSPAN_QUERY_URL ?? 'http://localhost:8081';
const patienceMillis = 1000 * Number(process.env.HOTSPAN_PATIENCE_SECONDS ?? 120);

const compression = CompressionAlgorithm.GZIP;
const exporters = {
  'http/protobuf': () => new ProtobufExporter({ url: `${http}/v1/traces` }),
  'http/protobuf gzip': () => new ProtobufExporter({ url: `${http}/v1/traces`, compression }),
  'http/json': () => new JsonExporter({ url: `${http}/v1/traces` }),
  'http/json gzip': () => new JsonExporter({ url: `${http}/v1/traces`, compression }),
  grpc: () => new GrpcExporter({ url: grpc }),
  'grpc gzip': () => new GrpcExporter({ url: grpc, compression }),
};

const runs = await Promise.all(Object.entries(exporters).map(([name, create]) => run(name, create())));

console.log('| SDK | transport | spans | values compared | differences | found after |');
console.log('|---|---|---:|---:|---:|---:|');
for (const { name, sent, result, seconds } of runs) {
  console.log(
    `| JavaScript | ${name} | ${sent.spans.length} | ${result.compared} | ${result.differences.length} | ${seconds.toFixed(1)} s |`,
  );
}
const differences = runs.flatMap(({ name, result }) => result.differences.map((line) => `${name}: ${line}`));
differences.forEach((line) => console.error(line));
process.exitCode = differences.length === 0 ? 0 : 1;

async function run(name, exporter) {
  const sent = await exportTrace(exporter, name.replace(/\W/g, '-'));
  const start = Date.now();
  const answer = await find(sent);
  const result = answer
    ? compareTrace(sent, answer)
    : { compared: 0, differences: [`trace ${sent.traceId} was not found within ${patienceMillis / 1000} s`] };
  return { name, sent, result, seconds: (Date.now() - start) / 1000 };
}

/** Asks until the whole trace is there: it is kept only once the sampler has decided. */
async function find(sent) {
  const deadline = Date.now() + patienceMillis;
  let answer;
  while (Date.now() < deadline && !(answer?.spans.length >= sent.spans.length)) {
    const response = await fetch(`${query}/api/v1/traces/${sent.traceId}`).catch(() => undefined);
    answer = response?.ok ? await response.json() : answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return answer;
}

// The page with the plugins' bundles, for development and browser tests. Service calls go to the given addresses or to fixtures.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const workspaces = join(import.meta.dirname, '..', '..');
/** The built page; another build of it, on other versions of Grafana's packages, may be named instead. */
const page = process.env.HOTSPAN_PAGE ?? join(import.meta.dirname, 'dist');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** The built plugins: id → folder of its `dist`. */
function plugins() {
  return Object.fromEntries(
    readdirSync(workspaces)
      .map((name) => join(workspaces, name, 'dist'))
      .filter((dist) => existsSync(join(dist, 'plugin.json')))
      .map((dist) => [JSON.parse(readFileSync(join(dist, 'plugin.json'), 'utf8')).id, dist])
  );
}

function pluginList() {
  return Object.entries(plugins()).map(([id, dist]) => ({
    ...JSON.parse(readFileSync(join(dist, 'plugin.json'), 'utf8')),
    module: `public/plugins/${id}/module.js`,
  }));
}

/**
 * Starts a server on loopback.
 *
 * @param {{ port?: number, services?: Record<string, string>, fixtures?: { answer(call: object): Promise<object> } }} options
 *   `services`: route name (`heatmap`, `comparison`, `sampler`) → base address; a route without one is answered by the fixtures
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serve({ port = 0, services = {}, fixtures } = {}) {
  const server = createServer((request, response) => {
    handle(request, response, services, fixtures).catch((error) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error.stack));
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(request, response, services, fixtures) {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  if (pathname === '/api/plugins') {
    return json(response, 200, pluginList());
  }
  const [, route, path] =
    pathname.match(/^\/api\/plugin-proxy\/[^/]+\/([^/]+)(\/.*)$/) ??
    pathname.match(/^\/api\/datasources\/proxy\/uid\/[^/]+\/([^/]+)(\/.*)$/) ??
    [];
  if (route) {
    return services[route]
      ? proxy(request, response, services[route] + path + search)
      : answer(request, response, fixtures, route, path, search);
  }
  if (pathname.startsWith('/api/')) {
    return json(response, 404, { title: 'Not found', status: 404 });
  }
  const [, id, file] = pathname.match(/^\/public\/plugins\/([^/]+)\/(.+)$/) ?? [];
  return id
    ? send(response, plugins()[id], file)
    : send(response, page, pathname.startsWith('/public/') ? pathname : 'index.html');
}

async function answer(request, response, fixtures, route, path, search) {
  if (!fixtures) {
    return json(response, 502, 'Bad gateway');
  }
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const { status = 200, body } = await fixtures.answer({
    route,
    path,
    method: request.method,
    query: Object.fromEntries(new URLSearchParams(search)),
    body: text ? JSON.parse(text) : undefined,
    signal: gone.signal,
  });
  if (status === 200 && request.headers.accept?.startsWith('text/event-stream')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event:progress\ndata:{"readRows":4100000,"totalRows":12000000}\n\n');
    response.end(`event:result\ndata:${JSON.stringify(body)}\n\n`);
    return;
  }
  json(response, status, body, status === 200 ? 'application/json' : 'application/problem+json');
}

function proxy(request, response, address) {
  const { host: _host, ...headers } = request.headers;
  const upstream = httpRequest(address, { method: request.method, headers }, (answered) => {
    response.writeHead(answered.statusCode, answered.headers);
    answered.pipe(response);
  });
  upstream.on('error', () => (response.headersSent ? response.destroy() : json(response, 502, 'Bad gateway')));
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

function send(response, folder, path) {
  const file = folder && normalize(join(folder, decodeURIComponent(path)));
  if (!file?.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
    return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(readFileSync(file));
}

function json(response, status, body, type = 'application/json') {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3000' },
      heatmap: { type: 'string' },
      comparison: { type: 'string' },
      sampler: { type: 'string' },
    },
  });
  const { port, ...addresses } = values;
  const services = Object.fromEntries(Object.entries(addresses).filter(([, address]) => address));
  const { createFixtures } = await import('@hotspan/fixtures');
  const { url } = await serve({ port: Number(port), services, fixtures: createFixtures() });
  process.stdout.write(`${url} (${Object.keys(services).length > 0 ? 'live services' : 'fixture data'})\n`);
}

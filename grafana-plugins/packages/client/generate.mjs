// Writes src/generated/<service>.ts from the OpenAPI documents that the services' own tests export.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(import.meta.dirname, 'src', 'generated');
const services = ['heatmap-service', 'comparison-service', 'tail-sampler'];

await mkdir(folder, { recursive: true });
for (const service of services) {
  const document = join(process.env.OPENAPI_FOLDER ?? root, service, 'openapi.json');
  if (!existsSync(document)) {
    throw new Error(`${document} is missing: run the tests of ${service}, they write it.`);
  }
  // A property with a default may be left out of a request.
  const types = astToString(await openapiTS(pathToFileURL(document), { defaultNonNullable: false }));
  await writeIfNew(
    join(folder, `${service}.ts`),
    `// Generated from ${service}/openapi.json by \`npm run generate\`.\n\n${types}`
  );
}

/** Leaves the file's date alone where nothing changed, for whoever builds by dates. */
async function writeIfNew(file, content) {
  const old = await readFile(file, 'utf8').catch(() => undefined);
  if (content !== old) {
    await writeFile(file, content);
  }
}

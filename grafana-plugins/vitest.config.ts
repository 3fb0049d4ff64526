import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);
const workspaces = '{packages/*,heatmap-panel,bubbles-app,traces-datasource}';

export default defineConfig({
  resolve: {
    // The CommonJS builds: Node cannot load the ES ones, and having Vite transform them makes every test file wait for seconds.
    alias: ['data', 'i18n', 'runtime', 'schema', 'ui'].map((name) => ({
      find: new RegExp(`^@grafana/${name}$`),
      replacement: require.resolve(`@grafana/${name}`),
    })),
  },
  test: {
    environment: 'jsdom',
    include: [`${workspaces}/src/**/*.test.{ts,tsx}`],
    setupFiles: ['packages/build/vitest.setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
});

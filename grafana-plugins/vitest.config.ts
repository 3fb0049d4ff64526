import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'jsdom',
    include: [
      '{heatmap-panel,bubbles-app,traces-datasource}/src/**/*.test.{ts,tsx}',
      'packages/*/src/**/*.test.{ts,tsx}',
    ],
    setupFiles: ['packages/build/vitest.setup.ts'],
    restoreMocks: true,
    server: {
      // Grafana's packages import CommonJS neighbours by name, which only Vite's own transform understands.
      deps: { inline: [/@grafana\//] },
    },
  },
});

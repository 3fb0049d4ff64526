import { version } from '@grafana/ui/package.json';
import { bootDataOf } from './boot/bootData';
import { catalogueOf, type PluginEntry } from './boot/catalogue';
import { preferredTheme, preferredTimeZone } from './boot/preferences';

// Grafana's runtime reads these two while it is evaluated, so everything else is imported only after them.
window.__grafana_public_path__ = '/public/';

async function start() {
  const response = await fetch('/api/plugins', { headers: { accept: 'application/json' } });
  if (!response.ok) {
    throw new Error(`GET /api/plugins answered ${response.status}`);
  }
  const catalogue = catalogueOf((await response.json()) as PluginEntry[]);
  window.grafanaBootData = bootDataOf({ catalogue, theme: preferredTheme(), timeZone: preferredTimeZone(), version });
  const { mount } = await import('./start');
  await mount(catalogue);
}

start().catch((error: unknown) => {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.style.cssText = 'font: 16px/1.5 sans-serif; margin: 4rem auto; max-width: 40rem;';
  message.textContent = `The page could not start: ${error instanceof Error ? error.message : error}. Is Hotspan still running? Reload to try again.`;
  document.body.append(message);
});

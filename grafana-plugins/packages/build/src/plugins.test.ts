import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'src', 'plugin.json')));

describe.each(folders)('%s', (folder) => {
  const read = (...path: string[]) => readFileSync(join(root, folder, ...path), 'utf8');
  const plugin = JSON.parse(read('src', 'plugin.json'));

  it('is a Hotspan plugin for Grafana 12.4 and later', () => {
    expect(plugin.id).toMatch(new RegExp(`^hotspan-[a-z]+-${plugin.type}$`));
    expect(plugin.dependencies.grafanaDependency).toBe('>=12.4.0');
    expect(plugin.info.version).toBe('%VERSION%');
  });

  it('has its logos, README and CHANGELOG', () => {
    for (const logo of Object.values<string>(plugin.info.logos)) {
      expect(read('src', logo)).toContain('<svg');
    }
    expect(read('README.md')).toMatch(/^# /);
    expect(read('CHANGELOG.md')).toMatch(/^# Changelog/);
  });

  it('reaches services only through routes whose address is a setting', () => {
    for (const route of plugin.routes ?? []) {
      // Grafana matches the whole path of an app's route, and the beginning of a data source's.
      expect(route.path).toMatch(plugin.type === 'app' ? /^[a-z]+\/\*$/ : /^[a-z]+\/$/);
      expect(route.url).toMatch(/^\{\{ \.JsonData\.[a-zA-Z]+Url \}\}$/);
    }
  });
});

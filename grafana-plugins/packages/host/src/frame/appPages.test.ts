import type { AppPluginMeta } from '@grafana/data';
import { expect, test } from 'vitest';
import { pageAt, pagesOf } from './appPages';

const app = {
  id: 'test-app',
  name: 'Test',
  info: { logos: { small: '/logo.svg', large: '/logo.svg' } },
  includes: [
    { type: 'page', name: 'Test', path: '/a/test-app', addToNav: true, defaultNav: true },
    { type: 'page', name: 'More', path: '/a/test-app/more', addToNav: true, icon: 'cog' },
    { type: 'page', name: 'Hidden', path: '/a/test-app/hidden' },
  ],
} as unknown as AppPluginMeta;

test('the pages an app wants in the navigation are in it, the first with its logo', () => {
  expect(pagesOf(app)).toEqual([
    { title: 'Test', url: '/a/test-app', logo: '/logo.svg' },
    { title: 'More', url: '/a/test-app/more', icon: 'cog' },
  ]);
});

test('an address belongs to the page that names most of it', () => {
  const pages = pagesOf(app);
  expect(pageAt(pages, '/a/test-app')?.title).toBe('Test');
  expect(pageAt(pages, '/a/test-app/more')?.title).toBe('More');
  expect(pageAt(pages, '/a/test-app/more/still')?.title).toBe('More');
  expect(pageAt(pages, '/a/test-apple')).toBeUndefined();
});

import type { AppPluginMeta, NavModelItem } from '@grafana/data';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router-dom-v5-compat';
import { useServices } from '../services/ServicesContext';
import { pageAt, pagesOf } from './appPages';

export interface Crumb {
  text: string;
  url?: string;
}

/** What the page on show calls itself, below its plugin. One page is shown at a time. */
let shown: NavModelItem | undefined;
const listeners = new Set<() => void>();

function show(item: NavModelItem | undefined) {
  shown = item;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function usePageNav(item: NavModelItem | undefined) {
  useEffect(() => {
    show(item);
    return () => show(undefined);
  }, [item]);
}

export function useBreadcrumbs(): Crumb[] {
  const { pathname } = useLocation();
  const { apps, datasources } = useServices().catalogue;
  const item = useSyncExternalStore(subscribe, () => shown);
  return useMemo(
    () => [...rootOf(pathname, apps, datasources), ...crumbsOf(item)],
    [pathname, apps, datasources, item]
  );
}

function rootOf(pathname: string, apps: AppPluginMeta[], datasources: Array<{ uid: string; name: string }>): Crumb[] {
  const app = apps.find(({ id }) => pathname === `/a/${id}` || pathname.startsWith(`/a/${id}/`));
  if (app) {
    const root = { text: app.name, url: `/a/${app.id}` };
    const page = pageAt(pagesOf(app), pathname);
    return page && page.url !== root.url ? [root, { text: page.title, url: page.url }] : [root];
  }
  const datasource = datasources.find(({ uid }) => pathname.endsWith(`/datasources/edit/${uid}`));
  return datasource ? [{ text: 'Data sources' }] : pathname === '/panels' ? [{ text: 'Panels' }] : [];
}

function crumbsOf(item: NavModelItem | undefined): Crumb[] {
  return item ? [...crumbsOf(item.parentItem), { text: item.text, url: item.url }] : [];
}

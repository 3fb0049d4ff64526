import type { AppPluginMeta, IconName } from '@grafana/data';

/** One page of an app, as its `plugin.json` lists it. */
export interface AppPage {
  title: string;
  url: string;
  logo?: string;
  icon?: IconName;
}

/** The pages an app wants in the navigation; its logo stands for the one it begins with. */
export function pagesOf({ id, name, info, includes = [] }: AppPluginMeta): AppPage[] {
  const root = { title: name, url: `/a/${id}`, logo: info.logos.small };
  const listed = includes.filter(({ type, addToNav, path }) => type === 'page' && addToNav && path);
  const others = listed.filter(({ defaultNav }) => !defaultNav);
  return [root, ...others.map((page) => ({ title: page.name, url: page.path ?? '', icon: page.icon as IconName }))];
}

/** The page that an address belongs to: of two, the one that names more of it. */
export function pageAt<T extends { url: string }>(pages: readonly T[], pathname: string): T | undefined {
  return pages
    .filter(({ url }) => pathname === url || pathname.startsWith(`${url}/`))
    .sort((a, b) => b.url.length - a.url.length)[0];
}

import type { Catalogue } from './catalogue';
import type { ThemeName } from './preferences';

interface Boot {
  catalogue: Catalogue;
  theme: ThemeName;
  timeZone: string;
  version: string;
}

/** `window.grafanaBootData`, as far as the plugins and Grafana's packages read it. */
export function bootDataOf({ catalogue, theme, timeZone, version }: Boot) {
  return {
    assets: { dark: '', light: '' },
    navTree: [],
    user: {
      id: 1,
      uid: 'local',
      isSignedIn: true,
      login: 'local',
      email: '',
      name: 'Local user',
      orgId: 1,
      orgName: 'Hotspan',
      orgRole: 'Admin',
      isGrafanaAdmin: false,
      language: 'en-US',
      locale: 'en-US',
      permissions: {},
      theme,
      timezone: timeZone,
      weekStart: '',
    },
    settings: {
      appUrl: `${window.location.origin}/`,
      appSubUrl: '',
      namespace: 'default',
      windowTitlePrefix: 'Hotspan - ',
      defaultDatasource: catalogue.datasources[0]?.name ?? '',
      datasources: Object.fromEntries(catalogue.datasources.map((settings) => [settings.name, settings])),
      panels: Object.fromEntries(catalogue.panels.map((panel) => [panel.id, panel])),
      apps: Object.fromEntries(catalogue.apps.map((app) => [app.id, app])),
      featureToggles: {},
      // What plugins that ask for a version find: the Grafana whose packages this page shares with them.
      buildInfo: { version, commit: '', env: 'production', edition: 'Open Source', hideVersion: true },
    },
  };
}

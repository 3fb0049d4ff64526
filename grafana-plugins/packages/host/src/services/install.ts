import {
  EventBusSrv,
  setTimeZoneResolver,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  type CurrentUserDTO,
  type PanelPlugin,
} from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import {
  config,
  FakeEchoSrv,
  locationService,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setHelpNavItemHook,
  setLocationSrv,
  setMegaMenuOpenHook,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { setPanelDataErrorView } from 'grafana-runtime-panel-error';
import { setPluginPage } from 'grafana-runtime-plugin-page';
import type { Catalogue } from '../boot/catalogue';
import { TOP_BAR_HEIGHT } from '../frame/sizes';
import { optionEditors } from '../pages/optionEditors';
import { PanelDataErrorView } from '../pages/PanelDataErrorView';
import { PluginPage } from '../pages/PluginPage';
import { PluginLoader } from '../plugins/loader';
import { shareModules } from '../plugins/shared';
import { PageBackend } from './backend';
import { PageDataSources } from './datasources';
import { runRequest } from './queries';
import { PageTemplates } from './templates';

/** The page's own services, beside those that plugins reach through `@grafana/runtime`. */
export interface Services {
  catalogue: Catalogue;
  loader: PluginLoader;
  events: EventBusSrv;
  templates: PageTemplates;
}

/** Runs every setter that Grafana itself runs at start, so that plugins find what they expect. */
export async function installServices(catalogue: Catalogue): Promise<Services> {
  await initPluginTranslations('hotspan');
  const loader = new PluginLoader(shareModules());
  const events = new EventBusSrv();
  const templates = new PageTemplates();

  standardEditorsRegistry.setInit(() => optionEditors);
  standardFieldConfigEditorRegistry.setInit(() => []);
  setTimeZoneResolver(() => config.bootData.user.timezone);
  setAppEvents(events);
  setBackendSrv(new PageBackend(events));
  setCurrentUser(config.bootData.user as CurrentUserDTO);
  setDataSourceSrv(new PageDataSources(catalogue.datasources, loader));
  setEchoSrv(new FakeEchoSrv());
  setLocationSrv(locationService);
  setRunRequest(runRequest);
  setTemplateSrv(templates);
  setPanels(catalogue, loader);
  setPluginPage(PluginPage);
  setPanelDataErrorView(PanelDataErrorView);
  setHooks();
  return { catalogue, loader, events, templates };
}

function setPanels({ panels }: Catalogue, loader: PluginLoader) {
  const loaded = new Map<string, PanelPlugin>();
  setPluginImportUtils({
    importPanelPlugin: async (id) => {
      const meta = panels.find((panel) => panel.id === id);
      if (!meta) {
        throw new Error(`Panel ${id} is not on this page`);
      }
      const plugin = (await loader.load(meta)) as unknown as PanelPlugin;
      loaded.set(id, plugin);
      return plugin;
    },
    getPanelPluginFromCache: (id) => loaded.get(id),
  });
}

/** No plugin extends another here: every extension point is empty. */
function setHooks() {
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  setReturnToPreviousHook(() => () => undefined);
  setMegaMenuOpenHook(() => [false, () => undefined]);
  setHelpNavItemHook(() => undefined);
  setChromeHeaderHeightHook(() => TOP_BAR_HEIGHT);
}

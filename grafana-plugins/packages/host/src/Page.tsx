import { LocationServiceProvider, locationService } from '@grafana/runtime';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { Router } from 'react-router-dom';
import { CompatRouter, Navigate, Route, Routes } from 'react-router-dom-v5-compat';
import { AppFrame } from './frame/AppFrame';
import { ThemeSwitch } from './frame/ThemeSwitch';
import { Toasts } from './frame/Toasts';
import { AppPage } from './pages/AppPage';
import { DataSourcePage } from './pages/DataSourcePage';
import { NotFound } from './pages/NotFound';
import { PanelsPage } from './pages/PanelsPage';
import type { Services } from './services/install';
import { ServicesProvider } from './services/ServicesContext';

/** The whole page. The nesting of providers is Grafana's own, so that plugins find each of them. */
export function Page({ services }: { services: Services }) {
  const home = services.catalogue.apps[0]?.id;
  return (
    <ServicesProvider value={services}>
      <ThemeSwitch>
        <GlobalStyles />
        <ModalsProvider>
          <LocationServiceProvider service={locationService}>
            <Router history={locationService.getHistory()}>
              <CompatRouter>
                <AppFrame>
                  <Routes>
                    <Route path="/" element={<Navigate to={home ? `/a/${home}` : '/panels'} replace />} />
                    <Route path="/a/:id/*" element={<AppPage />} />
                    <Route path="/panels" element={<PanelsPage />} />
                    <Route path="/connections/datasources/edit/:uid" element={<DataSourcePage />} />
                    <Route path="*" element={<NotFound />} />
                  </Routes>
                </AppFrame>
                <Toasts />
                <ModalRoot />
                <PortalContainer />
              </CompatRouter>
            </Router>
          </LocationServiceProvider>
        </ModalsProvider>
      </ThemeSwitch>
    </ServicesProvider>
  );
}

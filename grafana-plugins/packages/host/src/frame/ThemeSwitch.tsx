import { getThemeById, ThemeContext, type GrafanaTheme2 } from '@grafana/data';
import { config, ThemeChangedEvent } from '@grafana/runtime';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { keepTheme, keepTimeZone, type ThemeName } from '../boot/preferences';
import { useServices } from '../services/ServicesContext';

interface Appearance {
  theme: ThemeName;
  setTheme: (theme: ThemeName) => void;
  timeZone: string;
  setTimeZone: (timeZone: string) => void;
}

const AppearanceContext = createContext<Appearance | undefined>(undefined);

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (!appearance) {
    throw new Error('useAppearance outside of the page');
  }
  return appearance;
}

/** Theme and time zone of the page, kept between visits; both change without a reload. */
export function ThemeSwitch({ children }: { children: ReactNode }) {
  const { events } = useServices();
  const [theme, showTheme] = useState<GrafanaTheme2>(config.theme2);
  const [timeZone, showTimeZone] = useState(config.bootData.user.timezone);

  const setTheme = useCallback(
    (name: ThemeName) => {
      keepTheme(name);
      const next = getThemeById(name);
      config.theme2 = next;
      config.theme = next.v1;
      config.bootData.user.theme = name;
      config.bootData.user.lightTheme = next.isLight;
      showTheme(next);
      events.publish(new ThemeChangedEvent(next));
    },
    [events]
  );
  const setTimeZone = useCallback((zone: string) => {
    keepTimeZone(zone);
    config.bootData.user.timezone = zone;
    showTimeZone(zone);
  }, []);

  useEffect(() => {
    document.documentElement.style.colorScheme = theme.colors.mode;
    document.body.classList.toggle('theme-light', theme.isLight);
    document.body.classList.toggle('theme-dark', theme.isDark);
  }, [theme]);

  const appearance = useMemo(
    () => ({ theme: theme.colors.mode, setTheme, timeZone, setTimeZone }),
    [theme, setTheme, timeZone, setTimeZone]
  );
  return (
    <ThemeContext.Provider value={theme}>
      <AppearanceContext.Provider value={appearance}>{children}</AppearanceContext.Provider>
    </ThemeContext.Provider>
  );
}

import type { ThemeName } from '../boot/preferences';

const SUN =
  'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Zm0 8a3 3 0 1 1 0-6 3 3 0 0 1 0 6Zm0-10a1 1 0 0 0 1-1V3a1 1 0 0 0-2 0v1a1 1 0 0 0 1 1Zm0 14a1 1 0 0 0-1 1v1a1 1 0 0 0 2 0v-1a1 1 0 0 0-1-1ZM4 11H3a1 1 0 0 0 0 2h1a1 1 0 0 0 0-2Zm17 0h-1a1 1 0 0 0 0 2h1a1 1 0 0 0 0-2ZM6.4 5 5.6 4.2a1 1 0 0 0-1.4 1.4l.8.8A1 1 0 0 0 6.4 5Zm12 12a1 1 0 0 0-1.4 1.4l.8.8a1 1 0 0 0 1.4-1.4Zm-13.4 0-.8.8a1 1 0 0 0 1.4 1.4l.8-.8A1 1 0 0 0 5 17Zm12.7-10.3a1 1 0 0 0 .7-.3l.8-.8a1 1 0 0 0-1.4-1.4l-.8.8a1 1 0 0 0 .7 1.7Z';
const MOON =
  'M21.6 13a1 1 0 0 0-1-.2 8 8 0 0 1-2.8.5 8.1 8.1 0 0 1-8-8.1 8.3 8.3 0 0 1 .2-2 1 1 0 0 0-.3-1 1 1 0 0 0-1-.1 10.1 10.1 0 1 0 13.2 12 1 1 0 0 0-.3-1.1Zm-9.5 6.7A8.1 8.1 0 0 1 7.8 5v.2a10.2 10.2 0 0 0 10.1 10.1h.7a8.1 8.1 0 0 1-6.5 4.4Z';

/** The theme a click leads to. Grafana has no such icons of its own. */
export function ThemeIcon({ name }: { name: ThemeName }) {
  return (
    <svg viewBox="0 0 24 24" width={18} height={18} fill="currentColor" aria-hidden>
      <path d={name === 'light' ? SUN : MOON} />
    </svg>
  );
}

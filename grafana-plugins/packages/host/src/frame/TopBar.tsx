import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TimeZonePicker, Toggletip, ToolbarButton, useStyles2 } from '@grafana/ui';
import { useEffect } from 'react';
import { Link } from 'react-router-dom-v5-compat';
import { ThemeIcon } from './ThemeIcon';
import { useBreadcrumbs } from './breadcrumbs';
import { useAppearance } from './ThemeSwitch';

export function TopBar() {
  const styles = useStyles2(getStyles);
  const { theme, setTheme, timeZone, setTimeZone } = useAppearance();
  const crumbs = useBreadcrumbs();
  const other = theme === 'dark' ? 'light' : 'dark';

  useEffect(() => {
    document.title = [...crumbs.map(({ text }) => text).reverse(), 'Hotspan'].join(' - ');
  }, [crumbs]);

  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.home} aria-label="Hotspan, home">
        <img src="/public/host/favicon.svg" alt="" width={22} height={22} />
      </Link>
      <nav aria-label="Breadcrumbs" className={styles.crumbs}>
        <ol>
          <li>
            <Link to="/">Hotspan</Link>
          </li>
          {crumbs.map(({ text, url }, i) => (
            <li key={text}>
              <span aria-hidden className={styles.separator}>
                ›
              </span>
              {url && i < crumbs.length - 1 ? <Link to={url}>{text}</Link> : <span aria-current="page">{text}</span>}
            </li>
          ))}
        </ol>
      </nav>
      <Toggletip
        title="Time zone"
        content={
          <TimeZonePicker value={timeZone} onChange={(zone) => setTimeZone(zone ?? 'browser')} includeInternal />
        }
        placement="bottom-end"
      >
        <ToolbarButton icon="clock-nine" tooltip={`Time zone: ${timeZone}`} aria-label="Time zone" />
      </Toggletip>
      <ToolbarButton
        icon={<ThemeIcon name={other} />}
        tooltip={`Use the ${other} theme`}
        aria-label={`Use the ${other} theme`}
        onClick={() => setTheme(other)}
      />
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    gridArea: 'bar',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 1.5, 0, 1.625),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  home: css({ display: 'inline-flex' }),
  crumbs: css({
    flex: 1,
    minWidth: 0,
    '& ol': { display: 'flex', alignItems: 'center', listStyle: 'none', margin: 0, padding: 0 },
    '& li': { display: 'flex', alignItems: 'center', whiteSpace: 'nowrap' },
    '& a': { color: theme.colors.text.secondary, '&:hover': { textDecoration: 'underline' } },
    '& [aria-current]': { overflow: 'hidden', textOverflow: 'ellipsis' },
  }),
  separator: css({ color: theme.colors.text.disabled, margin: theme.spacing(0, 1) }),
});

import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Tooltip, useStyles2 } from '@grafana/ui';
import { Link, useLocation } from 'react-router-dom-v5-compat';
import { useServices } from '../services/ServicesContext';
import { type AppPage, pageAt, pagesOf } from './appPages';

export function NavRail() {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const entries = useEntries();
  const at = pageAt(entries, pathname);
  return (
    <nav className={styles.rail} aria-label="Main">
      {entries.map((entry) => {
        const { title, url, logo, icon } = entry;
        const current = entry === at;
        return (
          <Tooltip key={url} content={title} placement="right">
            <Link
              to={url}
              className={cx(styles.entry, current && styles.current)}
              aria-label={title}
              aria-current={current ? 'page' : undefined}
            >
              {logo ? <img src={logo} alt="" width={22} height={22} /> : <Icon name={icon ?? 'apps'} size="lg" />}
            </Link>
          </Tooltip>
        );
      })}
    </nav>
  );
}

function useEntries(): AppPage[] {
  const { apps, datasources } = useServices().catalogue;
  return [
    ...apps.flatMap(pagesOf),
    { title: 'Panels', url: '/panels', icon: 'apps' as const },
    ...datasources.map(({ name, uid }): AppPage => ({
      title: name,
      url: `/connections/datasources/edit/${uid}`,
      icon: 'database',
    })),
  ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  rail: css({
    gridArea: 'rail',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1, 0),
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
  }),
  entry: css({
    position: 'relative',
    display: 'grid',
    placeItems: 'center',
    width: 36,
    height: 36,
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
  }),
  current: css({
    background: theme.colors.action.selected,
    color: theme.colors.text.primary,
    '&::before': {
      content: '""',
      position: 'absolute',
      left: -6,
      top: 6,
      bottom: 6,
      width: 3,
      borderRadius: theme.shape.radius.default,
      background: theme.colors.gradients.brandVertical,
    },
  }),
});

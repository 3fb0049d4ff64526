import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ErrorBoundaryAlert, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom-v5-compat';
import { NavRail } from './NavRail';
import { RAIL_WIDTH, TOP_BAR_HEIGHT } from './sizes';
import { TopBar } from './TopBar';

/** Grafana's frame: a bar on top, a rail at the left, the page's own scroll area in what is left. */
export function AppFrame({ children }: { children: ReactNode }) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#pageContent">
        Skip to main content
      </a>
      <TopBar />
      <NavRail />
      <main id="pageContent" className={styles.content} tabIndex={-1}>
        <ErrorBoundaryAlert key={pathname}>{children}</ErrorBoundaryAlert>
      </main>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    display: 'grid',
    grid: `"bar bar" ${TOP_BAR_HEIGHT}px "rail content" 1fr / ${RAIL_WIDTH}px minmax(0, 1fr)`,
    height: '100%',
    background: theme.colors.background.canvas,
  }),
  content: css({
    gridArea: 'content',
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    position: 'relative',
    outline: 'none',
  }),
  skip: css({
    position: 'absolute',
    top: -100,
    zIndex: theme.zIndex.tooltip,
    padding: theme.spacing(1, 2),
    background: theme.colors.background.primary,
    '&:focus-visible': { top: theme.spacing(1), left: theme.spacing(1) },
  }),
});

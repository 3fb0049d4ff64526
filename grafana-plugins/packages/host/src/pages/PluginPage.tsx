import { css, cx } from '@emotion/css';
import { PageLayoutType, type GrafanaTheme2 } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { usePageNav } from '../frame/breadcrumbs';

/** Grafana's frame around a plugin's page: title, actions, sub-title and padding. */
export function PluginPage({ pageNav, actions, subTitle, renderTitle, layout, background, children }: PluginPageProps) {
  const styles = useStyles2(getStyles);
  usePageNav(pageNav);
  const title = pageNav?.text;
  return (
    <div
      className={cx(
        styles.page,
        background === 'primary' && styles.primary,
        layout !== PageLayoutType.Custom && styles.padded
      )}
    >
      {layout !== PageLayoutType.Custom && (title || actions || subTitle) && (
        <header className={styles.header}>
          <div>
            {title && (renderTitle ? renderTitle(title) : <h1>{title}</h1>)}
            {subTitle && <div className={styles.subTitle}>{subTitle}</div>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', flex: '1 0 auto', minWidth: 0 }),
  primary: css({ background: theme.colors.background.primary }),
  padded: css({ padding: theme.spacing(2) }),
  header: css({
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    '& h1': { marginBottom: 0 },
  }),
  subTitle: css({ color: theme.colors.text.secondary }),
  actions: css({ display: 'flex', gap: theme.spacing(1) }),
});

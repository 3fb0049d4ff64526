import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode, Ref } from 'react';

interface SectionProps {
  readonly title: string;
  /** What it is for, in one line. */
  readonly note?: ReactNode;
  /** What can be done, at the right. */
  readonly actions?: ReactNode;
  readonly busy?: boolean;
  readonly sectionRef?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** One question of the page and its answer. */
export function Section({ title, note, actions, busy, sectionRef, children }: SectionProps) {
  const styles = useStyles2(getStyles);
  return (
    <section ref={sectionRef} className={styles.section} aria-label={title} aria-busy={busy}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.note}>{note}</span>
        {actions}
      </header>
      {children}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5, 1.5),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  header: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1.5), minHeight: 32 }),
  title: css({
    margin: 0,
    fontSize: theme.typography.h6.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    whiteSpace: 'nowrap',
  }),
  note: css({
    flex: 1,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});

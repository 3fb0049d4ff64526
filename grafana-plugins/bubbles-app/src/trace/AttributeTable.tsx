import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Dropdown, useStyles2 } from '@grafana/ui';
import { Fragment } from 'react';
import { ValueMenu, type ValueActions } from '../comparison/ValueMenu';

interface AttributeTableProps {
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Without it the values cannot be filtered by. */
  readonly scope?: 'span' | 'resource';
  readonly actions: ValueActions;
}

/** Keys and values; those of a span or resource have a menu. */
export function AttributeTable({ title, attributes, scope, actions }: AttributeTableProps) {
  const styles = useStyles2(getStyles);
  const entries = Object.entries(attributes).sort(([a], [b]) => a.localeCompare(b));
  return (
    <div>
      <h4 className={styles.title}>{title}</h4>
      {entries.length === 0 && <span className={styles.none}>none</span>}
      <dl className={styles.list}>
        {entries.map(([key, value]) => (
          <div key={key} className={styles.entry}>
            <dt>
              {key.split(/(?<=[._])/).map((part, i) => (
                <Fragment key={i}>
                  {part}
                  <wbr />
                </Fragment>
              ))}
            </dt>
            <dd>
              {scope ? (
                <Dropdown overlay={() => <ValueMenu attribute={{ scope, key }} value={value} actions={actions} />}>
                  <button type="button" className={styles.value}>
                    {value}
                  </button>
                </Dropdown>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({
    margin: theme.spacing(0, 0, 0.5),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
  none: css({ color: theme.colors.text.disabled }),
  list: css({
    display: 'grid',
    gridTemplateColumns: 'fit-content(55%) minmax(0, 1fr)',
    margin: 0,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  entry: css({
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    columnGap: theme.spacing(1.5),
    padding: theme.spacing(0.25, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    dt: { fontWeight: 'normal', color: theme.colors.text.secondary, overflowWrap: 'break-word' },
    dd: { margin: 0, overflowWrap: 'anywhere' },
  }),
  value: css({
    padding: 0,
    border: 'none',
    background: 'transparent',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: 'inherit',
    '&:hover': { textDecoration: 'underline' },
  }),
});

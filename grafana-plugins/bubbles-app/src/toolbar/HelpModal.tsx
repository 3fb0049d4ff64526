import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Modal, useStyles2 } from '@grafana/ui';
import { Fragment } from 'react';

interface HelpModalProps {
  readonly onClose: () => void;
}

const SECTIONS: ReadonlyArray<readonly [string, ReadonlyArray<readonly [string, string]>]> = [
  [
    'Anywhere',
    [
      ['/', 'Go to the filter'],
      ['b', 'Begin a box on the heatmap'],
      ['?', 'This page'],
    ],
  ],
  [
    'On the heatmap',
    [
      ['drag', 'Draw a box; with Shift, one more'],
      ['drag a box or its edge', 'Move or resize it'],
      ['Ctrl or ⌘ and drag', 'Zoom in on that time'],
      ['double click', 'Zoom out'],
      ['Enter or b', 'Begin a box, or take up the last'],
      ['arrows', 'Move it; with Alt five cells at once'],
      ['Shift and arrows', 'Resize it'],
      ['Enter', 'Select what is in it'],
      ['Esc', 'Give it up; clear all boxes'],
    ],
  ],
  [
    'In a trace',
    [
      ['↑ ↓', 'Walk through the spans'],
      ['← →', 'Fold and unfold'],
      ['Enter', "Show the span's details"],
      ['Esc', 'Close'],
    ],
  ],
];

/** What keys and mouse do. */
export function HelpModal({ onClose }: HelpModalProps) {
  const styles = useStyles2(getStyles);
  return (
    <Modal title="Keyboard and mouse" isOpen onDismiss={onClose}>
      {SECTIONS.map(([title, entries]) => (
        <Fragment key={title}>
          <h3 className={styles.title}>{title}</h3>
          <dl className={styles.list}>
            {entries.map(([keys, what]) => (
              <Fragment key={keys}>
                <dt>{keys}</dt>
                <dd>{what}</dd>
              </Fragment>
            ))}
          </dl>
        </Fragment>
      ))}
    </Modal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ fontSize: theme.typography.h5.fontSize }),
  list: css({
    display: 'grid',
    gridTemplateColumns: '180px 1fr',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(2),
    dt: { fontWeight: theme.typography.fontWeightMedium },
    dd: { margin: 0, color: theme.colors.text.secondary },
  }),
});

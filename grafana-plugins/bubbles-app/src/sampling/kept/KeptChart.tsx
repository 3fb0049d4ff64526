import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import type { DecisionSummary } from '@hotspan/client';
import { formatCount, selectionColours, useWidth } from '@hotspan/heatmap';
import { Button, UPlotChart, useStyles2, useTheme2 } from '@grafana/ui';
import { useMemo, useRef, useState } from 'react';
import { counted, formatRate } from '../numbers';
import { getTableStyles } from '../styles';
import { chartConfigOf } from './chartConfig';
import { everyStep } from './everyStep';

interface KeptChartProps {
  readonly summary: DecisionSummary;
  readonly timeZone: TimeZone;
}

type Step = DecisionSummary['steps'][number];

const HEIGHT = 148;

/** All traces and the kept ones among them over time; as a table, too. */
export function KeptChart({ summary, timeZone }: KeptChartProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame, undefined);
  const [hovered, setHovered] = useState<number | null>(null);
  const [asTable, setAsTable] = useState(false);
  const { from, to } = summary;
  const steps = useMemo(() => everyStep(summary), [summary]);
  const config = useMemo(
    () => chartConfigOf({ theme, timeZone, from: Date.parse(from), to: Date.parse(to), onHover: setHovered }),
    [theme, timeZone, from, to]
  );
  const data = useMemo(
    () => [
      steps.map(({ time }) => Date.parse(time)),
      steps.map(({ kept, dropped }) => kept + dropped),
      steps.map(({ kept }) => kept),
    ],
    [steps]
  );
  const step = hovered === null ? undefined : steps[hovered];
  return (
    <figure ref={frame} className={styles.figure} aria-label="Traces over time">
      <figcaption className={styles.caption}>
        <span className={styles.kept} /> kept
        <span className={styles.all} /> all
        <span className={styles.at}>{step && textOf(step, timeZone)}</span>
        <Button size="sm" variant="secondary" fill="text" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'As a chart' : 'As a table'}
        </Button>
      </figcaption>
      {asTable ? (
        <StepTable steps={steps} timeZone={timeZone} />
      ) : (
        width > 0 && (
          <UPlotChart data={data as [number[], ...number[][]]} width={width} height={HEIGHT} config={config} />
        )
      )}
    </figure>
  );
}

function StepTable({ steps, timeZone }: { steps: readonly Step[]; timeZone: TimeZone }) {
  const styles = useStyles2(getStyles);
  const { table, number } = useStyles2(getTableStyles);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Traces over time, as a table">
      <table className={table}>
        <thead>
          <tr>
            <th>Time</th>
            <th className={number}>Kept</th>
            <th className={number}>All</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ time, kept, dropped }) => (
            <tr key={time}>
              <td>{dateTimeFormat(Date.parse(time), { timeZone })}</td>
              <td className={number}>{formatCount(kept)}</td>
              <td className={number}>{formatCount(kept + dropped)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function textOf({ time, kept, dropped }: Step, timeZone: TimeZone): string {
  const at = dateTimeFormat(Date.parse(time), { timeZone, format: 'HH:mm:ss' });
  const all = kept + dropped;
  return `${at}  ${formatRate(kept, all)} of ${counted(all, 'trace')}`;
}

const getStyles = (theme: GrafanaTheme2) => {
  const { selected, baseline } = selectionColours(theme);
  const swatch = { display: 'inline-block', width: 12, height: 12, borderRadius: 2 };
  return {
    figure: css({ margin: 0, minWidth: 0, minHeight: HEIGHT + 28 }),
    caption: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      minHeight: 24,
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontVariantNumeric: 'tabular-nums',
    }),
    kept: css({ ...swatch, background: selected }),
    all: css({ ...swatch, background: baseline, marginLeft: theme.spacing(1) }),
    at: css({ marginLeft: 'auto', whiteSpace: 'pre' }),
    scroll: css({ maxHeight: HEIGHT, overflowY: 'auto' }),
  };
};

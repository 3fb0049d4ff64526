import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import type { Heatmap as HeatmapAnswer, Scope } from '@hotspan/client';
import { gridOf, Heatmap, useWidth, type ColourBy, type HeatmapControls, type LatencyBox } from '@hotspan/heatmap';
import { Button, Icon, LoadingBar, RadioButtonGroup, Tooltip, useStyles2 } from '@grafana/ui';
import { useMemo, useRef, type ReactNode, type Ref } from 'react';
import type { Answer } from '../api/useAnswer';
import { intervalOfMillis, outOfSight, type Interval } from '../state/range';
import { ProblemState } from '../states/ProblemState';
import { Waiting } from '../states/Waiting';

interface HeatmapSectionProps {
  readonly answer: Answer<HeatmapAnswer>;
  readonly lit?: HeatmapAnswer;
  readonly litCondition?: string;
  readonly scope: Scope;
  readonly boxes: readonly LatencyBox[];
  readonly colourBy: ColourBy;
  readonly timeZone: TimeZone;
  readonly interval: Interval;
  /** Shown in place of an empty heatmap. */
  readonly empty: ReactNode;
  readonly controls: Ref<HeatmapControls>;
  readonly onBoxesChange: (boxes: LatencyBox[]) => void;
  readonly onColourChange: (colourBy: ColourBy) => void;
  readonly onZoom: (interval: Interval) => void;
  readonly onZoomOut: () => void;
  readonly onShowBoxes: () => void;
  readonly onUnlight: () => void;
}

const HEIGHT = 348;
const COLOURS = [
  { value: 'count' as const, label: 'Count' },
  { value: 'errors' as const, label: 'Errors' },
];
const SCOPES: Record<Scope, string> = { root: 'root spans', entry: 'entry spans', all: 'all spans' };

/** The heatmap with what belongs to it. It takes the same room whatever its state, so nothing below it jumps. */
export function HeatmapSection(props: HeatmapSectionProps) {
  const { answer, boxes, colourBy, interval } = props;
  const styles = useStyles2(getStyles);
  const section = useRef<HTMLElement>(null);
  const width = useWidth(section, undefined);
  const label = `Latency of ${SCOPES[props.scope]}`;
  return (
    <section ref={section} className={styles.section} aria-label={label} aria-busy={answer.loading}>
      {answer.loading && answer.data && width > 0 && (
        <div className={styles.loading}>
          <LoadingBar width={width} delay={300} />
        </div>
      )}
      <header className={styles.header}>
        <h2 className={styles.title}>{label}</h2>
        {answer.data?.notices.map(({ code, message }) => (
          <Tooltip key={code} content={message}>
            <span className={styles.notice}>
              <Icon name="info-circle" size="sm" /> {code}
            </span>
          </Tooltip>
        ))}
        {props.litCondition && (
          <Button size="sm" variant="secondary" icon="times" onClick={props.onUnlight}>
            Lit: {props.litCondition.replace(/^\{ | \}$/g, '')}
          </Button>
        )}
        {outOfSight(interval, boxes) && (
          <Button size="sm" variant="secondary" icon="search-minus" onClick={props.onShowBoxes}>
            The box lies outside this range: show it
          </Button>
        )}
        <span className={styles.hint}>
          {answer.data &&
            answer.data.totals.count > 0 &&
            (boxes.length === 0 ? 'Ctrl-drag zooms in on a time' : 'Shift-drag adds a box, Esc clears')}
        </span>
        <RadioButtonGroup
          size="sm"
          aria-label="Colour by"
          options={COLOURS}
          value={colourBy}
          onChange={props.onColourChange}
        />
      </header>
      <div className={styles.body}>
        <Body {...props} label={label} />
      </div>
    </section>
  );
}

function Body({ answer, lit, empty, label, ...props }: HeatmapSectionProps & { label: string }) {
  const styles = useStyles2(getStyles);
  const { data, problem, progress, cancel, cancelled, retry } = answer;
  const grid = useMemo(() => data && gridOf(data), [data]);
  if (problem) {
    return (
      <div className={styles.centre}>
        <ProblemState service="heatmap-service" problem={problem} onRetry={retry} />
      </div>
    );
  }
  if (!grid) {
    return (
      <div className={styles.centre}>
        {cancelled ? (
          <Button variant="secondary" icon="sync" onClick={retry}>
            Cancelled. Ask again
          </Button>
        ) : (
          <Waiting what="Counting spans" progress={progress} onCancel={cancel} />
        )}
      </div>
    );
  }
  if (grid.totals.count === 0 && !answer.stale) {
    return <div className={styles.centre}>{empty}</div>;
  }
  return (
    <Heatmap
      grid={grid}
      height={HEIGHT}
      timeZone={props.timeZone}
      boxes={props.boxes}
      onBoxesChange={props.onBoxesChange}
      onZoom={({ fromMillis, toMillis }) => props.onZoom(intervalOfMillis(fromMillis, toMillis))}
      onZoomOut={props.onZoomOut}
      colourBy={props.colourBy}
      lit={lit}
      label={label}
      controls={props.controls}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({
    position: 'relative',
    padding: theme.spacing(1, 1.5, 0.5),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  loading: css({ position: 'absolute', top: 0, left: 0, right: 0, overflow: 'hidden' }),
  header: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1.5), minHeight: 32 }),
  title: css({ margin: 0, fontSize: theme.typography.h6.fontSize, fontWeight: theme.typography.fontWeightMedium }),
  notice: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  hint: css({
    marginLeft: 'auto',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
  body: css({ height: HEIGHT }),
  centre: css({ height: '100%', display: 'grid', placeItems: 'center', overflow: 'auto' }),
});

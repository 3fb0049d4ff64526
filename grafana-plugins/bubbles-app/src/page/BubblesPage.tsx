import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { SpanRow } from '@hotspan/client';
import { and } from '@hotspan/filter';
import type { HeatmapControls } from '@hotspan/heatmap';
import { useStyles2 } from '@grafana/ui';
import { useRef, useState } from 'react';
import { useServices } from '../api/services';
import { ComparisonSection } from '../comparison/ComparisonSection';
import type { ValueActions } from '../comparison/ValueMenu';
import { HeatmapSection } from '../heatmap/HeatmapSection';
import { SpanTable } from '../spans/SpanTable';
import { explainHref } from '../sampling/state';
import { searchOf, stateOf } from '../state/pageState';
import { around, zoomedOut } from '../state/range';
import { useAddressState } from '../state/useAddressState';
import { useRange } from '../state/useRange';
import { NoMatch } from '../states/NoMatch';
import { NoSpans } from '../states/NoSpans';
import { HelpModal } from '../toolbar/HelpModal';
import { ScopePicker } from '../toolbar/ScopePicker';
import { rangeText, Toolbar } from '../toolbar/Toolbar';
import { findPair } from '../trace/findPair';
import { TraceDrawer } from '../trace/TraceDrawer';
import type { Lead } from '../verdict/verdict';
import { FilterField } from './FilterField';
import { Invitation } from './Invitation';
import { useAnswers } from './useAnswers';
import { useLight } from './useLight';
import { usePageKeys } from './usePageKeys';

/** How often to look while nothing has arrived: the first span shows up by itself. */
const FIRST_SPAN = '5s';

/** One question and its answer, from the top: where to look, the heatmap, the sentence, the evidence, the traces. */
export function BubblesPage() {
  const styles = useStyles2(getStyles);
  const services = useServices();
  const [state, change] = useAddressState(stateOf, searchOf);
  const [help, setHelp] = useState(false);
  const [{ busy, empty }, setStatus] = useState({ busy: false, empty: false });
  const filterInput = useRef<HTMLInputElement>(null);
  const heatmapControls = useRef<HeatmapControls>(null);
  const { timeZone, range, interval, asked, refresh } = useRange(
    empty ? { ...state, refresh: state.refresh || FIRST_SPAN } : state,
    busy
  );
  const { heatmap, comparison, spans, question } = useAnswers(state, interval, asked);
  const nothing = heatmap.data?.totals.count === 0;
  if (busy !== heatmap.loading || empty !== nothing) {
    setStatus({ busy: heatmap.loading, empty: nothing });
  }
  const light = useLight(heatmap.data, state.filter, state.scope, state.lit);
  const { filter, boxes } = state;
  // Without a heatmap there is nothing to explain, and its place says why.
  const something = !heatmap.problem && !nothing;

  usePageKeys(
    {
      '/': () => filterInput.current?.focus(),
      b: () => heatmapControls.current?.beginBox(),
      '?': () => setHelp(true),
    },
    !help && state.trace === undefined
  );

  const addConditions = (conditions: string[]) =>
    change({ filter: and(filter, ...conditions), trace: undefined, span: undefined, pair: undefined });
  const actions: ValueActions = {
    onFilter: (condition) => addConditions([condition]),
    onLight: (condition) => change({ lit: and('', condition), trace: undefined, span: undefined, pair: undefined }),
  };
  const openPair = async (leads: readonly Lead[]) => {
    const found = await findPair(services, question, leads).catch(() => undefined);
    if (found) {
      change({ trace: found.trace, pair: found.pair, span: undefined });
    }
  };
  const openSpan = ({ traceId, spanId }: SpanRow) => change({ trace: traceId, span: spanId, pair: undefined });

  return (
    <div className={styles.page}>
      <Toolbar
        title="Bubbles"
        range={range}
        timeZone={timeZone}
        refresh={state.refresh}
        loading={heatmap.loading}
        onRangeChange={change}
        onTimeZoneChange={(next) => change({ timeZone: next })}
        onRefreshChange={(next) => change({ refresh: next }, { replace: true })}
        onRefresh={refresh}
        onHelp={() => setHelp(true)}
      />
      <div className={styles.query}>
        <FilterField
          value={filter}
          interval={interval}
          range={`${state.from} ${state.to}`}
          inputRef={filterInput}
          onSubmit={(next) => (next === filter ? refresh() : change({ filter: next }))}
        >
          <ScopePicker value={state.scope} onChange={(scope) => change({ scope })} />
        </FilterField>
      </div>
      <HeatmapSection
        answer={heatmap}
        lit={light.grid}
        litCondition={state.lit}
        scope={state.scope}
        boxes={boxes}
        colourBy={state.colourBy}
        timeZone={timeZone}
        interval={interval}
        controls={heatmapControls}
        onBoxesChange={(next) => change({ boxes: next })}
        onColourChange={(colourBy) => change({ colourBy }, { replace: true })}
        onZoom={change}
        onZoomOut={() => change(zoomedOut(range))}
        onShowBoxes={() => change(around(boxes))}
        onUnlight={() => change({ lit: undefined })}
        empty={
          filter.trim() === '' ? (
            <NoSpans range={rangeText(range)} timeZone={timeZone} onShow={change} />
          ) : (
            <NoMatch
              range={rangeText(range)}
              onClearFilter={() => change({ filter: '' })}
              onWiden={() => change(zoomedOut(range))}
            />
          )
        }
      />
      {boxes.length > 0 ? (
        <ComparisonSection
          answer={comparison}
          state={state}
          actions={actions}
          onChange={change}
          onFilter={addConditions}
          onPair={openPair}
          onHover={light.onHover}
        />
      ) : (
        something && <Invitation heatmap={heatmap.data} onBox={(box) => change({ boxes: [box] })} />
      )}
      {something && (
        <SpanTable
          title={tableTitle(boxes.length)}
          counted={boxes.length > 0}
          answer={spans}
          order={state.spanOrder}
          timeZone={timeZone}
          open={state.trace}
          hrefOf={(span) => searchOf({ ...state, trace: span.traceId, span: span.spanId })}
          onOpen={openSpan}
          onOrderChange={(spanOrder) => change({ spanOrder }, { replace: true })}
        />
      )}
      {state.trace && (
        <TraceDrawer
          traceId={state.trace}
          pairId={state.pair}
          spanId={state.span}
          timeZone={timeZone}
          explainHref={(traceId) => explainHref(traceId, state)}
          actions={actions}
          onSelect={(span) => change({ span }, { replace: true })}
          onClose={() => change({ trace: undefined, span: undefined, pair: undefined })}
        />
      )}
      {help && <HelpModal onClose={() => setHelp(false)} />}
    </div>
  );
}

function tableTitle(boxes: number): string {
  if (boxes === 0) {
    return 'Traces in the range';
  }
  return boxes === 1 ? 'Traces in the box' : 'Traces in the boxes';
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5, 2, 4),
  }),
  query: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
});

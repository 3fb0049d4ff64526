import { getTimeZone, rangeUtil, type TimeRange, type TimeZone } from '@grafana/data';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { intervalOf, isRelative, timeRangeOf, type Interval } from './range';

export interface Range {
  readonly timeZone: TimeZone;
  readonly range: TimeRange;
  readonly interval: Interval;
  /** Counts what the user asked anew by hand. */
  readonly asked: number;
  readonly refresh: () => void;
}

/** The part of a page's state that says when it looks at. */
export interface RangeState {
  readonly from: string;
  readonly to: string;
  readonly refresh: string;
  readonly timeZone?: string;
}

/** The range of the page, moving on with the clock as often as the user wants, but not while an answer is on its way. */
export function useRange(state: RangeState, busy: boolean): Range {
  const { from, to, refresh: every } = state;
  const timeZone = state.timeZone ?? getTimeZone();
  const [tick, setTick] = useState(0);
  const [asked, setAsked] = useState(0);
  const isBusy = useRef(busy);
  useEffect(() => {
    isBusy.current = busy;
  });
  useEffect(() => {
    if (!every || !isRelative(to)) {
      return;
    }
    const timer = setInterval(() => {
      if (!isBusy.current && document.visibilityState === 'visible') {
        setTick((count) => count + 1);
      }
    }, rangeUtil.intervalToMs(every));
    return () => clearInterval(timer);
  }, [every, to]);
  const refresh = useCallback(() => {
    setTick((count) => count + 1);
    setAsked((count) => count + 1);
  }, []);
  // "now" is another time at every tick.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const range = useMemo(() => timeRangeOf(from, to, timeZone), [from, to, timeZone, tick]);
  const interval = useMemo(() => intervalOf(range), [range]);
  return { timeZone, range, interval, asked, refresh };
}

import { locationService } from '@grafana/runtime';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { searchOf, stateOf, type PageState } from './pageState';

export type Change = (part: Partial<PageState>, options?: { replace?: boolean }) => void;

/** The page's state, held by the address: a change makes a step that Back undoes, unless it says otherwise. */
export function usePageState(): [PageState, Change] {
  const search = useSyncExternalStore(subscribe, searchNow);
  const state = useMemo(() => stateOf(search), [search]);
  const change = useCallback<Change>((part, { replace = false } = {}) => {
    const { pathname, search: current } = locationService.getLocation();
    const next = searchOf({ ...stateOf(current), ...part }, current);
    if (next !== current) {
      (replace ? locationService.replace : locationService.push)(pathname + next);
    }
  }, []);
  return [state, change];
}

function subscribe(listener: () => void): () => void {
  return locationService.getHistory().listen(listener);
}

function searchNow(): string {
  return locationService.getLocation().search;
}

import { locationService } from '@grafana/runtime';
import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** A change makes a step that Back undoes, unless it says otherwise. */
export type Change<T> = (part: Partial<T>, options?: { replace?: boolean }) => void;

/**
 * A page's state, held by the address.
 *
 * @param read the state of a query string; the same function at every call, as `write`
 * @param write the query string of a state, where the current one is given too
 */
export function useAddressState<T>(
  read: (search: string) => T,
  write: (state: T, current: string) => string
): [T, Change<T>] {
  const search = useSyncExternalStore(subscribe, searchNow);
  const state = useMemo(() => read(search), [read, search]);
  const change = useCallback<Change<T>>(
    (part, { replace = false } = {}) => {
      const { pathname, search: current } = locationService.getLocation();
      const next = write({ ...read(current), ...part }, current);
      if (next !== current) {
        (replace ? locationService.replace : locationService.push)(pathname + next);
      }
    },
    [read, write]
  );
  return [state, change];
}

function subscribe(listener: () => void): () => void {
  return locationService.getHistory().listen(listener);
}

function searchNow(): string {
  return locationService.getLocation().search;
}

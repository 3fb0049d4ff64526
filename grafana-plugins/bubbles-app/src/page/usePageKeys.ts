import { useEffect, useRef } from 'react';

export interface PageKeys {
  readonly '/': () => void;
  readonly b: () => void;
  readonly '?': () => void;
}

/** Keys that work wherever the focus is, except where text is typed or something lies over the page. */
export function usePageKeys(keys: PageKeys, enabled: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) {
      return;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      const key = event.key as keyof PageKeys;
      if (Object.hasOwn(latest.current, key)) {
        event.preventDefault();
        latest.current[key]();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

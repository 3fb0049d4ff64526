import { useEffect, useState } from 'react';

/** Counts up while the page is looked at, for what is to be asked again and again; stands still without an interval. */
export function useEvery(millis: number | undefined): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (millis === undefined) {
      return;
    }
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        setCount((last) => last + 1);
      }
    }, millis);
    return () => clearInterval(timer);
  }, [millis]);
  return count;
}

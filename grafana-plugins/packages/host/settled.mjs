const QUIET_MILLIS = 400;

/** Resolves once the page has asked for nothing new for a while and shows no spinner. */
export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    (quiet) => {
      const requests = performance.getEntriesByType('resource').length;
      const busy = document.querySelector('[data-testid="Spinner"], [aria-busy="true"]') !== null;
      if (busy || window.settledAt?.requests !== requests) {
        window.settledAt = { requests, since: performance.now() };
        return false;
      }
      return performance.now() - window.settledAt.since > quiet;
    },
    QUIET_MILLIS,
    { polling: 100 }
  );
}

import { setTimeout as sleep } from 'node:timers/promises';

const QUIET_MILLIS = 800;
const GIVE_UP_MILLIS = 60_000;
const running = new WeakMap();

/** Keeps count of a page's requests from now on: before it is sent anywhere, so that `settled` misses none. */
export function watched(page) {
  const requests = new Set();
  running.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
  return page;
}

/** Resolves once a page has waited for no answer, and shown no spinner, for a while. */
export async function settled(page) {
  if (!running.has(page)) {
    watched(page);
  }
  const end = Date.now() + GIVE_UP_MILLIS;
  for (let quietSince = Date.now(); Date.now() - quietSince < QUIET_MILLIS; await sleep(50)) {
    const busy =
      running.get(page).size > 0 || (await page.locator('[data-testid="Spinner"], [aria-busy="true"]').count()) > 0;
    if (busy) {
      quietSince = Date.now();
    }
    if (Date.now() > end) {
      throw new Error(`${page.url()} is still busy after ${GIVE_UP_MILLIS / 1000} s`);
    }
  }
}

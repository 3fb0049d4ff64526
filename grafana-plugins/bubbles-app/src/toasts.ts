import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { isProblem } from '@hotspan/client';

/** Says at the edge of the page that something was done. */
export function succeeded(title: string, text = '') {
  getAppEvents().publish({ type: AppEvents.alertSuccess.name, payload: [title, text] });
}

/** Says at the edge of the page that something failed, in the service's own words. */
export function failed(title: string, error: unknown) {
  const text = isProblem(error) ? error.detail || error.title : error instanceof Error ? error.message : '';
  getAppEvents().publish({ type: AppEvents.alertError.name, payload: [title, text] });
}

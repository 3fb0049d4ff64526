import { AppEvents, type EventBusExtended } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { lastValueFrom, Observable } from 'rxjs';

/**
 * Grafana's back-end service over plain `fetch`: leaving a subscription aborts the request, a second request with the same
 * `requestId` replaces the first, failures are `FetchError`s and (unless `showErrorAlert` is false) a toast.
 */
export class PageBackend implements BackendSrv {
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly events: EventBusExtended) {}

  fetch<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
    return new Observable((observer) => {
      const controller = this.controllerOf(options);
      this.answer<T>(options, controller.signal).then(
        (response) => {
          observer.next(response);
          observer.complete();
        },
        (error: FetchError) => {
          this.alert(error, options);
          observer.error(error);
        }
      );
      return () => controller.abort();
    });
  }

  chunked(options: BackendSrvRequest): Observable<FetchResponse<Uint8Array | undefined>> {
    return new Observable((observer) => {
      const controller = this.controllerOf(options);
      const run = async () => {
        const response = await send(options, controller.signal);
        const reader = response.body?.getReader();
        if (!reader) {
          observer.next(describe(response, options, undefined));
        }
        for (let part = await reader?.read(); part; part = part.done ? undefined : await reader?.read()) {
          observer.next(describe(response, options, part.value));
        }
        observer.complete();
      };
      run().catch((error: unknown) => observer.error(error));
      return () => controller.abort();
    });
  }

  get<T>(url: string, params?: BackendSrvRequest['params'], requestId?: string, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'GET', url, params, requestId });
  }

  delete<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'DELETE', url, data });
  }

  post<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'POST', url, data });
  }

  put<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'PUT', url, data });
  }

  patch<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'PATCH', url, data });
  }

  async request<T>(options: BackendSrvRequest): Promise<T> {
    return (await lastValueFrom(this.fetch<T>(options))).data;
  }

  datasourceRequest<T>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
    return lastValueFrom(this.fetch<T>({ showErrorAlert: false, ...options }));
  }

  private controllerOf({ requestId, abortSignal }: BackendSrvRequest): AbortController {
    const controller = new AbortController();
    if (requestId) {
      this.running.get(requestId)?.abort();
      this.running.set(requestId, controller);
    }
    if (abortSignal?.aborted) {
      controller.abort();
    }
    abortSignal?.addEventListener('abort', () => controller.abort(), { once: true });
    return controller;
  }

  private async answer<T>(options: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
    let response: Response;
    try {
      response = await send(options, signal);
    } catch (error) {
      const cancelled = signal.aborted;
      throw { status: 0, statusText: String(error), data: {}, cancelled, config: options } satisfies FetchError;
    }
    const data = (await bodyOf(response, options.responseType)) as T;
    if (!response.ok) {
      const { status, statusText } = response;
      throw { status, statusText, data, message: messageOf(data), config: options } satisfies FetchError;
    }
    return describe(response, options, data);
  }

  private alert(error: FetchError, { showErrorAlert = true }: BackendSrvRequest) {
    if (showErrorAlert && !error.cancelled) {
      const title = error.status === 0 ? 'No answer from the server' : `Request failed (HTTP ${error.status})`;
      this.events.emit(AppEvents.alertError, [title, error.message ?? '']);
    }
  }
}

function send({ url, method, params, headers, data }: BackendSrvRequest, signal: AbortSignal): Promise<Response> {
  const text = typeof data === 'string' || data === undefined ? data : JSON.stringify(data);
  const type = text === undefined || typeof data === 'string' ? undefined : { 'content-type': 'application/json' };
  return fetch(addressOf(url, params), {
    method: method ?? 'GET',
    headers: { accept: 'application/json, text/plain, */*', ...type, ...headers },
    body: text,
    signal,
    credentials: 'same-origin',
  });
}

function addressOf(url: string, params: BackendSrvRequest['params']): string {
  const address = /^https?:/.test(url) ? url : `/${url.replace(/^\//, '')}`;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) {
        query.append(name, String(item));
      }
    }
  }
  const search = query.toString();
  return search ? `${address}${address.includes('?') ? '&' : '?'}${search}` : address;
}

async function bodyOf(response: Response, type: BackendSrvRequest['responseType']): Promise<unknown> {
  if (type === 'arraybuffer') {
    return response.arrayBuffer();
  }
  if (type === 'blob') {
    return response.blob();
  }
  const text = await response.text();
  if (type === 'text') {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function messageOf(data: unknown): string | undefined {
  const { detail, message, title } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return [detail, message, title].find((text) => typeof text === 'string');
}

function describe<T>(response: Response, config: BackendSrvRequest, data: T): FetchResponse<T> {
  const { status, statusText, ok, headers, redirected, type, url } = response;
  return { status, statusText, ok, headers, redirected, type, url, config, data };
}

import { locationService } from '@grafana/runtime';
import { Problem } from '@hotspan/client';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ServicesProvider, type Services } from '../api/services';
import { fakeBrowser } from '../page/testing';
import { decisionOf } from './explain/testing';
import { summaryOf } from './kept/testing';
import { replayOf } from './replay/testing';
import { ruleOf } from './rules/testing';
import { SamplingPage } from './SamplingPage';
import { SAMPLING_PATH, samplingStateOf } from './state';

// Neither draws in jsdom; both are looked at in a browser.
vi.mock('@grafana/ui', async (original) => ({
  ...(await original<object>()),
  UPlotChart: () => null,
  CodeEditor: ({ value, onChange }: { value: string; onChange: (text: string) => void }) => (
    <textarea aria-label="Policies" defaultValue={value} onChange={(event) => onChange(event.currentTarget.value)} />
  ),
}));

const TRACE = '0123456789abcdef0123456789abcdef';
const IN_FORCE = 'policies:\n  - {name: all, type: always}\n';

function servicesOf() {
  const sampler = {
    summary: vi.fn(async () => summaryOf()),
    decision: vi.fn(async () => decisionOf()),
    policies: vi.fn(async () => ({ policies: IN_FORCE })),
    rules: vi.fn(async () => ({ rules: [ruleOf()], store: 'Redis', shared: true, as_of: '', problem: '' })),
    createRule: vi.fn(async () => ruleOf()),
    updateRule: vi.fn(async () => ruleOf()),
    deleteRule: vi.fn(async () => undefined),
    enableRule: vi.fn(async () => ruleOf()),
    extendRule: vi.fn(async () => ruleOf()),
    previewRule: vi.fn(async () => ({
      traces: 10_000,
      matched: 214,
      spans: 90_000,
      from: '2026-11-21T14:00:00Z',
      complete: false,
      examples: [],
    })),
    startReplay: vi.fn(async () => replayOf({ state: 'running' })),
    replay: vi.fn(async () => replayOf({ errorsLost: { traces: 1, keptByPoliciesInForce: 1, traceIds: [TRACE] } })),
    cancelReplay: vi.fn(async () => replayOf({ state: 'cancelled' })),
  };
  const heatmap = {
    fields: vi.fn(async () => [{ name: 'span.http.route', type: 'string', distinct: 6 }]),
    fieldValues: vi.fn(async () => ({ values: [{ value: '/cart', count: 9 }], capped: false })),
  };
  return { sampler, heatmap };
}

let services: ReturnType<typeof servicesOf>;

beforeAll(fakeBrowser);
beforeEach(() => {
  services = servicesOf();
  locationService.push(SAMPLING_PATH);
});

function show(search = '') {
  if (search) {
    locationService.push(`${SAMPLING_PATH}${search}`);
  }
  render(
    <MemoryRouter>
      <ServicesProvider value={services as unknown as Services}>
        <SamplingPage />
      </ServicesProvider>
    </MemoryRouter>
  );
}

const stateNow = () => samplingStateOf(locationService.getLocation().search);
const section = (name: string) => within(screen.getByRole('region', { name }));

test('begins with the sentence, and calls rules by their names', async () => {
  show();
  expect(await screen.findByTestId('kept-sentence')).toHaveTextContent(/^11\.2.% of 1,204,331.traces were kept/);
  expect(section('What is kept').getByRole('row', { name: /force rule Keep demo-service 214/ })).toBeInTheDocument();
  expect(section('What is kept').getByRole('row', { name: /not kept rest 1,069,446/ })).toBeInTheDocument();
});

test('says which setting is missing', async () => {
  services.sampler.summary.mockRejectedValue(
    new Problem('about:blank', 'No store of decisions', 503, 'Set hotspan.sampler.clickhouse.url to keep them.')
  );
  services.sampler.rules.mockResolvedValue({
    rules: [],
    store: 'this instance',
    shared: false,
    as_of: '',
    problem: '',
  });
  show();
  expect(await screen.findByText(/hotspan\.sampler\.clickhouse\.url/)).toBeInTheDocument();
  expect(screen.getByText(/hotspan\.sampler\.redis\.url/)).toBeInTheDocument();
  expect(screen.queryByText(/does not answer/)).toBeNull();
});

test('a service that is away is named and asked again', async () => {
  services.sampler.summary.mockRejectedValueOnce(new Problem('urn:x', 'away', 0, 'Nothing answers'));
  show();
  await screen.findByText('tail-sampler does not answer');
  await userEvent.click(screen.getByRole('button', { name: /Retry/ }));
  expect(await screen.findByTestId('kept-sentence')).toBeInTheDocument();
});

test('no decision in the range is no failure', async () => {
  services.sampler.summary.mockResolvedValue(summaryOf({ traces: 0, keptTraces: 0, groups: [] }));
  show();
  expect(await screen.findByText('No trace was decided in the last 30 minutes')).toBeInTheDocument();
});

test('a rule is switched off, given more time, and deleted only when it is confirmed', async () => {
  show();
  await userEvent.click(await screen.findByRole('switch', { name: 'Keep demo-service: on' }));
  expect(services.sampler.enableRule).toHaveBeenCalledWith('r-1', false);
  await userEvent.click(await screen.findByRole('button', { name: 'Keep demo-service: 30 minutes more' }));
  expect(services.sampler.extendRule).toHaveBeenCalledWith('r-1', 1800);
  await userEvent.click(screen.getByRole('button', { name: 'Delete Keep demo-service' }));
  expect(services.sampler.deleteRule).not.toHaveBeenCalled();
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
  expect(services.sampler.deleteRule).toHaveBeenCalledWith('r-1');
});

test('rules that have ended are folded away', async () => {
  const ended = ruleOf({ id: 'r-2', description: 'Old one', state: 'expired', remaining_secs: 0 });
  services.sampler.rules.mockResolvedValue({ rules: [ended], store: 'Redis', shared: true, as_of: '', problem: '' });
  show();
  expect(await screen.findByText('No force rule is in force')).toBeInTheDocument();
  expect(screen.queryByText('Old one')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Ended in the last day (1)' }));
  expect(screen.getByText('Old one')).toBeInTheDocument();
});

test('the form of a new rule is in the address', async () => {
  show();
  await userEvent.click(await screen.findByText('New rule'));
  expect(stateNow().rule).toBe('new');
  await userEvent.click(await screen.findByText('Cancel'));
  expect(stateNow().rule).toBeUndefined();
});

test('the rule that is edited is in the address, and Back closes it', async () => {
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Edit Keep demo-service' }));
  expect(stateNow().rule).toBe('r-1');
  expect(within(await screen.findByRole('dialog')).getByLabelText('Description')).toHaveValue('Keep demo-service');
  locationService.getHistory().goBack();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a pasted trace id is explained, and stands in the address', async () => {
  show();
  await userEvent.type(screen.getByLabelText('Trace id'), `${TRACE.toUpperCase()}{Enter}`);
  expect(stateNow().trace).toBe(TRACE);
  expect(await screen.findByTestId('explanation')).toHaveTextContent(/^Dropped\. Policy rest came nearest/);
  expect(section('Explain a trace').getByRole('row', { name: /rest\s*decided keep 10 %/ })).toBeInTheDocument();
});

test('what is no trace id is said so', async () => {
  show();
  await userEvent.type(screen.getByLabelText('Trace id'), 'abc{Enter}');
  expect(screen.getByText('A trace id has 32 hexadecimal digits')).toBeInTheDocument();
  expect(services.sampler.decision).not.toHaveBeenCalled();
});

test('a trace nobody knows is no failure', async () => {
  services.sampler.decision.mockRejectedValue(new Problem('about:blank', 'Not found', 404, 'Searched in ClickHouse.'));
  show(`?trace=${TRACE}`);
  expect(await screen.findByText('No decision is known of this trace')).toBeInTheDocument();
  expect(screen.getByText('Searched in ClickHouse.')).toBeInTheDocument();
});

test('other policies are run, and what they would lose is linked to its explanation', async () => {
  show();
  const editor = await screen.findByLabelText('Policies');
  expect(editor).toHaveValue(IN_FORCE);
  await userEvent.type(editor, '# less');
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await waitFor(() => expect(stateNow()).toMatchObject({ replay: 'replay-1', policies: `${IN_FORCE}# less` }));
  expect(await screen.findByTestId('outcome')).toHaveTextContent(/1.failed trace would be lost, which is kept now/);
  const link = screen.getByRole('link', { name: TRACE });
  expect(link.getAttribute('href')).toMatch(new RegExp(`trace=${TRACE}.*replay=replay-1`));
});

test('a run that lasts says how far it is and can be cancelled', async () => {
  services.sampler.replay.mockResolvedValue(replayOf({ state: 'running', offsetsRead: 4000 }));
  show('?replay=replay-1');
  expect(await screen.findByText('4,000 of 10,000 records read')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(services.sampler.cancelReplay).toHaveBeenCalledWith('replay-1');
});

test('policies that are refused say where', async () => {
  const refusal = new Problem('about:blank', 'Invalid', 400, '', [
    { field: 'policies', message: 'line 2: no such type' },
  ]);
  services.sampler.startReplay.mockRejectedValue(refusal);
  show();
  await screen.findByLabelText('Policies');
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  expect(await screen.findByText('line 2: no such type')).toBeInTheDocument();
});

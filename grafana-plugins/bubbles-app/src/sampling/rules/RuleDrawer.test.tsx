import { Problem } from '@hotspan/client';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ServicesProvider, type Services } from '../../api/services';
import { fakeBrowser } from '../../page/testing';
import { RuleDrawer } from './RuleDrawer';
import { ruleOf } from './testing';

const interval = { from: '2026-11-21T14:00:00Z', to: '2026-11-21T14:30:00Z' };

function servicesOf() {
  const sampler = {
    createRule: vi.fn(async () => ruleOf()),
    updateRule: vi.fn(async () => ruleOf()),
    previewRule: vi.fn(async () => ({
      traces: 10_000,
      matched: 214,
      spans: 90_000,
      from: interval.from,
      complete: false,
      examples: [],
    })),
  };
  const heatmap = {
    fields: vi.fn(async () => [{ name: 'span.http.route', type: 'string', distinct: 6 }]),
    fieldValues: vi.fn(async () => ({ values: [{ value: '/cart', count: 9 }], capped: false })),
  };
  return { sampler, heatmap };
}

let services: ReturnType<typeof servicesOf>;
const onSaved = vi.fn();

beforeAll(fakeBrowser);
beforeEach(() => {
  services = servicesOf();
});

function show(rule?: ReturnType<typeof ruleOf>) {
  render(
    <ServicesProvider value={services as unknown as Services}>
      <RuleDrawer rule={rule} interval={interval} timeZone="utc" onSaved={onSaved} onClose={() => undefined} />
    </ServicesProvider>
  );
}

async function write() {
  fireEvent.change(screen.getByLabelText('Description'), { target: { value: 'Keep carts' } });
  await userEvent.click(screen.getByLabelText('Value of condition 1'));
  await userEvent.paste('cart');
  await userEvent.keyboard('{Enter}');
}

test('a rule that is not complete is not sent, and says what is missing', async () => {
  show();
  await userEvent.click(screen.getByText('Make the rule'));
  expect(screen.getByText('Give a value')).toBeInTheDocument();
  expect(screen.getByText(/Say what it is for/)).toBeInTheDocument();
  expect(services.sampler.createRule).not.toHaveBeenCalled();
});

test('a new rule is previewed before it is made', async () => {
  show();
  await write();
  expect(await screen.findByText(/Would have matched 214 of the last 10,000.traces \(2\.1.%\)\./)).toBeInTheDocument();
  await userEvent.click(screen.getByText('Make the rule'));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(services.sampler.createRule).toHaveBeenCalledWith(
    expect.objectContaining({
      description: 'Keep carts',
      action: 'force_keep',
      duration_secs: 1800,
      match: { resource: [{ key: 'service.name', op: 'eq', value: 'cart' }], span: [] },
    })
  );
});

test('what the service refuses stands at its condition', async () => {
  services.sampler.createRule.mockRejectedValue(
    new Problem('about:blank', 'Invalid', 400, '', [{ field: '/match/resource/0/value', message: 'is odd' }])
  );
  show();
  await write();
  await userEvent.click(screen.getByText('Make the rule'));
  expect(await screen.findByText('is odd')).toBeInTheDocument();
});

test('a rule that is changed keeps its place', async () => {
  show(ruleOf({ enabled: false }));
  await userEvent.click(screen.getByText('Save'));
  await waitFor(() =>
    expect(services.sampler.updateRule).toHaveBeenCalledWith(
      'r-1',
      expect.objectContaining({ description: 'Keep demo-service', enabled: false, duration_secs: 300 })
    )
  );
});

import type { ForceRule } from '@hotspan/client';

/** A rule for tests: keeps the traces of one service for five more minutes, unless told otherwise. */
export function ruleOf(more: Partial<ForceRule> = {}): ForceRule {
  return {
    id: 'r-1',
    version: 1,
    description: 'Keep demo-service',
    action: 'force_keep',
    match: { resource: [{ key: 'service.name', op: 'eq', value: 'demo-service' }], span: [], all: false },
    priority: 100,
    enabled: true,
    max_matches: null,
    retroactive_from: null,
    created_at: '2026-11-21T14:00:00Z',
    created_by: 'maria',
    changed_at: '2026-11-21T14:00:00Z',
    expires_at: new Date(Date.now() + 300_000).toISOString(),
    state: 'in_force',
    remaining_secs: 300,
    matches: 214,
    ...more,
  };
}

import { expect, test } from 'vitest';
import { matchText } from './matchText';

test('a match reads as a sentence, the resource first', () => {
  expect(
    matchText({
      resource: [{ key: 'service.name', op: 'eq', value: 'demo-service' }],
      span: [
        { key: 'http.route', op: 'starts_with', value: '/cart' },
        { key: 'http.response.status_code', op: 'gte', value: 500 },
      ],
    })
  ).toBe(
    'resource.service.name = "demo-service" and span.http.route starts with "/cart" and span.http.response.status_code ≥ 500'
  );
});

test('several values and none are said as such', () => {
  expect(
    matchText({
      resource: [],
      span: [
        { key: 'tenant id', op: 'in', value: ['a', 'b "c"'] },
        { key: 'debug', op: 'exists' },
        { key: 'cache', op: 'exists', value: false },
      ],
    })
  ).toBe('span."tenant id" is one of "a", "b \\"c\\"" and span.debug exists and span.cache is absent');
});

test('a rule without matchers matches all', () => {
  expect(matchText({ resource: [], span: [] })).toBe('every trace');
});

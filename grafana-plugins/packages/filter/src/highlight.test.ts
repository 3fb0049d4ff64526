import { expect, test } from 'vitest';
import { partsOf, partAt } from './highlight';

test('every character is in exactly one part', () => {
  for (const text of [
    '{ span.http.route = "/a b" && duration > 1.5s || !(status = error) }',
    '{ "open',
    '&|= ',
    '',
    '{a=`x`}',
  ]) {
    expect(
      partsOf(text)
        .map((part) => part.text)
        .join('')
    ).toBe(text);
  }
});

test('parts are told apart', () => {
  const kinds = partsOf('{ span.errors >= 1.5s && status = error }').filter(({ kind }) => kind !== 'space');
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'operator',
    'field',
    'operator',
    'number',
    'operator',
    'field',
    'operator',
    'word',
    'operator',
  ]);
});

test('a problem is drawn under the part at its column', () => {
  const parts = partsOf('{ spam.x = 1 }');
  expect(partAt(parts, 2)?.text).toBe('spam.x');
  expect(partAt(parts, 99)).toBeUndefined();
});

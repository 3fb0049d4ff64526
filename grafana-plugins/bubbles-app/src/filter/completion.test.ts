import { describe, expect, test } from 'vitest';
import { completed, operatorSuggestions, valueText, wantedAt } from './completion';

describe('what is wanted at | in', () => {
  test.each([
    ['|', { kind: 'field', prefix: '' }],
    ['{ |', { kind: 'field', prefix: '' }],
    ['{ span.ht|', { kind: 'field', prefix: 'span.ht' }],
    ['{ span.http.route |', { kind: 'operator', prefix: '' }],
    ['{ span.http.route =|', { kind: 'value', field: 'span.http.route', prefix: '' }],
    ['{ span.http.route = "/ca|', { kind: 'value', field: 'span.http.route', prefix: '/ca' }],
    ['{ span.http.route = "/cart"|', { kind: 'nothing' }],
    ['{ span.http.route = "/cart" |', { kind: 'joint', prefix: '' }],
    ['{ status = err|', { kind: 'value', field: 'status', prefix: 'err' }],
    ['{ status = error && |', { kind: 'field', prefix: '' }],
    ['{ status = error && (|', { kind: 'field', prefix: '' }],
    ['{ !na|', { kind: 'field', prefix: 'na' }],
    ['{ (status = error) |', { kind: 'joint' }],
    ['{ status = error } |', { kind: 'nothing' }],
    ['{ na| = "x" }', { kind: 'field', prefix: 'na' }],
  ])('%s', (marked, wanted) => {
    expect(wantedAt(marked.replace('|', ''), marked.indexOf('|'))).toMatchObject(wanted);
  });
});

function take(marked: string, suggestion: string): string {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const wanted = wantedAt(text, cursor);
  if (wanted.kind === 'nothing') {
    return marked;
  }
  const after = completed(text, cursor, wanted, { text: suggestion, label: suggestion });
  return `${after.text.slice(0, after.cursor)}|${after.text.slice(after.cursor)}`;
}

test.each([
  ['|', 'span.http.route ', '{ span.http.route |}'],
  ['{ span.ht| }', 'span.http.route ', '{ span.http.route |}'],
  ['{ span.a = "/ca|" }', '"/cart"', '{ span.a = "/cart"| }'],
  ['{ span.a = | }', '"/cart"', '{ span.a = "/cart"| }'],
  ['{ span.a = "x" | }', '&& ', '{ span.a = "x" && |}'],
])('taking a suggestion at %s', (before, suggestion, after) => {
  expect(take(before, suggestion)).toBe(after);
});

test('durations are compared, texts are matched', () => {
  expect(operatorSuggestions('duration')[0].label).toBe('>');
  expect(operatorSuggestions('string').map(({ label }) => label)).toContain('=~');
});

test('values are quoted where the language asks for it', () => {
  expect(valueText('say "hi"', 'string')).toBe('"say \\"hi\\""');
  expect(valueText('Error', 'status')).toBe('error');
});

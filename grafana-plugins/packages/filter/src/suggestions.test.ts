import { describe, expect, it, test } from 'vitest';
import { completionAt } from './completion';
import { applied, fieldSuggestions, logicSuggestions, operatorSuggestions, valueSuggestions } from './suggestions';

const fields = [
  { name: 'span.http.route', type: 'string' as const, distinct: 6 },
  { name: 'resource.service.name', type: 'string' as const, distinct: 1 },
  { name: 'duration', type: 'duration' as const, distinct: 12_345 },
];

describe('fields', () => {
  it('that begin with the text come first', () => {
    expect(fieldSuggestions(fields, 'ser')[0].label).toBe('resource.service.name');
    expect(fieldSuggestions(fields, 'nothing')).toEqual([]);
  });

  it('say their type and how many values they have', () => {
    const details = fieldSuggestions(fields, '').map(({ label, detail }) => [label, detail]);
    expect(details).toEqual([
      ['duration', 'duration, 12.3K values'],
      ['resource.service.name', 'string, 1 value'],
      ['span.http.route', 'string, 6 values'],
    ]);
  });
});

test('durations are compared, texts are matched', () => {
  expect(operatorSuggestions('duration')[0].label).toBe('>');
  expect(operatorSuggestions('string').map(({ label }) => label)).toContain('=~');
});

test('what was typed of an operator is completed', () => {
  expect(operatorSuggestions('string', '!').map(({ label }) => label)).toEqual(['!=', '!~']);
  expect(logicSuggestions('&').map(({ label }) => label)).toEqual(['&&']);
});

test('values are quoted where the language asks for it', () => {
  expect(valueSuggestions([{ value: 'say "hi"' }], 'string')[0].insert).toBe('"say \\"hi\\"" ');
  expect(valueSuggestions([{ value: 'Error' }], 'status')[0].insert).toBe('error ');
  expect(valueSuggestions([{ value: 'GET', count: 1200 }], 'string')[0].detail).toBe('1,200');
});

function take(marked: string, insert: string): string {
  const cursor = marked.indexOf('¦');
  const filter = marked.replace('¦', '');
  const after = applied(filter, completionAt(filter, cursor), { label: insert, insert });
  return `${after.filter.slice(0, after.cursor)}¦${after.filter.slice(after.cursor)}`;
}

test.each([
  ['¦', 'span.http.route ', '{ span.http.route ¦}'],
  ['{ span.ht¦ }', 'span.http.route ', '{ span.http.route ¦}'],
  ['{ span.ht¦tp.x = "1" }', 'span.http.route ', '{ span.http.route ¦= "1" }'],
  ['{ span.a = "/ca¦" }', '"/cart" ', '{ span.a = "/cart" ¦}'],
  ['{ span.a = ¦ }', '"/cart" ', '{ span.a = "/cart" ¦}'],
  ['{ span.a = "x" ¦ }', '&& ', '{ span.a = "x" && ¦}'],
  ['{ span.a = "x" &¦ }', '&& ', '{ span.a = "x" && ¦}'],
])('taking a suggestion at %s', (before, suggestion, after) => {
  expect(take(before, suggestion)).toBe(after);
});

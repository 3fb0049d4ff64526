import { describe, expect, it } from 'vitest';
import { completionAt } from './completion';

/** The place of `|` in the text is the cursor. */
function at(marked: string) {
  const cursor = marked.indexOf('¦');
  return completionAt(marked.replace('¦', ''), cursor);
}

describe('completionAt', () => {
  it.each([
    ['¦', 'field', ''],
    ['{ ¦', 'field', ''],
    ['{ res¦', 'field', 'res'],
    ['{ resource.ser¦', 'field', 'resource.ser'],
    ['{ .htt¦', 'field', '.htt'],
    ['{ (¦', 'field', ''],
    ['{ !(sp¦', 'field', 'sp'],
    ['{ span.a = "1" && ¦', 'field', ''],
    ['{ span.a = "1" || st¦', 'field', 'st'],
    ['{ span.a ¦', 'operator', ''],
    ['{ span.a =¦', 'value', ''],
    ['{ span.a = ¦', 'value', ''],
    ['{ span.a = "ne¦', 'value', 'ne'],
    ['{ span.a = "new-check¦out" }', 'value', 'new-check'],
    ['{ status = er¦', 'value', 'er'],
    ['{ duration > 1¦', 'value', '1'],
    ['{ span.a = "1" ¦', 'logic', ''],
    ['{ span.a = "1"¦', 'logic', ''],
    ['{ (span.a = "1") ¦', 'logic', ''],
    ['{ span.a = "1" }¦', 'nothing', ''],
    ['{ span.a ¦ }', 'operator', ''],
    ['{ span."a b" = ¦', 'value', ''],
    ['{ !na¦', 'field', 'na'],
    ['{ na¦ = "x" }', 'field', 'na'],
    ['{ span.a !¦', 'operator', '!'],
    ['{ span.a =¦ "x" }', 'value', ''],
    ['{ status = error } ¦', 'nothing', ''],
  ])('%s', (marked, kind, prefix) => {
    expect(at(marked)).toMatchObject({ kind, prefix });
  });

  it('replaces the whole of the word under the cursor', () => {
    expect(at('{ span.http¦.route = "x" }')).toMatchObject({ kind: 'field', from: 2, to: 17 });
  });

  it('names the field whose value is asked', () => {
    expect(at('{ span.a = "1" && resource.service.name =~ "¦')).toMatchObject({
      kind: 'value',
      field: 'resource.service.name',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { type Format, interpolate } from './interpolate';

const variables: Record<string, { value: string | string[]; multi?: boolean }> = {
  service: { value: 'api-gateway' },
  services: { value: ['api-gateway', 'user.service'], multi: true },
  one: { value: ['a.b'], multi: true },
  pattern: { value: 'api-.*' },
  evil: { value: '" } || { "" = "' },
  slash: { value: 'a\\b' },
  min: { value: '1.5s' },
  number: { value: '500' },
  clause: { value: 'status = error' },
};

/** What Grafana's template service does with these variables. */
function replace(text: string, format: Format) {
  return text.replace(/\$\{(\w+)(?::(\w+))?\}|\$(\w+)/g, (match, curly, explicit, plain) => {
    const variable = variables[curly ?? plain];
    if (!variable) {
      return match;
    }
    const all = [variable.value].flat();
    return explicit === 'regex'
      ? all.map((one) => one.replace(/[.-]/g, '\\$&')).join('|')
      : explicit === 'raw'
        ? all.join(',')
        : format(variable.value, variable);
  });
}

describe('interpolate', () => {
  it.each([
    ['in quotes', '{ span.a = "$service" }', '{ span.a = "api-gateway" }'],
    ['as a part of a text', '{ span.a = "x-${service}-y" }', '{ span.a = "x-api-gateway-y" }'],
    ['without quotes', '{ span.a = $service }', '{ span.a = "api-gateway" }'],
    ['several, equal', '{ span.a = "$services" }', '{ span.a =~ "(api-gateway|user\\\\.service)" }'],
    ['several, without quotes', '{ span.a != $services }', '{ span.a !~ "(api-gateway|user\\\\.service)" }'],
    [
      'several, in a regular expression',
      '{ span.a =~ "v.$services" }',
      '{ span.a =~ "v.(api-gateway|user\\\\.service)" }',
    ],
    ['one of several', '{ span.a =~ "$one" }', '{ span.a =~ "a\\\\.b" }'],
    ['a pattern that was typed', '{ span.a =~ "$pattern" }', '{ span.a =~ "api-.*" }'],
    ['a format of its own', '{ span.a =~ "${services:regex}" }', '{ span.a =~ "api\\\\-gateway|user\\\\.service" }'],
    ['a duration', '{ duration > $min }', '{ duration > 1.5s }'],
    ['a number', '{ span.code >= $number }', '{ span.code >= 500 }'],
    ['filter text, when raw', '{ ${clause:raw} }', '{ status = error }'],
    [
      'a name no variable has',
      '{ span.a = "$nobody" && span.b = $nobody }',
      '{ span.a = "$nobody" && span.b = $nobody }',
    ],
    ['nothing', '{ span.a = "plain" }', '{ span.a = "plain" }'],
  ])('%s', (_, filter, expected) => {
    expect(interpolate(filter, replace)).toBe(expected);
  });

  it.each([
    ['{ span.a = "$evil" }', '{ span.a = "\\" } || { \\"\\" = \\"" }'],
    ['{ span.a = $evil }', '{ span.a = "\\" } || { \\"\\" = \\"" }'],
    ['{ span.a = "${evil:raw}" }', '{ span.a = "\\" } || { \\"\\" = \\"" }'],
    ['{ span.a = "$slash" }', '{ span.a = "a\\\\b" }'],
    ['{ duration > $evil }', '{ duration > "\\" } || { \\"\\" = \\"" }'],
  ])('keeps a hostile value a value: %s', (filter, expected) => {
    expect(interpolate(filter, replace)).toBe(expected);
  });
});

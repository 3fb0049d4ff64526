import { dateMath, type ScopedVars, type TimeRange, type TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';

const VARIABLE = /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)(?:\.[^:}]+)?(?::([^}]+))?\}/g;

type Format = string | ((value: unknown, variable: { name: string; multi: boolean; includeAll: boolean }) => string);

/** Variables of the dashboard-like page, and the built-in `$__from` and `$__to`. */
export class PageTemplates implements TemplateSrv {
  private values: Record<string, string[]> = {};
  private range: TimeRange | undefined;

  setValues(values: Record<string, string[]>) {
    this.values = values;
  }

  getVariables(): TypedVariableModel[] {
    return Object.entries(this.values).map(
      ([name, values]) =>
        ({
          type: 'custom',
          name,
          label: name,
          multi: true,
          current: { value: values },
        }) as unknown as TypedVariableModel
    );
  }

  replace(target = '', scopedVars: ScopedVars = {}, format?: Parameters<TemplateSrv['replace']>[2]): string {
    return target.replace(VARIABLE, (match, plain, square, squareFormat, curly, curlyFormat) => {
      const name: string = plain ?? square ?? curly;
      const value: unknown = scopedVars[name]?.value ?? this.values[name] ?? this.builtIn(name);
      return value === undefined ? match : formatted(name, value, squareFormat ?? curlyFormat ?? (format as Format));
    });
  }

  containsTemplate(target = ''): boolean {
    return [...target.matchAll(VARIABLE)].some(
      ([, plain, square, , curly]) => (plain ?? square ?? curly) in this.values
    );
  }

  updateTimeRange(range: TimeRange) {
    this.range = range;
  }

  private builtIn(name: string): string | undefined {
    const edge = { __from: this.range?.raw.from, __to: this.range?.raw.to }[name];
    return (
      edge &&
      dateMath
        .parse(edge, name === '__to')
        ?.valueOf()
        .toString()
    );
  }
}

function formatted(name: string, value: unknown, format: Format | undefined): string {
  if (typeof format === 'function') {
    const multi = Array.isArray(value) && value.length !== 1;
    return format(multi || !Array.isArray(value) ? value : value[0], { name, multi, includeAll: false });
  }
  const values = (Array.isArray(value) ? value : [value]).map(String);
  switch (format) {
    case 'raw':
    case 'csv':
      return values.join(',');
    case 'json':
      return JSON.stringify(value);
    case 'pipe':
      return values.join('|');
    case 'regex':
      return values.map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
    default:
      return values.length === 1 ? values[0] : `{${values.join(',')}}`;
  }
}

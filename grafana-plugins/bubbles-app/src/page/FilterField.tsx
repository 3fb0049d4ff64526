import { Button } from '@grafana/ui';
import { braced, FilterInput, suggestionsFrom, useFilterProblem } from '@hotspan/filter';
import { type ReactNode, type Ref, useEffect, useMemo, useState } from 'react';
import { useServices } from '../api/services';
import type { Interval } from '../state/range';

interface FilterFieldProps {
  /** The filter of the address. */
  readonly value: string;
  readonly interval: Interval;
  /** The range as it stands in the address: fields and values are asked anew when another is chosen. */
  readonly range: string;
  readonly onSubmit: (filter: string) => void;
  readonly inputRef: Ref<HTMLInputElement>;
  /** What else belongs to the question; stands before the button that asks it. */
  readonly children: ReactNode;
}

/** The page's filter while it is typed, checked and completed by the service. */
export function FilterField({ value, interval, range, onSubmit, inputRef, children }: FilterFieldProps) {
  const { heatmap } = useServices();
  const [text, setText] = useState(value);
  // The address is the truth: Back, or a value filtered in, changes the text here too.
  useEffect(() => setText(value), [value]);
  // Values of a slightly older range are as good: asking anew at every refresh would be waste.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const source = useMemo(() => suggestionsFrom(heatmap, interval), [heatmap, range]);
  const problem = useFilterProblem(heatmap, text);
  const run = (filter: string) => {
    setText(filter);
    onSubmit(filter);
  };
  return (
    <>
      <FilterInput
        aria-label="Filter"
        value={text}
        source={source}
        problem={problem}
        inputRef={inputRef}
        onChange={setText}
        onRun={run}
      />
      {children}
      {/* Stands out while what is typed is not what is shown. */}
      <Button variant={braced(text) === braced(value) ? 'secondary' : 'primary'} onClick={() => run(braced(text))}>
        Run
      </Button>
    </>
  );
}

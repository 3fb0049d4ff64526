import type { ComparedAttribute, ComparedValue, Heatmap, Scope } from '@hotspan/client';
import { and, conditionOf } from '@hotspan/filter';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '../api/services';
import { useAnswer } from '../api/useAnswer';

const REST_MILLIS = 200;

export interface Light {
  /** The grid of the spans in question. */
  readonly grid?: Heatmap;
  readonly onHover: (attribute: ComparedAttribute, value?: ComparedValue) => void;
}

/** Lights the cells of the value the pointer rests on, else those of the condition that was pinned. */
export function useLight(
  heatmap: Heatmap | undefined,
  filter: string,
  scope: Scope,
  pinned: string | undefined
): Light {
  const services = useServices();
  const [hovered, setHovered] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onHover = useCallback((attribute: ComparedAttribute, value?: ComparedValue) => {
    clearTimeout(timer.current);
    // Also when leaving: the next row is usually entered right after.
    timer.current = setTimeout(() => setHovered(value && and('', conditionOf(attribute, value.value))), REST_MILLIS);
  }, []);

  const highlight = hovered ?? pinned;
  const request = heatmap &&
    highlight && {
      from: heatmap.from,
      to: heatmap.to,
      stepNanos: heatmap.stepNanos,
      filter,
      scope,
      highlight,
    };
  const answer = useAnswer(request ? JSON.stringify(request) : undefined, ({ signal }) =>
    request ? services.heatmap.matches(request, { signal }) : Promise.reject(new Error('nothing to light'))
  );
  return { grid: answer.stale ? undefined : answer.data, onHover };
}

import { Button, EmptyState, Stack } from '@grafana/ui';

interface NoMatchProps {
  readonly range: string;
  readonly onClearFilter: () => void;
  readonly onWiden: () => void;
}

/** Spans there are, but none that the filter lets through. */
export function NoMatch({ range, onClearFilter, onWiden }: NoMatchProps) {
  return (
    <EmptyState
      variant="not-found"
      hideImage
      message={`No span in ${range} matches the filter`}
      button={
        <Stack gap={1}>
          <Button variant="secondary" onClick={onClearFilter}>
            Clear the filter
          </Button>
          <Button variant="secondary" onClick={onWiden}>
            Look at twice the time
          </Button>
        </Stack>
      }
    />
  );
}

import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { EmptyState } from '@grafana/ui';

export function PanelDataErrorView({ message, data }: PanelDataErrorViewProps) {
  const empty = data.series.every((frame) => frame.length === 0);
  return (
    <EmptyState
      variant="not-found"
      hideImage
      message={message ?? (empty ? 'No data' : 'This panel cannot show these data')}
    />
  );
}

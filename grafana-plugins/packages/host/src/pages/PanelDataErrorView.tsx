import { css } from '@emotion/css';
import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { EmptyState } from '@grafana/ui';

const centred = css({ display: 'grid', placeContent: 'center', height: '100%' });

export function PanelDataErrorView({ message, data }: Pick<PanelDataErrorViewProps, 'message' | 'data'>) {
  const empty = data.series.every((frame) => frame.length === 0);
  return (
    <div className={centred}>
      <EmptyState
        variant="not-found"
        hideImage
        message={message ?? (empty ? 'No data' : 'This panel cannot show these data')}
      />
    </div>
  );
}

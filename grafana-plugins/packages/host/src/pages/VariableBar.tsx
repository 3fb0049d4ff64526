import { type DataQueryRequest, type TimeRange } from '@grafana/data';
import { getDataSourceSrv, getRunRequest, locationService } from '@grafana/runtime';
import { InlineField, MultiSelect } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { from, switchMap } from 'rxjs';
import { useServices } from '../services/ServicesContext';

const NAME = 'service';
/** The variable's value while nothing is chosen. */
export const ALL = '.*';
const PARAMETER = `var-${NAME}`;

/** One query variable, `$service`, as dashboards have it: filled by the data source's own variable support. */
export function VariableBar({ range, search }: { range: TimeRange; search: URLSearchParams }) {
  const { templates } = useServices();
  const [names, setNames] = useState<string[]>([]);
  const chosen = search.getAll(PARAMETER);

  // Panels read the values while they render, so they are set before, not in an effect.
  templates.setValues({ [NAME]: chosen.length > 0 ? chosen : [ALL] });
  templates.updateTimeRange(range);

  useEffect(() => {
    const answer = from(getDataSourceSrv().get()).pipe(
      switchMap((datasource) => {
        const query = { refId: NAME, ...datasource.variables?.getDefaultQuery?.() };
        const request = { requestId: NAME, range, targets: [query], scopedVars: {} } as unknown as DataQueryRequest;
        return getRunRequest()(datasource, request);
      })
    );
    const subscription = answer.subscribe({
      next: ({ series }) => series.length > 0 && setNames(series[0].fields[0].values),
      error: () => setNames([]),
    });
    return () => subscription.unsubscribe();
  }, [range]);

  return (
    <InlineField label={NAME} labelWidth="auto" htmlFor="variable-service" style={{ marginRight: 'auto' }}>
      <MultiSelect
        inputId="variable-service"
        placeholder="All"
        width={40}
        value={chosen}
        options={names.map((value) => ({ label: value, value }))}
        onChange={(choices) =>
          locationService.partial({ [PARAMETER]: choices.length > 0 ? choices.map(({ value }) => value) : null })
        }
      />
    </InlineField>
  );
}

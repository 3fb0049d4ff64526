import { type MetricFindValue, type TimeRange } from '@grafana/data';
import { getDataSourceSrv, locationService } from '@grafana/runtime';
import { InlineField, MultiSelect } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { useServices } from '../services/ServicesContext';

const NAME = 'service';
const PARAMETER = `var-${NAME}`;

/** One query variable, `$service`: what dashboards do with the data source's `metricFindQuery`. */
export function VariableBar({ range, search }: { range: TimeRange; search: URLSearchParams }) {
  const { templates } = useServices();
  const [found, setFound] = useState<MetricFindValue[]>([]);
  const chosen = search.getAll(PARAMETER);
  const names = found.map(({ text }) => text);

  // Panels read the values while they render, so they are set before, not in an effect.
  templates.setValues({ [NAME]: chosen.length > 0 ? chosen : names.length > 0 ? names : ['.*'] });
  templates.updateTimeRange(range);

  useEffect(() => {
    let left = false;
    getDataSourceSrv()
      .get()
      .then((datasource) => datasource.metricFindQuery?.({ refId: NAME, field: 'resource.service.name' }, { range }))
      .then(
        (values) => !left && setFound(values ?? []),
        () => !left && setFound([])
      );
    return () => {
      left = true;
    };
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

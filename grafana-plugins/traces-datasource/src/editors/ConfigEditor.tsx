import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Field, FieldSet, Input, TextLink } from '@grafana/ui';
import type { TracesOptions } from '../query/query';
import { addressProblem } from './address';

export type ConfigEditorProps = DataSourcePluginOptionsEditorProps<TracesOptions>;

export default function ConfigEditor({ options, onOptionsChange }: ConfigEditorProps) {
  const { heatmapUrl = '' } = options.jsonData;
  const problem = addressProblem(heatmapUrl);
  const setUrl = (value: string) =>
    onOptionsChange({ ...options, jsonData: { ...options.jsonData, heatmapUrl: value } });
  return (
    <FieldSet label="Services">
      <Field
        label="heatmap-service"
        htmlFor="heatmap-url"
        description="Its address as Grafana's server reaches it. Browsers never call it themselves."
        invalid={heatmapUrl !== '' && problem !== undefined}
        error={problem}
        required
      >
        <Input
          id="heatmap-url"
          width={60}
          type="url"
          placeholder="http://localhost:8081"
          value={heatmapUrl}
          disabled={options.readOnly}
          onChange={(event) => setUrl(event.currentTarget.value.trim())}
        />
      </Field>
      {options.readOnly && (
        <p>
          This data source is provisioned: its settings are changed in its file.{' '}
          <TextLink external href="https://grafana.com/docs/grafana/latest/administration/provisioning/">
            How to provision
          </TextLink>
        </p>
      )}
    </FieldSet>
  );
}

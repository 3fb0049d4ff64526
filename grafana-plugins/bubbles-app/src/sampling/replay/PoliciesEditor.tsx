import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Problem } from '@hotspan/client';
import { CodeEditor, useStyles2 } from '@grafana/ui';

interface PoliciesEditorProps {
  /** What it begins with. */
  readonly value: string;
  readonly refusal?: Problem;
  readonly onChange: (text: string) => void;
}

const HEIGHT = 272;

/** Policies as YAML, and what the service has against them. */
export function PoliciesEditor({ value, refusal, onChange }: PoliciesEditorProps) {
  const styles = useStyles2(getStyles);
  return (
    <div role="group" aria-label="Candidate policies">
      <div className={styles.frame}>
        <CodeEditor
          value={value}
          language="yaml"
          height={HEIGHT}
          showMiniMap={false}
          showLineNumbers
          onChange={onChange}
          onBlur={onChange}
          monacoOptions={{ scrollBeyondLastLine: false }}
        />
      </div>
      {refusal && (
        <div role="alert" className={styles.refusal}>
          {refusal.errors.length === 0 && (refusal.detail || refusal.title)}
          {refusal.errors.map(({ message, accepted }) => (
            <div key={message}>
              {message}
              {accepted && ` (${accepted})`}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    minHeight: HEIGHT,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    overflow: 'hidden',
    '&:focus-within': { borderColor: theme.colors.primary.main },
  }),
  refusal: css({
    marginTop: theme.spacing(1),
    color: theme.colors.error.text,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'pre-wrap',
  }),
});

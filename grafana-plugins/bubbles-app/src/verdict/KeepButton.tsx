import { config } from '@grafana/runtime';
import type { ForceRuleRequest } from '@hotspan/client';
import { Button, TextLink } from '@grafana/ui';
import { useState } from 'react';
import { useServices } from '../api/services';
import { SAMPLING_PATH } from '../sampling/state';
import { failed, succeeded } from '../toasts';

interface KeepButtonProps {
  readonly rule: ForceRuleRequest;
}

/** Has the sampler keep every trace like these for a while; then leads to the rule that does so. */
export function KeepButton({ rule }: KeepButtonProps) {
  const { sampler } = useServices();
  const [state, setState] = useState<'open' | 'asking' | 'made'>('open');
  const keep = async () => {
    setState('asking');
    try {
      await sampler.createRule({ ...rule, created_by: config.bootData.user?.login });
      setState('made');
      succeeded('Kept for 30 minutes', rule.description);
    } catch (error) {
      setState('open');
      failed('The rule was not made', error);
    }
  };
  return state === 'made' ? (
    <TextLink href={SAMPLING_PATH} icon="arrow-right" inline={false} variant="bodySmall">
      Kept for 30 min: see the rule
    </TextLink>
  ) : (
    <Button
      size="sm"
      variant="secondary"
      icon="save"
      disabled={state === 'asking'}
      onClick={() => void keep()}
      tooltip="Have the sampler keep every trace with these values, whatever its policies say"
    >
      Keep for 30 min
    </Button>
  );
}

import { EmptyState, LinkButton } from '@grafana/ui';

export function NotFound() {
  return (
    <EmptyState
      variant="not-found"
      message="There is no such page"
      button={<LinkButton href="/">Go to the start</LinkButton>}
    />
  );
}

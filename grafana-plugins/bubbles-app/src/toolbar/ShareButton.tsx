import type { TimeRange } from '@grafana/data';
import { ClipboardButton } from '@grafana/ui';

interface ShareButtonProps {
  readonly range: TimeRange;
}

/** Copies a link to what is on the page now: its range is absolute, so it shows the same later. */
export function ShareButton({ range }: ShareButtonProps) {
  return (
    <ClipboardButton
      variant="secondary"
      icon="share-alt"
      getText={() => shareLink(window.location.href, range)}
      tooltip="Copy a link to what you see, with the range fixed"
    >
      Share
    </ClipboardButton>
  );
}

export function shareLink(href: string, range: TimeRange): string {
  const link = new URL(href);
  link.searchParams.set('from', range.from.toISOString());
  link.searchParams.set('to', range.to.toISOString());
  link.searchParams.delete('refresh');
  return link.toString();
}

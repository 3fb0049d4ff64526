import { dateTimeFormat, type TimeZone } from '@grafana/data';
import { Tooltip } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { remaining } from './remaining';

interface CountdownProps {
  /** RFC 3339. */
  readonly until: string;
  readonly timeZone: TimeZone;
}

/** How long something still lasts, counting down. */
export function Countdown({ until, timeZone }: CountdownProps) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Tooltip content={`Until ${dateTimeFormat(Date.parse(until), { timeZone })}`}>
      <time dateTime={until}>{remaining(Date.parse(until), now)}</time>
    </Tooltip>
  );
}

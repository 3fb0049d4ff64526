import { css } from '@emotion/css';
import { AppEvents, type GrafanaTheme2 } from '@grafana/data';
import { Alert, type AlertVariant, Portal, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { useServices } from '../services/ServicesContext';

interface Toast {
  key: number;
  severity: AlertVariant;
  title: string;
  text: string;
}

const SHOWN_MILLIS = 5000;
const KINDS = [
  [AppEvents.alertSuccess, 'success'],
  [AppEvents.alertInfo, 'info'],
  [AppEvents.alertWarning, 'warning'],
  [AppEvents.alertError, 'error'],
] as const;

/** Messages that plugins emit as `AppEvents`, at the top right for a few seconds. */
export function Toasts() {
  const { events } = useServices();
  const styles = useStyles2(getStyles);
  const [toasts, setToasts] = useState<Toast[]>([]);
  const drop = (key: number) => setToasts((all) => all.filter((toast) => toast.key !== key));

  useEffect(() => {
    let next = 0;
    const handlers = KINDS.map(([kind, severity]) => {
      const handler = ([title, text = '']: string[] = []) => {
        const key = next++;
        setToasts((all) => [...all.slice(-3), { key, severity, title, text }]);
        setTimeout(() => setToasts((all) => all.filter((toast) => toast.key !== key)), SHOWN_MILLIS);
      };
      events.on<string[]>(kind.name, handler);
      return () => events.off<string[]>(kind.name, handler);
    });
    return () => handlers.forEach((off) => off());
  }, [events]);

  return (
    <Portal>
      <div className={styles.stack} aria-live="polite">
        {toasts.map(({ key, severity, title, text }) => (
          <Alert key={key} severity={severity} title={title} elevated onRemove={() => drop(key)}>
            {text}
          </Alert>
        ))}
      </div>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  stack: css({
    position: 'fixed',
    top: theme.spacing(7),
    right: theme.spacing(2),
    width: 400,
    zIndex: theme.zIndex.portal,
  }),
});

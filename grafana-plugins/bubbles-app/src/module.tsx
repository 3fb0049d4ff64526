import { AppPlugin } from '@grafana/data';

export const plugin = new AppPlugin().setRootPage(() => <h1>Bubbles</h1>);

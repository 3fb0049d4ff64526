import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaDataUnstable from '@grafana/data/unstable';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaRuntimeUnstable from '@grafana/runtime/unstable';
import * as grafanaUi from '@grafana/ui';
import * as grafanaUiUnstable from '@grafana/ui/unstable';
import * as lodash from 'lodash';
import moment from 'moment';
import * as react from 'react';
import * as reactDevRuntime from 'react/jsx-dev-runtime';
import * as reactRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';
import * as reactRouter from 'react-router-dom-v5-compat';
import * as rxjs from 'rxjs';
import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';

/** The modules that plugins share with the page, under the names their bundles ask for. */
const modules: Record<string, object> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/data/unstable': grafanaDataUnstable,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/runtime/unstable': grafanaRuntimeUnstable,
  '@grafana/ui': grafanaUi,
  '@grafana/ui/unstable': grafanaUiUnstable,
  lodash,
  moment: { ...moment, default: moment, __useDefault: true },
  react,
  'react/jsx-dev-runtime': reactDevRuntime,
  'react/jsx-runtime': reactRuntime,
  'react-dom': reactDom,
  'react-router': reactRouter,
  rxjs,
};

interface SystemLoader {
  addImportMap(map: { imports: Record<string, string> }): void;
  set(id: string, module: object): void;
  import(address: string): Promise<Record<string, never>>;
}

/** Registers the shared modules with SystemJS; gives the function that imports a bundle. */
export function shareModules(): SystemLoader['import'] {
  const system = (window as unknown as { System: SystemLoader }).System;
  const names = Object.keys(modules);
  system.addImportMap({ imports: Object.fromEntries(names.map((name) => [name, `package:${name}`])) });
  for (const name of names) {
    system.set(`package:${name}`, modules[name]);
  }
  return (address) => system.import(address);
}

/* global HOTSPAN_PLUGIN_ID */
import amdModule from 'amd-module';

// Grafana may serve plugins below a sub-path or from a CDN: the address the module was loaded from is the only sure one.
__webpack_public_path__ = amdModule?.uri
  ? amdModule.uri.slice(0, amdModule.uri.lastIndexOf('/') + 1)
  : `public/plugins/${HOTSPAN_PLUGIN_ID}/`;

import { pluginConfig } from '@hotspan/build';

export default pluginConfig(import.meta.dirname);

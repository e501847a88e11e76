/** Jest loads this without transforming it as a module, so the TypeScript behind it comes through our own hooks. */
import { forgetOld } from './compiled.mjs';
import './typescript-hooks.mjs';

forgetOld();

const { setUp } = await import('./test-server.ts');

export default setUp;

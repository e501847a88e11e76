/** Jest loads this without transforming it as a module, so the TypeScript behind it comes through our own hooks. */
import './typescript-hooks.mjs';

const { setUp } = await import('./test-server.ts');

export default setUp;

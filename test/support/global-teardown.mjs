const { tearDown } = await import('./test-server.ts');

export default tearDown;

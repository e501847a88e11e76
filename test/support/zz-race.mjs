import { openEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { setTimeout as sleep } from 'node:timers/promises';
const dataDir='/tmp/rc1/data'; const t0=Date.now(); const log=(...a)=>console.log(Date.now()-t0,...a);
for (const d of [0,20,60,120]) {
  const a = await openEmbeddedPostgres({dataDir,log:()=>{}}); log('a open',a.port);
  const [,b]=await Promise.all([a.release().then(()=>log('a released')), sleep(d).then(()=>openEmbeddedPostgres({dataDir,log:()=>{}})).then(x=>(log('b open',x.port),x))]);
  await b.release(); log('b released');
}

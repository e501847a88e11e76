import { REDIS_SERVER } from './redis-server.js';

/** Tests on Redis, where there is one to start. */
export const describeWithRedis = REDIS_SERVER ? describe : describe.skip;

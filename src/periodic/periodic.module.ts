import { Global, Module } from '@nestjs/common';
import { PeriodicWork } from './periodic-work.js';

/** Work that is done again and again; every module registers its own. */
@Global()
@Module({ providers: [PeriodicWork], exports: [PeriodicWork] })
export class PeriodicModule {}

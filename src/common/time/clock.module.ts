import { Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';

/** The one clock of the application. */
@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}

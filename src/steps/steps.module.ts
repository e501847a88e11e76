import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StepTaken } from './step-taken.entity.js';
import { Steps } from './steps.service.js';

/** States as data: who took which record from where to where, when and why. */
@Module({
  imports: [TypeOrmModule.forFeature([StepTaken])],
  providers: [Steps],
  exports: [Steps],
})
export class StepsModule {}

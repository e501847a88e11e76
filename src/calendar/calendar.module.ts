import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SchoolCalendar } from './school-calendar.entity.js';
import { SchoolCalendarsController } from './school-calendars.controller.js';
import { SchoolCalendars } from './school-calendars.service.js';

/** School days of a district, and business hours of anybody. */
@Module({
  imports: [TypeOrmModule.forFeature([SchoolCalendar])],
  controllers: [SchoolCalendarsController],
  providers: [SchoolCalendars],
  exports: [SchoolCalendars],
})
export class CalendarModule {}

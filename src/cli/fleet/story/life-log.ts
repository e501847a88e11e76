import { isoDay } from '../days.js';
import {
  type Disposal,
  type EnterStep,
  type FleetStatus,
  type LifeStep,
  type Loss,
  type PlainStepType,
  STATUS_AFTER,
} from '../fleet-types.js';

export interface Entry extends Pick<EnterStep, 'site' | 'status' | 'cause'> {
  day: number;
}

/**
 * Writes down one life and keeps where it stands. Steps after the last day of the story are not written, and the
 * first of them ends the log: what follows it has not happened yet either.
 */
export class LifeLog {
  readonly steps: LifeStep[];
  day: number;
  status: FleetStatus;
  statusDay: number;
  site: string;
  private isClosed = false;

  constructor(
    entry: Entry,
    private readonly lastDay: number,
  ) {
    const { day, site, status, cause } = entry;
    this.steps = [{ on: isoDay(day), type: 'enter', site, status, cause }];
    this.day = day;
    this.status = status;
    this.statusDay = day;
    this.site = site;
  }

  /** The story has reached its last day. */
  get isOver(): boolean {
    return this.isClosed;
  }

  step(type: PlainStepType, day: number, site?: string): void {
    if (!this.advance(day)) return;
    const on = isoDay(this.day);
    if (site === undefined || site === this.site) {
      this.steps.push({ on, type });
    } else {
      this.steps.push({ on, type, site });
      this.site = site;
    }
    this.become(STATUS_AFTER[type]);
  }

  transfer(day: number, site: string): void {
    if (site === this.site || !this.advance(day)) return;
    this.steps.push({ on: isoDay(this.day), type: 'transfer', site });
    this.site = site;
  }

  lose(day: number, detail: Loss): void {
    if (!this.advance(day)) return;
    this.steps.push({ on: isoDay(this.day), type: 'lose', detail });
    this.become(STATUS_AFTER.lose);
  }

  dispose(day: number, how: Disposal['how']): void {
    if (!this.advance(day)) return;
    this.steps.push({ on: isoDay(this.day), type: 'dispose', detail: { route: 'historical', how } });
    this.become(STATUS_AFTER.dispose);
  }

  private become(status: FleetStatus): void {
    this.status = status;
    this.statusDay = this.day;
  }

  /** Two steps of a device never share a day, so that their order needs no explanation. */
  private advance(day: number): boolean {
    const next = Math.max(day, this.day + 1);
    if (this.isClosed || next > this.lastDay) {
      this.isClosed = true;
      return false;
    }
    this.day = next;
    return true;
  }
}

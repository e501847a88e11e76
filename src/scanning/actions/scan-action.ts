import type { Permission, Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import type { DeviceInput } from '../../devices/planning/device-input.js';
import type { DeviceStatus } from '../../devices/statuses.js';

/** A text of a page, in each language of the pages. */
export interface Words {
  en: string;
  es: string;
}

/** What goes with an action: where, to whom, until when, and what was noticed. */
export interface ScanSaid {
  /** Code of the site where it was scanned. */
  site?: string;
  room?: string | null;
  cart?: string | null;
  /** External id or address of a person. */
  holder?: string;
  dueOn?: string | null;
  note?: string;
  /** Answers to the action's own questions, by the name of the question. */
  answers?: Record<string, string>;
}

/** What the scan page has a field for. */
export type ScanField = 'site' | 'room' | 'cart' | 'person' | 'dueOn' | 'note';

/** What came of a scan, for whoever scanned. */
export interface ScanResult {
  label: Words;
  /** It is shown as loudly as a scan that failed. */
  isAlarm?: true;
}

/** Something that only this action asks, such as the fault of a claim. */
export interface ScanQuestion {
  name: string;
  label: Words;
  /** A line below the field, if the label is not clear enough by itself. */
  help?: Words;
  /** `date` asks for a calendar date, and the page suggests today. By default, the answer can be any text. */
  type?: 'text' | 'date';
  /** How many characters the answer can have, if fewer than 2,000. */
  maxLength?: number;
  /** Allowed answers. If there are none, any text is allowed. */
  choices?: readonly { value: string; label: Words }[];
  isRequired: boolean;
  /** The page begins with this answer, and returns to it after each scan. Without it, an answer stays as it was chosen. */
  usual?: string;
  /** The question is asked, and must be answered, only if another question has this answer. */
  onlyWith?: { question: string; answer: string };
}

/** What a technician can mean by a scan. The scan page takes the list of them from the server, and keeps it. */
export interface ScanAction {
  readonly name: string;
  /** What the button says, what it does, and what the page says after a scan. */
  readonly label: Words;
  readonly help: Words;
  readonly done: Words;
  /** The page offers it to nobody else, and their scans wait in the inbox. All who scan have `devices:edit`. */
  readonly permission?: Permission;
  /** Whether it may be a device of a site that is not the technician's: it stands before them, at a site that is. */
  readonly fromAnywhere: boolean;
  /** What the page asks before scanning, in this order, and what of it must be said. */
  readonly fields: readonly ScanField[];
  readonly required: readonly ScanField[];
  readonly questions?: readonly ScanQuestion[];
  /** What a phone without a network takes for granted afterward: that the device is where it was scanned, and this. */
  readonly changesPlace: boolean;
  readonly statusAfter?: DeviceStatus;
  /** If the scanned device is missing, this action marks it as found and puts it back in stock. */
  readonly findsMissing?: boolean;
  /** It is made for retired devices, so the page does not point out that one is retired. */
  readonly suitsRetired?: boolean;
  /** The device itself is not there when its code is scanned or typed. The scan is no sighting and belongs to no sweep. */
  readonly withoutDevice?: boolean;
  /** What it changes of the device; null where it only says that the device was there. */
  change(said: ScanSaid, device: DeviceRecord): DeviceInput | null;
  /** What `rows` can answer to a scan, by code. The page shows it as soon as the scan has been sent. */
  readonly results?: Readonly<Record<string, ScanResult>>;
  /** Rows of its own that its module writes. */
  readonly rows?: ActionRows;
}

/** One scan of an action with rows of its own. Its device is locked. */
export interface ActionScan {
  scanId: string;
  device: DeviceRecord;
  said: ScanSaid;
  /** Instant of the server's clock from which it holds. */
  effectiveAt: Date;
}

export interface ActionRefusal {
  code: string;
  detail: string;
  /** Whether the scan waits in the inbox until somebody decides; else it is refused for good. */
  waits: boolean;
}

/** What a module does with the scans of its action, in the transaction that changes the devices. */
export interface ActionRows {
  /** Before anything is changed: why a scan cannot be applied, or null; in the order of the scans. */
  judge(tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<(ActionRefusal | null)[]>;
  /**
   * After the devices were changed. `device` is as it is now.
   * @returns codes of the action's `results`, in the order of the scans, where it has any
   */
  write(tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<readonly string[] | void>;
  /** Takes back what one scan wrote. @returns why it stays, or null */
  takeBack(tx: Tx, scope: Scope, scan: { scanId: string; deviceId: string }): Promise<string | null>;
}

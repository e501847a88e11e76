import { useCallback, useRef, useState } from 'react';
import { answer, api } from '../api/client.js';
import { NoAnswer, wordsOf } from '../api/problem.js';
import type { JournalScan } from '../journal/database.js';
import { lookUpCode } from '../journal/field-index.js';
import { useField } from '../journal/journal-context.js';
import { nameOf } from '../journal/verdicts.js';
import { type Typed, UNCLEAR } from '../scan/actions.js';
import { lookUpPeople } from '../scan/find-people.js';
import { knownPerson, personName } from '../scan/known-people.js';
import { type Asked, useScanning } from '../scan/use-scanning.js';
import { t } from '../text/text.js';

/** Somebody on the list, and what they were given. */
export interface Line {
  key: number;
  /** Number of the person. */
  person: string;
  scan?: JournalScan;
}

/**
 * A check-out of devices to people, in turn: first who, then what. A device where a person is expected is refused, and a
 * person where a device is.
 */
export function useCheckOut(more: { site: string | undefined; typedSite: Typed | undefined; dueOn: string }) {
  const { database } = useField();
  const [lines, setLines] = useState<Line[]>([]);
  // The next reading may come before React has drawn the last one.
  const latest = useRef(lines);
  const lastKey = useRef(0);
  const update = useCallback((next: Line[]): void => {
    latest.current = next;
    setLines(next);
  }, []);
  const now = useRef('');
  const { typedSite, dueOn } = more;
  const site = typedSite?.means ?? more.site;
  const unclear = typedSite?.means === undefined && typedSite?.text.trim();
  const ask = useCallback(
    (): Asked =>
      unclear
        ? { missing: UNCLEAR.site(unclear) }
        : { action: 'deploy', person: now.current, ...(site ? { site } : {}), ...(dueOn ? { dueOn } : {}) },
    [unclear, site, dueOn],
  );
  const scanning = useScanning(ask);
  const { record, refuse, undo: takeBack, choice, choose } = scanning;

  const addPeople = useCallback(
    (people: readonly string[], place: 'first' | 'last' = 'last'): void => {
      const added = people.map((person) => ({ key: (lastKey.current += 1), person }));
      const { current: before } = latest;
      const at = place === 'last' ? before.length : before.findIndex((line) => !line.scan);
      update(before.toSpliced(at === -1 ? before.length : at, 0, ...added));
    },
    [update],
  );

  const readPerson = async (code: string): Promise<void> => {
    const {
      devices: [device],
    } = await lookUpCode(database, code);
    if (device)
      return refuse(t('checkout.notAPerson', { code }), t('checkout.isADevice', { device: nameOf(device) }));
    const people = await lookUp(code);
    if (people === 'offline') return addPeople([code]);
    const [person, ...others] = people;
    if (others.length > 0) return refuse(t('checkout.notAPerson', { code }), t('checkout.isSeveral'));
    if (person) return addPeople([person]);
    const isDevice = await isKnownDevice(code);
    refuse(
      t('checkout.notAPerson', { code }),
      isDevice ? t('checkout.isADevice', { device: code }) : t('checkout.isNobody'),
    );
  };

  const readDevice = async (line: Line, code: string): Promise<void> => {
    const known = await lookUpCode(database, code);
    if (known.devices.length === 0) {
      const people = code.toLowerCase() === line.person.toLowerCase() ? [line.person] : await lookUp(code);
      const [person] = people === 'offline' ? [] : people;
      const forWhom = personName(line.person) ?? line.person;
      if (person)
        return refuse(
          t('checkout.notADevice', { code }),
          t('checkout.isAPerson', { person: personName(person) ?? person, forWhom }),
        );
    }
    now.current = line.person;
    const scan = await record(code, known);
    if (scan) update(latest.current.map((one) => (one.key === line.key ? { ...one, scan } : one)));
  };

  const read = async (text: string): Promise<void> => {
    const code = text.trim();
    const line = latest.current.find((one) => !one.scan);
    try {
      await (line ? readDevice(line, code) : readPerson(code));
    } catch (error) {
      refuse(t('scan.notSaved', { code }), wordsOf(error));
    }
  };
  // One after the other: what a code means depends on what the one before it was.
  const queue = useRef(Promise.resolve());
  const onCode = (code: string): void => {
    queue.current = queue.current.then(() => read(code));
  };

  const setScan = (before: JournalScan, scan: JournalScan | undefined): void =>
    update(latest.current.map((one) => (one.scan?.id === before.id ? { ...one, scan } : one)));

  return {
    ...scanning,
    lines,
    /** Whose device is scanned next. */
    current: lines.find((line) => !line.scan),
    /** Who was served last. */
    before: lines.filter((line) => line.scan).at(-1),
    onCode,
    addPeople,
    skip: (line: Line) => update(latest.current.filter((one) => one.key !== line.key)),
    choose: async (deviceId: string) => {
      const scan = await choose(deviceId);
      if (choice && scan) setScan(choice.scan, scan);
    },
    /** A check-out that is taken back leaves its person without a device. */
    undo: async (scan: JournalScan) => {
      if (await takeBack(scan)) setScan(scan, undefined);
    },
  };
}

/** Numbers of the people with this number or address. */
async function lookUp(code: string): Promise<string[] | 'offline'> {
  const known = knownPerson(code);
  if (known) return [known.number];
  try {
    return ((await lookUpPeople([code])).get(code) ?? []).map(({ number }) => number);
  } catch (error) {
    if (error instanceof NoAnswer) return 'offline';
    throw error;
  }
}

/** Whether the server knows a device that is not on this phone. */
async function isKnownDevice(code: string): Promise<boolean> {
  try {
    const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } }));
    return items.length > 0;
  } catch {
    // The scan is refused in any case; this only makes the words better.
    return false;
  }
}

/** A day, a time and an offset: `2019-03-25T04:59:59.9999999Z`, `2019-03-24 23:59-05:00`, `2019-03-25T045959+0000`. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,12}))?)?\s*(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2})?)$/i;

/**
 * The instant that a cell holds, to the millisecond; what is finer is cut off, so that the last tick of a day stays in
 * that day. Undefined for a plain day, and for a time without a time zone: that is the time on somebody's wall.
 */
export function instantIn(text: string): Date | undefined {
  const found = INSTANT.exec(text.trim());
  if (!found) return undefined;
  const [
    ,
    day = '',
    hours = '',
    minutes = '',
    seconds = '00',
    fraction = '',
    sign,
    offsetHours,
    offsetMinutes,
  ] = found;
  const ms = fraction.slice(0, 3).padEnd(3, '0');
  const offset = sign ? `${sign}${offsetHours}:${offsetMinutes ?? '00'}` : 'Z';
  const instant = new Date(`${day}T${hours}:${minutes}:${seconds}.${ms}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

import pg from 'pg';

const DATE = 1082;

// A calendar date is not an instant: left alone, the driver would move it by the machine's time zone.
pg.types.setTypeParser(DATE, (text) => text);

import type { ImportField, ReadyMapping, RowFields, RowProblem } from '../../imports/import-kind.js';
import { FIRST_SITE_YEAR } from '../../common/time/days-and-times.js';
import { readSchoolYear } from '../../common/time/school-year.js';
import { readGradeSpan, type SiteType } from '../site-type.js';

/** More pupils than any site has; a larger number is a slip of the column. */
const MOST_PUPILS = 1_000_000;

const TYPE_WORDS: Record<SiteType, readonly string[]> = {
  elementary: ['elementary school', 'elem', 'es'],
  k8: ['k-8', 'k8 school'],
  middle: ['middle school', 'intermediate', 'junior high', 'ms'],
  high: ['high school', 'senior high', 'hs'],
  span: ['span school', 'k-12', '6-12'],
  other: ['special education', 'adult', 'adult school'],
  preschool: ['early education', 'early education center', 'eec', 'pre-k'],
  office: ['district office', 'administration'],
  warehouse: ['depot', 'storage'],
};

export const SITE_CODE_FIELD: ImportField = {
  name: 'code',
  header: 'Site code',
  type: 'code',
  synonyms: ['code', 'site', 'cds code', 'school code', 'location code', 'site id', 'cost center'],
  required: true,
  maxLength: 100,
};

export const PUPIL_FIELDS: readonly ImportField[] = [
  {
    name: 'pupils',
    header: 'Enrolled students',
    type: 'integer',
    synonyms: ['pupils', 'student enrollment', 'students'],
  },
  { name: 'schoolYear', header: 'School year', type: 'text', synonyms: ['academic year'], maxLength: 20 },
];

/** Of a file that has nothing but pupils. */
export const PUPILS_FILE_FIELDS: readonly ImportField[] = [
  SITE_CODE_FIELD,
  ...PUPIL_FIELDS.map((field) => ({ ...field, required: field.name === 'pupils' })),
];

export const SITE_FIELDS: readonly ImportField[] = [
  SITE_CODE_FIELD,
  {
    name: 'name',
    header: 'Name',
    type: 'text',
    synonyms: ['school', 'site name', 'school name'],
    maxLength: 200,
  },
  { name: 'type', header: 'Type', type: 'text', synonyms: ['site type'], oneOf: TYPE_WORDS },
  {
    name: 'gradeSpan',
    header: 'Grade span',
    type: 'text',
    synonyms: ['grades', 'grades served'],
    clearable: true,
    maxLength: 20,
  },
  { name: 'schoolType', header: 'School type', type: 'text', maxLength: 100 },
  { name: 'region', header: 'Region', type: 'text', synonyms: ['area'], clearable: true, maxLength: 100 },
  { name: 'street', header: 'Street', type: 'text', synonyms: ['address'], clearable: true, maxLength: 200 },
  { name: 'city', header: 'City', type: 'text', clearable: true, maxLength: 100 },
  { name: 'state', header: 'State', type: 'text', clearable: true, maxLength: 50 },
  {
    name: 'postalCode',
    header: 'Postal code',
    type: 'text',
    synonyms: ['zip', 'zip code', 'postcode'],
    clearable: true,
    maxLength: 20,
  },
  { name: 'latitude', header: 'Latitude', type: 'number', synonyms: ['lat'], clearable: true },
  { name: 'longitude', header: 'Longitude', type: 'number', synonyms: ['lon', 'lng'], clearable: true },
  { name: 'served', header: 'Served', type: 'boolean' },
  { name: 'charter', header: 'Charter', type: 'boolean' },
  {
    name: 'openedOn',
    header: 'Opened on',
    type: 'date',
    synonyms: ['open date'],
    clearable: true,
    firstYear: FIRST_SITE_YEAR,
  },
  {
    name: 'closedOn',
    header: 'Closed on',
    type: 'date',
    synonyms: ['close date'],
    clearable: true,
    firstYear: FIRST_SITE_YEAR,
  },
  {
    name: 'status',
    header: 'Status',
    type: 'text',
    oneOf: { active: ['open'], closed: ['inactive'] },
  },
  ...PUPIL_FIELDS,
];

/** The columns of the state's site files for 2025-26, as shared/data has them; other years name their own year. */
const CALIFORNIA = {
  name: 'california-cde',
  constants: { schoolYear: '2025-26' },
} as const;

export const CALIFORNIA_SITES: ReadyMapping = {
  ...CALIFORNIA,
  columns: {
    cds_code: 'code',
    school: 'name',
    school_type: 'schoolType',
    grade_span: 'gradeSpan',
    status: 'status',
    charter: 'charter',
    street: 'street',
    city: 'city',
    state: 'state',
    zip: 'postalCode',
    latitude: 'latitude',
    longitude: 'longitude',
    enrollment: 'pupils',
  },
  signature: [
    'cds_code',
    'district_cds',
    'county',
    'school',
    'school_level',
    'school_type',
    'grade_span',
    'zip',
    'enrollment',
  ],
};

export const CALIFORNIA_PUPILS: ReadyMapping = {
  ...CALIFORNIA,
  columns: { cds_code: 'code', enrollment: 'pupils' },
  signature: ['cds_code', 'district_cds', 'county', 'enrollment'],
};

/** What is wrong with a row of sites or pupils on its face. */
export function checkSiteRow(fields: RowFields): RowProblem[] {
  const { latitude, longitude, pupils, gradeSpan, schoolYear } = fields;
  return [
    ...outside('latitude', latitude, -90, 90),
    ...outside('longitude', longitude, -180, 180),
    ...outside('pupils', pupils, 0, MOST_PUPILS),
    ...(typeof pupils === 'number' && !Number.isInteger(pupils)
      ? [problem('pupils', 'NOT_WHOLE', 'Enter the number of enrolled students as a whole number.')]
      : []),
    ...(typeof gradeSpan === 'string' && !readGradeSpan(gradeSpan)
      ? [
          problem(
            'gradeSpan',
            'BAD_GRADE_SPAN',
            `"${gradeSpan}" is not a grade span. Write it like K–5 or PK–AD.`,
          ),
        ]
      : []),
    ...(typeof schoolYear === 'string' && readSchoolYear(schoolYear) === undefined
      ? [
          problem(
            'schoolYear',
            'NO_SCHOOL_YEAR',
            `"${schoolYear}" is not a school year. Write it like 2025-26.`,
          ),
        ]
      : []),
  ];
}

/** One thing wrong with one column of a row. */
export function problem(column: string, code: string, detail: string): RowProblem {
  return { column, code, detail };
}

function outside(column: string, value: unknown, least: number, most: number): RowProblem[] {
  if (typeof value !== 'number' || (value >= least && value <= most)) return [];
  return [problem(column, 'OUT_OF_RANGE', `${column} must be between ${least} and ${most}, not ${value}.`)];
}

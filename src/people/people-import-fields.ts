import type { ImportField, ReadyMapping } from '../imports/import-kind.js';
import type { PersonRole } from './entities/person.entity.js';

/** The last of each line are the words of OneRoster 1.1 and 1.2. */
const ROLE_WORDS: Record<PersonRole, readonly string[]> = {
  student: ['pupil', 'learner'],
  staff: [
    'employee',
    'faculty',
    'teacher',
    'administrator',
    'aide',
    'proctor',
    'counselor',
    'principal',
    'districtAdministrator',
    'siteAdministrator',
    'systemAdministrator',
  ],
  guardian: ['parent', 'relative'],
  other: [],
};

export const PEOPLE_FIELDS: readonly ImportField[] = [
  {
    name: 'externalId',
    header: 'Person ID',
    type: 'text',
    isKey: true,
    synonyms: ['external id', 'student id', 'employee id', 'sourcedId', 'sis id', 'local id'],
    required: true,
    maxLength: 200,
  },
  {
    name: 'givenName',
    header: 'First name',
    type: 'name',
    synonyms: ['given name', 'firstname'],
    clearable: true,
    maxLength: 100,
  },
  {
    name: 'familyName',
    header: 'Last name',
    type: 'name',
    synonyms: ['family name', 'surname', 'lastname'],
    clearable: true,
    maxLength: 100,
  },
  {
    name: 'email',
    header: 'Email',
    type: 'text',
    isKey: true,
    synonyms: ['e-mail', 'email address', 'mail'],
    clearable: true,
    maxLength: 320,
  },
  { name: 'role', header: 'Role', type: 'text', synonyms: ['person type'], oneOf: ROLE_WORDS },
  {
    name: 'grade',
    header: 'Grade',
    type: 'text',
    synonyms: ['grades', 'grade level'],
    clearable: true,
    maxLength: 50,
  },
  {
    name: 'site',
    header: 'Site code',
    type: 'code',
    synonyms: ['site', 'school', 'school code', 'location'],
    clearable: true,
    maxLength: 100,
  },
  { name: 'leftOn', header: 'Left on', type: 'date', synonyms: ['exit date', 'end date'], clearable: true },
  {
    name: 'status',
    header: 'Status',
    type: 'text',
    oneOf: { active: ['current', 'enrolled'], left: ['tobedeleted', 'inactive', 'withdrawn', 'terminated'] },
  },
  // A roster's organisations: schools and the district itself, several to a cell. Not in our template.
  { name: 'primaryOrg', header: 'Primary organisation', type: 'text', maxLength: 200 },
  { name: 'orgs', header: 'Organisations', type: 'text', maxLength: 4000 },
];

/**
 * `users.csv` of OneRoster 1.1 and 1.2 (1EdTech, CSV binding). From 1.2 on roles are in `roles.csv`: there a
 * person is added as a student where they have a grade, and refused where nothing says what they are.
 */
export const ONEROSTER: ReadyMapping = {
  name: 'oneroster',
  columns: {
    sourcedId: 'externalId',
    status: 'status',
    role: 'role',
    givenName: 'givenName',
    familyName: 'familyName',
    email: 'email',
    grades: 'grade',
    orgSourcedIds: 'orgs',
    primaryOrgSourcedId: 'primaryOrg',
  },
  signature: ['sourcedId', 'enabledUser', 'givenName', 'familyName'],
};

import type { Role } from './roles.ts'

/**
 * How far a permission reaches: the children allocated to the person, those of the person's team, or everyone in the
 * authority. What is not about children has no narrower reach than the authority.
 */
export type Scope = 'own' | 'team' | 'authority'

/** Who holds a permission, and how far. A role that is not named does not hold it. */
export interface Grants {
  /** What it lets people do, in words that finish "may". */
  words: string
  /** Whether it shows or changes single children's records: then every use of it is logged with the children. */
  isAboutChildren: boolean
  /** Whether on a sealed record only those named hold it: having opened the record does not give it. */
  isForNamedOnly?: true
  roles: Readonly<Partial<Record<Role, Scope>>>
}

/** Those who need any child's record, to stand in for each other and to answer for the whole. */
const wholeService = {
  iro: 'authority',
  iro_manager: 'authority',
  business_support: 'authority',
  analyst: 'authority',
} as const

/** Those who work with some of the children. */
const someChildren = { fostering_iro: 'own', social_worker: 'own', team_manager: 'team' } as const

/**
 * Who may do what: the one table. Whatever stands nowhere in it is refused. Administrators set up people and how the
 * place works and see no child; senior leaders see figures and no child.
 */
export const permissions = {
  'authorities.list': {
    words: 'sign in and see which authority they work for',
    isAboutChildren: false,
    roles: {
      ...wholeService,
      fostering_iro: 'authority',
      social_worker: 'authority',
      team_manager: 'authority',
      senior_leader: 'authority',
      administrator: 'authority',
    },
  },
  'children.read': {
    words: 'read children’s records',
    isAboutChildren: true,
    roles: { ...wholeService, ...someChildren },
  },
  'reviews.read': {
    words: 'see what is due and when',
    isAboutChildren: true,
    roles: { ...wholeService, ...someChildren },
  },
  'work.read': {
    words: 'see what there is to do for them today',
    isAboutChildren: true,
    roles: { ...wholeService, ...someChildren },
  },
  'reviews.book': {
    words: 'book, move and cancel reviews, and invite people to them',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
  'reviews.override': {
    words: 'allow what the rules of booking refuse, saying why',
    isAboutChildren: true,
    roles: { iro_manager: 'authority' },
  },
  'choices.write': {
    words: 'write down how a child wants reviews to be, and who is around the child',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority', social_worker: 'own' },
  },
  'calendar.take': {
    words: 'have their own reviews in their calendar',
    isAboutChildren: true,
    roles: { iro: 'own', fostering_iro: 'own', iro_manager: 'own' },
  },
  'messages.read': {
    words: 'see what was sent to whom, and what did not arrive',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
  'messages.send': {
    words: 'send messages, and approve letters to children',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
  'caseload.read': {
    words: 'see the caseload board',
    isAboutChildren: true,
    roles: { ...wholeService },
  },
  'officers.manage': {
    words: 'enter officers and their absences',
    isAboutChildren: false,
    roles: { iro_manager: 'authority' },
  },
  'allocations.read': {
    words: 'see whose officer is whose, and who waits for one',
    isAboutChildren: true,
    roles: { ...wholeService },
  },
  'allocations.manage': {
    words: 'give children their officer, and decide on wishes for another',
    isAboutChildren: true,
    roles: { iro_manager: 'authority' },
  },
  'requests.write': {
    words: 'write down that a child asks for another officer',
    isAboutChildren: true,
    roles: { ...wholeService, social_worker: 'own' },
  },
  'figures.read': {
    words: 'see the figures',
    isAboutChildren: false,
    roles: { ...wholeService, senior_leader: 'authority', team_manager: 'team' },
  },
  'report.read': {
    words: 'read the annual report',
    isAboutChildren: false,
    roles: { ...wholeService, senior_leader: 'authority' },
  },
  'report.write': {
    words: 'write the service’s own words in the report',
    isAboutChildren: false,
    roles: { iro_manager: 'authority', analyst: 'authority' },
  },
  'findings.read': { words: 'see what is odd in the data', isAboutChildren: true, roles: wholeService },
  'imports.read': {
    words: 'see what was imported',
    isAboutChildren: false,
    roles: wholeService,
  },
  'imports.make': {
    words: 'import returns and registers',
    // What an import would change tells what is kept.
    isAboutChildren: true,
    roles: { iro_manager: 'authority', business_support: 'authority', analyst: 'authority' },
  },
  'registers.export': {
    words: 'take the registers away as files',
    isAboutChildren: true,
    roles: { iro_manager: 'authority', business_support: 'authority', analyst: 'authority' },
  },
  'settings.read': {
    words: 'see how the place is set up',
    isAboutChildren: false,
    roles: { iro_manager: 'authority', administrator: 'authority' },
  },
  'settings.manage': {
    words: 'set the words, time limits and lists of the place',
    isAboutChildren: false,
    roles: { iro_manager: 'authority', administrator: 'authority' },
  },
  'people.manage': {
    words: 'add people and change what they may do',
    isAboutChildren: false,
    roles: { administrator: 'authority' },
  },
  'log.read': {
    words: 'see who has looked at which record',
    isAboutChildren: true,
    isForNamedOnly: true,
    roles: { iro_manager: 'authority' },
  },
  'sealed.read': {
    words: 'see the seals that name them, and who opened such a record',
    isAboutChildren: true,
    isForNamedOnly: true,
    roles: {
      ...wholeService,
      fostering_iro: 'authority',
      social_worker: 'authority',
      team_manager: 'authority',
      administrator: 'authority',
    },
  },
  'sealed.manage': {
    words: 'seal a record to named people',
    isAboutChildren: true,
    isForNamedOnly: true,
    roles: { iro_manager: 'authority' },
  },
  'sealed.name': {
    words: 'name someone for a sealed record that nobody named can manage, without seeing whose it is',
    isAboutChildren: true,
    roles: { administrator: 'authority' },
  },
  'sealed.open': {
    words: 'open a sealed record for a short time, saying why',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority', team_manager: 'team' },
  },
} as const satisfies Record<string, Grants>

/** A permission of the table. */
export type Permission = keyof typeof permissions

const names: readonly string[] = Object.keys(permissions)

/** Whether this text names a permission of the table. */
export const isPermission = (text: string): text is Permission => names.includes(text)

/** Every permission there is. */
export const allPermissions: readonly Permission[] = Object.keys(permissions).filter(isPermission)

/** Who holds the permission. */
export const grantsOf = (permission: Permission): Grants => permissions[permission]

import type { Settings } from '../settings.ts'

/** How a field is typed, and what it may hold beyond what the settings' schema says. */
export type FieldKind =
  | { kind: 'text'; isOptional: boolean; isLong?: boolean; address?: 'email' | 'telephone' }
  /** Lines, one an entry. */
  | { kind: 'lines' }
  | { kind: 'number'; isWhole: boolean; isOptional?: boolean; unit?: string }
  /** `20:00`. */
  | { kind: 'time' }
  /** One of these values, each with its words. */
  | { kind: 'choice'; choices: Readonly<Record<string, string>> }
  | { kind: 'yes_no' }

/** One field of a page: a part of the settings that people type. */
export type Field = FieldKind & {
  /** Where it stands in the settings: `['booking', 'slackWorkingDays']`. */
  path: readonly [keyof Settings, ...string[]]
  label: string
  hint?: string
}

/** What is set, and put back to its default, together. */
export interface FieldGroup {
  key: keyof Settings
  heading: string
  fields: readonly Field[]
}

/** A page of settings. */
export interface SettingsPage {
  /** As in its address. */
  name: string
  title: string
  /** What it is for, in a sentence. */
  summary: string
  groups: readonly FieldGroup[]
}

/** What pages are made of besides the settings themselves. */
export interface PagesOf {
  /** The names of roles, by role, where an authority has none of its own. */
  roles: Readonly<Record<string, string>>
  /** The reporting years to offer a population for, like `2022-23`. */
  years: readonly string[]
}

/** How a field is named in a form. */
export const fieldId = ({ path }: Pick<Field, 'path'>): string => path.join('-')

const days = (path: Field['path'], label: string, hint?: string): Field => ({
  path,
  kind: 'number',
  isWhole: true,
  unit: 'working days',
  label,
  ...(hint !== undefined && { hint }),
})
const line = (path: Field['path'], label: string, hint?: string): Field => ({
  path,
  kind: 'text',
  isOptional: false,
  label,
  ...(hint !== undefined && { hint }),
})
const time = (path: Field['path'], label: string): Field => ({ path, kind: 'time', label, hint: 'Like 20:00.' })
const weight = (name: string, label: string): Field => ({
  path: ['caseload', 'weights', name],
  kind: 'number',
  isWhole: false,
  label,
})

const words = (roles: PagesOf['roles']): SettingsPage => ({
  name: 'words',
  title: 'Words',
  summary: 'What children looked after and roles are called here, and how the service signs what it sends.',
  groups: [
    {
      key: 'words',
      heading: 'Children looked after',
      fields: [
        line(['words', 'children'], 'What they are called, several of them', 'Like: children in care. It stands in headings and in the report.'),
        line(['words', 'child'], 'What they are called, one of them', 'Like: child in care.'),
      ],
    },
    {
      key: 'service',
      heading: 'The service',
      fields: [
        { path: ['service', 'name'], kind: 'text', isOptional: false, label: 'Name' },
        { path: ['service', 'phone'], kind: 'text', isOptional: true, address: 'telephone', label: 'Telephone' },
        { path: ['service', 'email'], kind: 'text', isOptional: true, address: 'email', label: 'Email address' },
        { path: ['service', 'address'], kind: 'text', isOptional: true, isLong: true, label: 'Postal address' },
      ],
    },
    {
      key: 'roleNames',
      heading: 'Roles',
      fields: Object.entries(roles).map(([role, name]) => ({
        path: ['roleNames', role],
        kind: 'text',
        isOptional: true,
        label: name,
      })),
    },
  ],
}) // prettier-ignore

const timeLimits: SettingsPage = {
  name: 'time-limits',
  title: 'Time limits',
  summary: 'Local time limits beside the law’s, what leaves slack in booking, and when invitations go out.',
  groups: [
    {
      key: 'iroAppointmentWorkingDays',
      heading: 'Naming the officer',
      fields: [days(['iroAppointmentWorkingDays'], 'Time to name an officer', 'Counted from becoming looked after.')],
    },
    {
      key: 'lateNotificationWorkingDays',
      heading: 'Telling the service',
      fields: [
        days(
          ['lateNotificationWorkingDays'],
          'Time to tell the service',
          'Word of a child who became looked after is late when it comes later than this.',
        ),
      ],
    },
    {
      key: 'reviewAfterMove',
      heading: 'Reviews after a move',
      fields: [
        {
          path: ['reviewAfterMove', 'moves'],
          kind: 'choice',
          label: 'Moves that bring the next review forward',
          choices: {
            none: 'None: the law’s cycle alone',
            emergency: 'Emergency moves',
            every_new_placement: 'Every new placement',
          },
        },
        days(['reviewAfterMove', 'workingDays'], 'Time from the move to the review'),
        {
          path: ['reviewAfterMove', 'restartsCycle'],
          kind: 'yes_no',
          label: 'Does the whole cycle of reviews start again at the move?',
        },
        {
          path: ['reviewAfterMove', 'countsForTimeliness'],
          kind: 'yes_no',
          label: 'Is a review that misses this date counted as late in the figures?',
        },
        {
          path: ['reviewAfterMove', 'source'],
          kind: 'text',
          isOptional: true,
          label: 'Whose rule it is',
          hint: 'Deadlines name it as their source.',
        },
      ],
    },
    {
      key: 'ordinaryCycleEndsAt',
      heading: 'Reviews and adoption',
      fields: [
        {
          path: ['ordinaryCycleEndsAt'],
          kind: 'choice',
          label: 'When the ordinary cycle gives way to adoption reviews',
          choices: {
            placed: 'When the child is placed for adoption',
            authorised: 'When placing for adoption is authorised',
          },
        },
      ],
    },
    {
      key: 'booking',
      heading: 'Booking',
      fields: [
        days(['booking', 'slackWorkingDays'], 'Slack', 'How long before its last practical day a review is best booked, so that it can still be moved.'),
        { path: ['booking', 'meetingMinutes'], kind: 'number', isWhole: true, unit: 'minutes', label: 'Length of a meeting' },
        days(['booking', 'adjournmentWorkingDays'], 'Time to complete a review that was adjourned'),
      ],
    },
    {
      key: 'inviteDaysBefore',
      heading: 'Invitations',
      fields: [
        { path: ['inviteDaysBefore'], kind: 'number', isWhole: true, unit: 'days', label: 'How long before a review they go out' },
      ],
    },
    {
      key: 'quietHours',
      heading: 'Quiet hours',
      fields: [
        time(['quietHours', 'from'], 'No text or email goes to a child from'),
        time(['quietHours', 'to'], 'No text or email goes to a child until'),
      ],
    },
  ],
} // prettier-ignore

const lists: SettingsPage = {
  name: 'lists',
  title: 'Lists to choose from',
  summary: 'The reasons to choose from where a review is late.',
  groups: [
    {
      key: 'lateReasons',
      heading: 'Why reviews are late',
      fields: [
        {
          path: ['lateReasons'],
          kind: 'lines',
          label: 'Reasons, one on each line',
          hint: 'Reviews keep the reason that was chosen, also when it is no longer in the list.',
        },
      ],
    },
  ],
}

const caseload: SettingsPage = {
  name: 'caseload',
  title: 'Caseload',
  summary: 'How many children for a full-time officer, and how much each kind of work weighs.',
  groups: [
    {
      key: 'caseload',
      heading: 'Guide and weights',
      fields: [
        {
          path: ['caseload', 'guide', 'from'],
          kind: 'number',
          isWhole: false,
          label: 'Children for a full-time officer: from',
          hint: 'The IRO Handbook says 50 to 70.',
        },
        { path: ['caseload', 'guide', 'to'], kind: 'number', isWhole: false, label: 'Children for a full-time officer: to' },
        weight('lookedAfter', 'Weight of a child looked after'),
        weight('adoption', 'Weight of a child authorised or placed for adoption'),
        weight('shortBreaks', 'Weight of a child in short breaks'),
        weight('careLeaver', 'Weight of a care leaver'),
        weight('supervisionOrder', 'Weight of a child under a supervision order'),
        weight('privateFostering', 'Weight of a child privately fostered'),
      ],
    },
  ],
} // prettier-ignore

const figures = (years: PagesOf['years']): SettingsPage => ({
  name: 'figures',
  title: 'Figures',
  summary: 'How figures are counted here, and how many young people live in the area.',
  groups: [
    {
      key: 'participationCounts',
      heading: 'Participation',
      fields: [
        {
          path: ['participationCounts'],
          kind: 'choice',
          label: 'Who has taken part in a review',
          choices: {
            not_pn7: 'Every child but those who neither came nor sent views (PN7)',
            views_given: 'Only children who gave views: not PN4 either',
          },
        },
      ],
    },
    {
      key: 'ageBands',
      heading: 'Age bands',
      fields: [
        {
          path: ['ageBands'],
          kind: 'choice',
          label: 'Bands in which ages are shown',
          choices: { national: 'As in national statistics: 5 to 9', five_to_ten: 'With 5 to 10' },
        },
      ],
    },
    {
      key: 'minimumDaysForChildMeasures',
      heading: 'Children counted for timeliness',
      fields: [
        {
          path: ['minimumDaysForChildMeasures'],
          kind: 'number',
          isWhole: true,
          unit: 'days',
          label: 'How long a child must have been looked after to be counted',
        },
      ],
    },
    {
      key: 'sdqHealthyMaximum',
      heading: 'Strengths and difficulties',
      fields: [
        {
          path: ['sdqHealthyMaximum'],
          kind: 'number',
          isWhole: true,
          label: 'Highest score that counts as healthy',
        },
      ],
    },
    {
      key: 'parentsMeasuresExcludeAdoption',
      heading: 'Parents at reviews',
      fields: [
        {
          path: ['parentsMeasuresExcludeAdoption'],
          kind: 'yes_no',
          label: 'Are adoption reviews left out where mothers’ and fathers’ attendance is counted?',
        },
      ],
    },
    {
      key: 'population',
      heading: 'Residents aged 0 to 17',
      fields: years.flatMap((year): Field[] => [
        { path: ['population', year, 'value'], kind: 'number', isWhole: true, isOptional: true, label: `${year}: how many` },
        { path: ['population', year, 'source'], kind: 'text', isOptional: true, label: `${year}: which estimate`, hint: 'Like: ONS mid-2022 estimate.' },
      ]),
    },
  ],
}) // prettier-ignore

/** Every page of settings, with every field. */
export const settingsPages = ({ roles, years }: PagesOf): readonly SettingsPage[] => [
  words(roles),
  timeLimits,
  lists,
  caseload,
  figures(years),
]

/** The pages as Settings lists them: name, title and what each is for. */
export const settingsPageNames: readonly Pick<SettingsPage, 'name' | 'title' | 'summary'>[] = settingsPages({
  roles: {},
  years: [],
}).map(({ name, title, summary }) => ({ name, title, summary }))

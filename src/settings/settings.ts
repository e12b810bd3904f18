import * as z from 'zod'

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is a time like 08:00')

/**
 * What authorities do differently. Each has a default, the statutory one where the law has one; an authority's own
 * settings name only what differs. Source: `statutory.md` K, `kpi-definitions.md`.
 */
export const settingsSchema = z.strictObject({
  /** Whether a new or an emergency placement brings the next review forward. CLK-REV-6. */
  reviewAfterMove: z
    .strictObject({
      moves: z.enum(['none', 'every_new_placement', 'emergency']),
      workingDays: z.int().min(1).max(60),
      /** Whether the whole cycle starts again at the move (Blackpool), or only the next review is earlier. */
      restartsCycle: z.boolean(),
      /** Whose rule it is, for the explanation. */
      source: z.string(),
      /** Whether `reviews.on_time` judges by the local date too. */
      countsForTimeliness: z.boolean(),
    })
    .default({ moves: 'none', workingDays: 20, restartsCycle: false, source: '', countsForTimeliness: false }),
  /** Whether the ordinary cycle ends when the child is placed for adoption, or already when that is authorised. CLK-REV-15. */
  ordinaryCycleEndsAt: z.enum(['placed', 'authorised']).default('placed'),
  /** How long a child must have been looked after to count in `children.reviews_on_time`, in calendar days. */
  minimumDaysForChildMeasures: z.int().min(0).max(60).default(28),
  /** `not_pn7`: all but PN7 took part; `views_given`: not PN4 either. */
  participationCounts: z.enum(['not_pn7', 'views_given']).default('not_pn7'),
  ageBands: z.enum(['national', 'five_to_ten']).default('national'),
  /** The highest total difficulties score that counts as healthy. CLK-CPI-5. */
  sdqHealthyMaximum: z.int().min(0).max(40).default(13),
  /** Working days in which an IRO must be named. CLK-IRO-1. */
  iroAppointmentWorkingDays: z.int().min(1).max(20).default(5),
  /** Working days after which word of a child who became looked after reached the service late. */
  lateNotificationWorkingDays: z.int().min(0).max(20).default(5),
  /** Whether adoption reviews are left out of the measures of mothers' and fathers' attendance. */
  parentsMeasuresExcludeAdoption: z.boolean().default(true),
  /** What children looked after are called here, in the plural and the singular. */
  words: z
    .strictObject({ children: z.string().min(1), child: z.string().min(1) })
    .default({ children: 'children looked after', child: 'child looked after' }),
  /** What roles are called here, by role, where that differs from the names of the table of roles. */
  roleNames: z.record(z.string(), z.string().min(1)).default({}),
  /** How the reviewing service signs what it sends, and how people reach it. Blank: not told. */
  service: z
    .strictObject({ name: z.string(), phone: z.string(), email: z.string(), address: z.string() })
    .default({ name: 'Independent Reviewing Service', phone: '', email: '', address: '' }),
  caseload: z
    .strictObject({
      /** Children per full-time officer that guidance takes for right. CLK-IRO-7. */
      guide: z.strictObject({ from: z.number().positive(), to: z.number().positive() }),
      /** How much each kind of work weighs beside a child looked after, who weighs 1. */
      weights: z.strictObject({
        lookedAfter: z.number().min(0).max(10),
        /** Authorised or placed for adoption. */
        adoption: z.number().min(0).max(10),
        shortBreaks: z.number().min(0).max(10),
        careLeaver: z.number().min(0).max(10),
        supervisionOrder: z.number().min(0).max(10),
        privateFostering: z.number().min(0).max(10),
      }),
    })
    .default({
      guide: { from: 50, to: 70 },
      weights: {
        lookedAfter: 1,
        adoption: 1,
        shortBreaks: 0.5,
        careLeaver: 0.5,
        supervisionOrder: 0.25,
        privateFostering: 0.25,
      },
    }),
  booking: z
    .strictObject({
      /** Working days before the last practical day on which a review is best booked, so that it can still be moved. */
      slackWorkingDays: z.int().min(0).max(40),
      /** How long a meeting takes unless said otherwise, in minutes. */
      meetingMinutes: z.int().min(15).max(480),
      /** Working days in which a review that was adjourned must be completed. CLK-REV-8. */
      adjournmentWorkingDays: z.int().min(1).max(40),
    })
    .default({ slackWorkingDays: 5, meetingMinutes: 60, adjournmentWorkingDays: 20 }),
  /** The reasons to choose from where a review is late. */
  lateReasons: z
    .array(z.string().min(1))
    .min(1)
    .default([
      'The officer was absent',
      'The care plan or assessment was not ready',
      'The service was told late',
      'Wrong data',
      'Pressure of work',
      'The child or family asked for it',
      'Other',
    ]),
  /** Days before a review by which its invitations go out. CLK-PRE-1. */
  inviteDaysBefore: z.int().min(1).max(120).default(42),
  /** When no text or email goes to a child, in local time. */
  quietHours: z.strictObject({ from: timeOfDay, to: timeOfDay }).default({ from: '20:00', to: '08:00' }),
  /** Residents aged 0 to 17 by reporting year (`2022-23`), with the estimate they come from. */
  population: z
    .record(z.string().regex(/^\d{4}-\d{2}$/), z.strictObject({ value: z.int().positive(), source: z.string().min(1) }))
    .default({}),
})

/** An authority's settings, complete: its own where it has any, the defaults elsewhere. */
export type Settings = z.infer<typeof settingsSchema>

/** The settings of an authority that has set none: the statutory defaults. */
export const defaultSettings: Settings = settingsSchema.parse({})

/** What an authority has set itself, before the defaults are filled in. */
export type OwnSettings = z.input<typeof settingsSchema>

/** What an authority sets itself where these are its settings: those that differ from the defaults. */
export function ownOf(settings: Settings): OwnSettings {
  const different = Object.entries(settings).filter(
    ([name, value]) => !isSame(value, Object.entries(defaultSettings).find(([other]) => other === name)?.[1]),
  )
  return ownSettingsSchema.parse(Object.fromEntries(different))
}

/** Whether two values of settings say the same, in whatever order their parts stand. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Own settings as they are, without the defaults. What is wrong with others, `settingsSchema` says in detail. */
export const ownSettingsSchema = z.custom<OwnSettings>((value) => settingsSchema.safeParse(value).success)

/** Named sets of local rules from published reports, to choose from; none is on by itself. */
export const presets: Readonly<Record<string, { label: string; settings: OwnSettings }>> = {
  blackpool: {
    label: 'Blackpool 2013-14: every new placement restarts the cycle of reviews, first within 20 working days',
    settings: {
      reviewAfterMove: {
        moves: 'every_new_placement',
        workingDays: 20,
        restartsCycle: true,
        source: 'Blackpool IRO annual report 2013-14, 6.7',
        countsForTimeliness: false,
      },
      ageBands: 'five_to_ten',
    },
  },
  cheshireEast: {
    label: 'Cheshire East 2023-24: caseloads of 50 to 60',
    settings: {
      caseload: {
        guide: { from: 50, to: 60 },
        weights: {
          lookedAfter: 1,
          adoption: 1,
          shortBreaks: 0.5,
          careLeaver: 0.5,
          supervisionOrder: 0.25,
          privateFostering: 0.25,
        },
      },
    },
  },
  leicester: {
    label: 'Leicester 2020-21: a review within 20 working days of an emergency move',
    settings: {
      reviewAfterMove: {
        moves: 'emergency',
        workingDays: 20,
        restartsCycle: false,
        source: 'Leicester IRO annual report 2020-21, appendix 1',
        countsForTimeliness: false,
      },
    },
  },
}

import * as z from 'zod'
import { timeLimitsPage } from '../children/settings.ts'
import { wholeNumber } from '../settings/field.ts'
import type { Settings } from '../settings/settings.ts'
import { type Preset, type SettingsPage, setting } from '../settings/setting.ts'
import type { Heading } from './domain/record.ts'
import { EASY_READ_TEMPLATE, LETTER_TEMPLATE, placeholders } from './domain/letters/template.ts'

/** Whether the IRO checks reports and plan some days before each review. CLK-PRE-3; off unless chosen. */
export const checkBeforeSetting = setting({
  key: 'checkBeforeReview',
  schema: z
    .strictObject({ isAsked: z.boolean(), workingDays: z.int().min(1).max(10) })
    .default({ isAsked: false, workingDays: 2 }),
  page: timeLimitsPage,
  order: 60,
  heading: 'Check of reports and plan before a review',
  fields: [
    { at: ['isAsked'], kind: 'yes_no', label: 'Must the IRO check reports and plan before each review?' },
    wholeNumber('How long before the review', 'working days', { at: ['workingDays'] }),
  ],
})

/** Whether the care plan is to be updated some days after each review. CLK-REC-5; off unless chosen. */
export const planUpdatedSetting = setting({
  key: 'planUpdatedAfterReview',
  schema: z
    .strictObject({ isAsked: z.boolean(), workingDays: z.int().min(1).max(40) })
    .default({ isAsked: false, workingDays: 10 }),
  page: timeLimitsPage,
  order: 65,
  heading: 'Care plan after a review',
  fields: [
    { at: ['isAsked'], kind: 'yes_no', label: 'Must the care plan be updated after each review?' },
    wholeNumber('Time to update it', 'working days', { at: ['workingDays'] }),
  ],
})

/** The record of a review and the letters after it. */
export const recordsPage: SettingsPage = {
  name: 'records',
  title: 'Records and letters',
  summary: 'The headings of a review’s record, the letter to the child, and the words to take care with.',
  order: 40,
}

const HEADING = /^\s*([a-z][a-z0-9_]{0,59})\s*:\s*(\S.{0,119})$/

/** The headings of a record as they are typed: `health: Health`, one on each line. The default is after Blackpool 2013-14, appendix 3. */
export const headingsSetting = setting({
  key: 'recordHeadings',
  schema: z
    .array(z.string().regex(HEADING, 'is no heading like “health: Health”: a key in small letters, a colon, the words'))
    .min(1)
    .default([
      'background: Background and why the child is looked after',
      'care_planning: The care plan',
      'permanence: Permanence',
      'placement: Where the child lives',
      'leisure: Hobbies and free time',
      'health: Health',
      'education: Education',
      'contact: Seeing family and friends',
      'identity: Identity',
      'safeguarding: Keeping safe',
      'child_views: What the child says and wants',
      'legal_rights: Legal position and rights',
      'parents_views: What the parents say',
      'other_issues: Other matters',
      'disagreements: What was not agreed',
    ]),
  page: recordsPage,
  order: 10,
  heading: 'Headings of the record',
  fields: [
    {
      kind: 'lines',
      label: 'Headings, one on each line',
      hint: 'A key, a colon, and the words that people read: “health: Health”. Files use the key, so keep it when you change the words.',
    },
  ],
  refused: (lines) => {
    const keys = lines.map((line) => HEADING.exec(line)?.[1] ?? '')
    const twice = keys.find((key, at) => keys.indexOf(key) !== at)
    return twice === undefined ? null : { at: [], text: `has the key ${twice} twice` }
  },
})

/** The headings of an authority’s records, in their order. */
export const headingsOf = (settings: Settings): readonly Heading[] =>
  headingsSetting.of(settings).flatMap((line) => {
    const [, key, label] = HEADING.exec(line) ?? []
    return key === undefined || label === undefined ? [] : [{ key, label: label.trim() }]
  })

/** What stands in the letter to the child, and in its easy-read version, before the IRO writes in it. */
export const letterTemplatesSetting = setting({
  key: 'childLetterTemplates',
  schema: z
    .strictObject({ letter: z.string().min(1).max(10_000), easyRead: z.string().min(1).max(10_000) })
    .default({ letter: LETTER_TEMPLATE, easyRead: EASY_READ_TEMPLATE }),
  page: recordsPage,
  order: 20,
  heading: 'The letter to the child',
  fields: [
    {
      at: ['letter'],
      kind: 'text',
      isOptional: false,
      isLong: true,
      label: 'Letter',
      hint: `These are filled in for each review: ${placeholders.join(', ')}. Each decision for the child stands where you write {decisions}.`,
    },
    { at: ['easyRead'], kind: 'text', isOptional: false, isLong: true, label: 'Easy read, one idea on each line' },
  ],
  refused: ({ letter, easyRead }) => {
    if (!letter.includes('{decisions}')) return { at: ['letter'], text: 'does not say where the decisions stand: write {decisions}' } // prettier-ignore
    return easyRead.includes('{decisions}') ? null : { at: ['easyRead'], text: 'does not say where the decisions stand: write {decisions}' } // prettier-ignore
  },
})

/** What a person is told to look at before a letter leaves. */
export const letterChecksSetting = setting({
  key: 'childLetterChecks',
  schema: z
    .strictObject({
      sensitiveWords: z.array(z.string().min(2).max(60)),
      mayBeNamed: z.array(z.string().min(2).max(120)),
    })
    .default({
      sensitiveWords: [
        'abuse', 'abused', 'abusive', 'addict', 'addiction', 'adopted', 'adoption', 'alcohol', 'arrest', 'arrested', 'assault', 'bail',
        'cannabis', 'charged', 'cocaine', 'conviction', 'county lines', 'court', 'crime', 'criminal', 'CSE', 'custody',
        'deported', 'depression', 'diagnosis', 'disclosure', 'domestic', 'drugs', 'drunk', 'exploitation', 'exploited',
        'grooming', 'heroin', 'HIV', 'injunction', 'jail', 'LAC', 'mental health', 'neglect', 'offence', 'overdose', 'paternity',
        'police', 'pregnant', 'prison', 'rape', 'risk assessment', 'self-harm', 'sex', 'sexual', 'suicidal', 'suicide', 'trafficked',
        'violence', 'violent',
      ],
      mayBeNamed: [],
    }), // prettier-ignore
  page: recordsPage,
  order: 30,
  heading: 'Look at before a letter leaves',
  fields: [
    { at: ['sensitiveWords'], kind: 'lines', label: 'Words to take care with, one on each line' },
    {
      at: ['mayBeNamed'],
      kind: 'lines',
      isOptional: true,
      label: 'People who may be named in letters, one on each line',
      hint: 'The child and the IRO may always be named. Everyone else is listed for the IRO before the letter leaves.',
    },
  ],
})

/** Placements that a review looks at more closely, by their codes. CLK-OVR-5; `capabilities` 1.4, placement scrutiny. */
export const watchedAtReviewSetting = setting({
  key: 'placementsWatchedAtReviews',
  schema: z
    .array(z.string().regex(/^[A-Z]\d{1,2}$/, 'is no code of a placement like Z1'))
    .default(['H5', 'P1', 'P2', 'R5', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14']),
  page: recordsPage,
  order: 40,
  heading: 'Placements that a review looks at more closely',
  fields: [
    {
      kind: 'lines',
      isOptional: true,
      label: 'Codes of placements in the return, one on each line',
      hint: 'The record then asks whether the placement is right for the child, and why.',
    },
  ],
})

/** What a child may choose to talk about at a review that they chair. */
export const agendaCardsSetting = setting({
  key: 'agendaCards',
  schema: z
    .array(z.string().min(2).max(80))
    .min(1)
    .default([
      'How I am',
      'Where I live',
      'Seeing my family',
      'My friends',
      'School or college',
      'My health',
      'What I like to do',
      'What worries me',
      'What I want to change',
      'My future',
    ]),
  page: recordsPage,
  order: 50,
  heading: 'Prompt cards of a child who chairs',
  fields: [{ kind: 'lines', label: 'What a child may put on the agenda, one on each line' }],
})

/** The settings of this room. */
export const recordingSettings = [
  watchedAtReviewSetting,
  agendaCardsSetting,
  checkBeforeSetting,
  planUpdatedSetting,
  headingsSetting,
  letterTemplatesSetting,
  letterChecksSetting,
]

/** Named sets of local rules on reviews and their records. */
export const recordingPresets: readonly Preset[] = [
  {
    name: 'leicester',
    label: 'Leicester 2020-21: the IRO checks reports and plan 2 working days before each review',
    settings: checkBeforeSetting.as({ isAsked: true, workingDays: 2 }),
  },
  {
    name: 'signs-of-safety',
    label: 'Signs of Safety: the record asks what works well, what people worry about, and what needs to happen',
    settings: headingsSetting.as([
      'child_views: What the child says and wants',
      'working_well: What is working well',
      'worries: What people are worried about',
      'care_planning: What needs to happen: the care plan',
      'permanence: A lasting home',
      'safeguarding: Keeping safe',
      'contact: The family and others who matter',
      'parents_views: What the parents say',
      'legal_rights: Legal position and rights',
      'disagreements: What was not agreed',
    ]),
  },
  {
    name: 'letter-headings',
    label:
      'Westminster 2022-23: the record is written as a letter: how things are, what people worry about, what happens next',
    settings: headingsSetting.as([
      'child_views: What you told us',
      'working_well: How well you are doing',
      'worries: What people are worried about',
      'care_planning: What happens next',
      'permanence: Where you will live',
      'legal_rights: Your rights',
      'disagreements: What was not agreed',
    ]),
  },
]

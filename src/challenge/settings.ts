import * as z from 'zod'
import type { FieldOfSetting } from '../settings/field.ts'
import { type SettingsPage, setting } from '../settings/setting.ts'
import { MOST_STAGES, type Protocol, inPlaceOf, protocolSchema, whyNoProtocol } from './domain/protocol.ts'

/** How challenges are made. */
export const challengePage: SettingsPage = {
  name: 'challenge',
  title: 'Challenge',
  summary: 'The stages of the authority’s protocol for challenges, who answers in each and by when, and the grounds.',
  order: 45,
  isOfRules: true,
}

/** Slots that are shown empty after those in use, so that stages can be added. */
const SLOTS_TO_ADD = 2
const SLOTS_AT_FIRST = 4

/** The fields of the stages: those in use, and a few to add. */
function stageFields(used: number): FieldOfSetting[] {
  const shown = Math.min(MOST_STAGES, Math.max(SLOTS_AT_FIRST, used + SLOTS_TO_ADD))
  return Array.from({ length: shown }, (_, index) => index + 1).flatMap((number): FieldOfSetting[] => {
    const slot = `stage${number}`
    const part = { isOptional: true, isAbsentWhenBlank: true, insteadOfDefault: '' } as const
    const missing = 'a stage needs its name and its key'
    return [
      { ...part, at: [slot, 'label'], kind: 'text', label: `Stage ${number}: what it is called`, missing },
      {
        ...part,
        at: [slot, 'key'],
        kind: 'text',
        label: `Stage ${number}: its key in files`,
        isForFiles: true,
        hint: 'Small letters, figures and _, like formal_1. Keep it when you change the name: records refer to it.',
        missing,
      },
      { ...part, at: [slot, 'owner'], kind: 'text', label: `Stage ${number}: who answers` },
      {
        ...part,
        at: [slot, 'workingDays'],
        kind: 'number',
        isWhole: true,
        unit: 'working days',
        label: `Stage ${number}: time to answer`,
        hint: 'Leave it blank where the protocol gives no number.',
      },
    ]
  })
}

const PROTOCOL = 'challengeProtocol'

const slotsUsed = (protocol: Protocol): number =>
  Object.keys(protocol).filter((name) => name.startsWith('stage')).length

/** The protocol of an authority. CLK-DRP-1, CLK-DRP-3. */
export const protocolSetting = setting({
  key: PROTOCOL,
  schema: protocolSchema,
  page: challengePage,
  order: 10,
  heading: 'Protocol',
  fields: ({ set }) => {
    const used = set.map((settings) => {
      const read = protocolSchema.safeParse(settings[PROTOCOL])
      return read.success ? slotsUsed(read.data) : 0
    })
    return [
      {
        at: ['rule', 'source'],
        kind: 'text',
        isOptional: true,
        label: 'Whose protocol it is',
        hint: 'Deadlines name it as their source.',
      },
      {
        at: ['rule', 'overallWorkingDays'],
        kind: 'number',
        isWhole: true,
        isOptional: true,
        unit: 'working days',
        label: 'Time for the whole of it',
        hint: 'Guidance allows at most 20. Leave it blank only where the protocol is for disputes outside that guidance.',
      },
      {
        at: ['rule', 'startsAt'],
        kind: 'choice',
        label: 'Where the time for the whole of it starts',
        choices: {
          formal_raised: 'With the formal stage',
          informal_raised: 'When the challenge is raised, the informal stage included',
        },
      },
      {
        at: ['rule', 'firstFormal'],
        kind: 'number',
        isWhole: true,
        label: 'Which stage is the first formal one, by its number',
      },
      {
        at: ['rule', 'cafcass'],
        kind: 'number',
        isWhole: true,
        isOptional: true,
        label: 'Which stage is the referral to Cafcass, by its number',
        hint: 'It is open at any time, without a reason. Leave it blank where the protocol has none.',
      },
      {
        at: ['rule', 'from'],
        kind: 'text',
        isOptional: true,
        isAbsentWhenBlank: true,
        label: 'From which day it is followed',
        hint: 'Like 2026-04-01. To change the protocol, enter the day from which the new one holds: challenges raised before keep the older one. Leave it blank to follow it for all.',
      },
      ...stageFields(Math.max(0, ...used)),
    ]
  },
  refused: whyNoProtocol,
  replacing: inPlaceOf,
})

/** The grounds from which challenges are chosen; others can be typed. CLK-DRP-6 (Blackpool’s grounds). */
export const groundsSetting = setting({
  key: 'challengeGrounds',
  schema: z
    .array(z.string().trim().min(1).max(120))
    .min(1)
    .max(40)
    .default([
      'Plan changed outside a review',
      'Social work visits late',
      'Social work report late or missing',
      'Personal education plan late',
      'Health assessment late',
      'Pathway plan or personal adviser late',
      'No permanence plan by the second review',
      'Seeing family unresolved',
      'Care plan not up to date',
      'Decisions of a review not carried out',
    ]),
  page: challengePage,
  order: 20,
  heading: 'Grounds',
  fields: [{ kind: 'lines', label: 'What challenges are about', hint: 'One a line.' }],
})

/** The settings of this room. */
export const challengeSettings = [protocolSetting, groundsSetting]

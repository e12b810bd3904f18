import * as z from 'zod'
import { type ProcedureFrame, procedureWorkflow } from '../../workflows/procedure.ts'
import { procedureSchema } from '../../workflows/procedureSchema.ts'
import type { Workflow } from '../../workflows/workflow.ts'
import { type PlainDate, date, isBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { challengeDeadlines } from './kinds.ts'

/** The most stages that a protocol may have. */
export const MOST_STAGES = 8

/** The time that guidance allows for the whole of a challenge: IRO Handbook, chapter 6 (CLK-DRP-1). */
export const OVERALL_WORKING_DAYS = 20

const text = z.string().trim().max(120)

const stage = z
  .strictObject({
    label: text.min(1),
    /** The name under which rows keep it. */
    key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'is small letters, figures and _, and begins with a letter'),
    /** Who is to answer in it; left out for nobody by name. */
    owner: text.optional(),
    /** Left out where the protocol gives no number. */
    workingDays: z.int().min(1).max(60).optional(),
  })
  .optional()

const isDay = (typed: string): boolean => {
  try {
    date(typed)
    return true
  } catch {
    return false
  }
}

const parts = {
  rule: z.strictObject({
    /** Whose it is, for the explanation of its dates. */
    source: z.string().max(300),
    /** The limit for the whole; left out for none. */
    overallWorkingDays: z.int().min(1).max(60).optional(),
    /** Where the overall limit starts: CLK-DRP-1. */
    startsAt: z.enum(['informal_raised', 'formal_raised']),
    /** The number of the first formal stage. */
    firstFormal: z.int().min(1).max(MOST_STAGES),
    /** The number of the stage in which it is referred to Cafcass. */
    cafcass: z.int().min(1).max(MOST_STAGES).optional(),
    /** The day from which challenges follow it, `2026-04-01`; left out for all. */
    from: z.string().refine(isDay, 'is a day like 2026-04-01').optional(),
  }),
  stage1: stage,
  stage2: stage,
  stage3: stage,
  stage4: stage,
  stage5: stage,
  stage6: stage,
  stage7: stage,
  stage8: stage,
}

/** How many older protocols are kept: challenges raised under them follow them to their end. */
const MOST_EARLIER = 40

const guidance = {
  source: '',
  overallWorkingDays: OVERALL_WORKING_DAYS,
  startsAt: 'formal_raised',
  firstFormal: 2,
} as const

/** An authority's protocol for challenges, as settings keep it: stages in numbered places, and rules over all of them. */
export const protocolSchema = z
  .strictObject({
    ...parts,
    /** Those that it took the place of, each for challenges raised before the next began; in their order. */
    earlier: z.array(z.strictObject(parts)).max(MOST_EARLIER).optional(),
  })
  .default({ rule: guidance })

/** An authority's protocol, as it is set. Without stages, none is chosen. */
export type Protocol = z.infer<typeof protocolSchema>
type Slot = Exclude<keyof Protocol, 'rule' | 'earlier'>

const SLOTS: readonly Slot[] = ['stage1', 'stage2', 'stage3', 'stage4', 'stage5', 'stage6', 'stage7', 'stage8']

/** A stage of a protocol in force. */
export interface ProtocolStage {
  key: string
  label: string
  owner: string
  workingDays: number | null
  isFormal: boolean
  /** Whether coming to it is a referral to Cafcass. */
  isCafcass: boolean
}

/** A protocol that challenges follow. */
export interface ChosenProtocol {
  source: string
  overallWorkingDays: number | null
  startsAt: Protocol['rule']['startsAt']
  /** In their order; there is at least one. */
  stages: readonly ProtocolStage[]
  /** The procedure as the workflow engine runs it: its stages, their limits and what may follow. */
  workflow: Workflow
}

const ofSetting = rememberedFor(
  (protocol: Protocol): { chosen: ChosenProtocol } | { problem: string; at: readonly string[] } | null => {
    const { rule } = protocol
    const filled = SLOTS.map((slot) => protocol[slot])
    const last = filled.findLastIndex((one) => one !== undefined)
    if (last === -1) return null
    const gap = filled.findIndex((one, index) => one === undefined && index < last)
    if (gap !== -1) return { at: [`stage${gap + 1}`, 'label'], problem: 'is blank though there is a stage after it' }
    if (rule.firstFormal > last + 1)
      return { at: ['rule', 'firstFormal'], problem: `is more than the number of stages, ${last + 1}` }
    if (rule.cafcass !== undefined && rule.cafcass > last + 1)
      return { at: ['rule', 'cafcass'], problem: `is more than the number of stages, ${last + 1}` }
    if (rule.cafcass !== undefined && rule.cafcass <= rule.firstFormal)
      return { at: ['rule', 'cafcass'], problem: 'must come after the first formal stage' }
    const stages = filled.slice(0, last + 1).flatMap((one, index): ProtocolStage[] =>
      one
        ? [
            {
              key: one.key,
              label: one.label,
              owner: one.owner ?? '',
              workingDays: one.workingDays ?? null,
              isFormal: index + 1 >= rule.firstFormal,
              isCafcass: index + 1 === rule.cafcass,
            },
          ]
        : [],
    )
    const read = procedureOf(rule, stages)
    if (!read.success) {
      const [issue] = read.error.issues
      const [list, index] = issue?.path ?? []
      const at = list === 'stages' ? [`stage${Number(index) + 1}`, 'key'] : ['rule', 'overallWorkingDays']
      return { at, problem: issue?.message ?? 'can not work' }
    }
    // The overall limit is a clock of its own: where it starts depends on how the challenge was made (CLK-DRP-1).
    const workflow = procedureWorkflow({ ...read.data, overall: null }, frame)
    const overallWorkingDays = rule.overallWorkingDays ?? null
    return { chosen: { source: rule.source, overallWorkingDays, startsAt: rule.startsAt, stages, workflow } }
  },
)

const schema = procedureSchema({ mostStages: MOST_STAGES, longestLimit: 60, reserved: ['resolved', 'withdrawn'] })

function procedureOf(rule: Protocol['rule'], stages: readonly ProtocolStage[]) {
  const workingDays = (amount: number) => ({ amount, unit: 'working_days' as const })
  const from = rule.startsAt === 'informal_raised' ? stages[0] : stages.find(({ isFormal }) => isFormal)
  const procedure: z.input<typeof schema> = {
    source: rule.source === '' ? 'The authority’s own protocol' : rule.source,
    stages: stages.map((one) => ({
      key: one.key,
      label: one.label,
      owner: one.owner,
      limit: one.workingDays === null ? null : workingDays(one.workingDays),
      isStart: !one.isCafcass,
      isOpenAtAnyTime: one.isCafcass,
      endsOverall: one.isCafcass,
    })),
    overall:
      rule.overallWorkingDays === undefined ? null : { limit: workingDays(rule.overallWorkingDays), from: from?.key ?? '' }, // prettier-ignore
  }
  return schema.safeParse(procedure)
}

/** What the product fixes of every protocol: how it ends, and what skipping a stage needs. */
const frame: ProcedureFrame = {
  name: 'challenge',
  label: 'Challenge',
  moving: { needsToSkip: [{ fact: 'why', label: 'a reason why a stage was skipped (skipped_why)' }] },
  endings: {
    resolved: { state: 'Resolved', step: { label: 'Resolve', event: 'its resolution' } },
    withdrawn: { state: 'Withdrawn', step: { label: 'Withdraw', event: 'its withdrawal' } },
  },
  clocks: {
    kind: challengeDeadlines,
    stage: { id: 'CLK-DRP-3', title: 'Answer to a challenge', confidence: 'local practice' },
    overall: { id: 'CLK-DRP-1', title: 'End of a challenge', confidence: 'likely' },
  },
}

/** Why settings make no protocol that could work, in words that follow the field's name; null where they do, or make none. */
export function whyNoProtocol(protocol: Protocol): { at: readonly string[]; text: string } | null {
  const read = ofSetting(protocol)
  return read && 'problem' in read ? { at: read.at, text: read.problem } : null
}

/** The protocol of the authority; null where none is chosen, or what is set can't work. */
export function chosenProtocol(protocol: Protocol): ChosenProtocol | null {
  const read = ofSetting(protocol)
  return read && 'chosen' in read ? read.chosen : null
}

/** What was set for challenges raised on a day: the latest that had begun by then; null where none had. */
function setOn(protocol: Protocol, raisedOn: PlainDate): Protocol | null {
  const hasBegun = ({ rule: { from } }: Protocol) => from === undefined || !isBefore(raisedOn, date(from))
  return hasBegun(protocol) ? protocol : ((protocol.earlier ?? []).findLast(hasBegun) ?? null)
}

/** The protocol that a challenge raised on a day follows to its end, whatever is set later; null for none. */
export function protocolFor(protocol: Protocol, raisedOn: PlainDate): ChosenProtocol | null {
  const set = setOn(protocol, raisedOn)
  return set && chosenProtocol(set)
}

/** The rule on the whole of a challenge raised on a day: that of guidance where nothing was set for it. */
export const ruleFor = (protocol: Protocol, raisedOn: PlainDate): Protocol['rule'] =>
  setOn(protocol, raisedOn)?.rule ?? guidance

/**
 * A protocol as it takes the place of another: where it begins on a later day, the other stays for the challenges raised
 * before. One without a day of its own holds for all, so that nothing earlier is left.
 */
export function inPlaceOf(before: Protocol, after: Protocol): Protocol {
  const { from } = after.rule
  const { earlier = [], ...last } = before
  const kept = [...earlier, ...(chosenProtocol(before) ? [last] : [])].filter(
    ({ rule }) => from !== undefined && (rule.from ?? '') < from,
  )
  const alone = { ...after }
  delete alone.earlier
  return kept.length === 0 ? alone : { ...alone, earlier: kept.slice(-MOST_EARLIER) }
}

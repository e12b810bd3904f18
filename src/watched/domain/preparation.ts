import { birthday } from '../../calendar/age.ts'
import { periodOn } from '../../children/domain/history.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addMonths, compareDates, isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type PreparationStep, type PreparationStepFact, preparationSteps } from '../registers/preparationSteps.ts'

/** By which age a step is done: years and months. The two of the law are at 16 and 3 months (CLK-CPI-7); the others are usual. */
const ages: readonly { step: PreparationStep; years: number; months: number; isLaw?: true }[] = [
  { step: 'ADVISER', years: 16, months: 0 },
  { step: 'NATIONAL_INSURANCE', years: 16, months: 0 },
  { step: 'NEEDS_ASSESSMENT', years: 16, months: 3, isLaw: true },
  { step: 'PATHWAY_PLAN', years: 16, months: 3, isLaw: true },
  { step: 'BANK_ACCOUNT', years: 16, months: 6 },
  { step: 'ENTITLEMENTS', years: 17, months: 0 },
  { step: 'IDENTITY', years: 17, months: 0 },
  { step: 'EDUCATION', years: 17, months: 3 },
  { step: 'HOME', years: 17, months: 6 },
  { step: 'MONEY', years: 17, months: 10 },
  { step: 'HEALTH_SUMMARY', years: 17, months: 11 },
  { step: 'RATING', years: 17, months: 11 },
]

/** A step of a young person's preparation, by when, and whether it is done. */
export interface PreparedStep {
  step: PreparationStep
  /** The day by which it is done, worked out from the birthday. */
  by: PlainDate
  /** The age at that day: `16 and 3 months`. */
  atAge: { years: number; months: number }
  /** Whether the law asks for it by then. */
  isLaw: boolean
  done: PreparationStepFact | null
  isLate: boolean
}

const byChild = rememberedFor((rows: readonly PreparationStepFact[]) => Map.groupBy(rows, ({ child }) => child))

/** The checklist of a young person born on a day, in the order of its days. */
export function checklistOf(world: World, child: string, bornOn: PlainDate): PreparedStep[] {
  const own = byChild(recordsOf(world, preparationSteps)).get(child) ?? []
  return ages
    .map(({ step, years, months, isLaw }): PreparedStep => {
      const by = addMonths(birthday(bornOn, years), months)
      const done = own.find((one) => one.step === step && isOnOrBefore(one.on, world.asAt)) ?? null
      return {
        step,
        by,
        atAge: { years, months },
        isLaw: isLaw === true,
        done,
        isLate: done === null && isBefore(by, world.asAt),
      }
    })
    .sort((a, b) => compareDates(a.by, b.by))
}

/** A young person of 16 or 17 who is looked after, and the checklist. */
export interface BeingPrepared {
  child: string
  bornOn: PlainDate
  eighteenOn: PlainDate
  steps: readonly PreparedStep[]
}

/** Those of 16 and 17 who are looked after on the day of the world, those who leave soonest first. */
export const beingPrepared = rememberedFor((world: World): readonly BeingPrepared[] =>
  world.histories
    .flatMap((history): BeingPrepared[] => {
      const { child, bornOn } = history.record
      if (!bornOn || !periodOn(history, world.asAt)) return []
      const eighteenOn = birthday(bornOn, 18)
      if (isAfter(birthday(bornOn, 16), world.asAt) || isOnOrBefore(eighteenOn, world.asAt)) return []
      return [{ child, bornOn, eighteenOn, steps: checklistOf(world, child, bornOn) }]
    })
    .sort((a, b) => compareDates(a.eighteenOn, b.eighteenOn) || a.child.localeCompare(b.child)),
)

import { type PlainDate, addDays, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import type { Stay } from './outline.ts'
import type { PathwayName } from './pathways.ts'
import type { Random } from './random.ts'

/** From this day on the child is looked after under this legal status (LS). */
export interface LegalStep {
  on: PlainDate
  status: string
}

/**
 * The legal statuses of a stay in their order: police protection and emergency protection orders within the days
 * that the law gives them, interim and full care orders, the placement order, accommodation by agreement.
 */
export function legalSteps(stay: Stay, random: Random): LegalStep[] {
  const steps = stepsOf(stay, random)
  return steps.filter((step, index) => index === 0 || isBefore(step.on, stay.to))
}

function stepsOf(stay: Stay, random: Random): LegalStep[] {
  switch (stay.pathway) {
    case 'adoption':
    case 'proceedings':
    case 'long_term':
      return courtSteps(stay, random)
    case 'agreement':
    case 'unaccompanied':
      return [{ on: stay.from, status: 'V2' }]
    case 'teenager': {
      const agreed = { on: stay.from, status: 'V2' }
      if (!random.isTrue(0.1)) return [agreed]
      return [agreed, ...proceedings(addDays(stay.from, random.between(30, 200)), random)]
    }
    case 'remand':
      return [{ on: stay.from, status: 'J1' }]
    case 'short_breaks':
      return [{ on: stay.from, status: random.weighted({ V3: 30, V4: 70 }) }]
  }
}

const openings: Readonly<Record<'police' | 'emergency' | 'agreement' | 'interim', number>> =
  { police: 14, emergency: 12, agreement: 26, interim: 48 } // prettier-ignore

function courtSteps(stay: Stay, random: Random): LegalStep[] {
  const steps: LegalStep[] = []
  let on = stay.from
  const beginWith = (status: string, days: number): void => {
    steps.push({ on, status })
    on = addDays(on, days)
  }
  const opening = random.weighted(openings)
  if (opening === 'police') beginWith('L1', random.between(1, 3))
  if (opening === 'emergency' || (opening === 'police' && random.isTrue(0.5))) beginWith('L2', random.between(5, 8))
  if (opening === 'agreement') beginWith('V2', random.between(15, mostDaysByAgreement(stay.pathway)))
  const orders = stay.adoption ? adoptionOrders(on, stay.adoption, random) : proceedings(on, random)
  return [...steps, ...orders]
}

// An adoption's placement order comes by day 150 at the earliest, and an interim order before it.
const mostDaysByAgreement = (pathway: PathwayName): number => (pathway === 'adoption' ? 60 : 160)

/** An interim care order, and the full order when the proceedings are over: 26 weeks if all goes well. */
function proceedings(on: PlainDate, random: Random): LegalStep[] {
  return [
    { on, status: 'C1' },
    { on: addDays(on, random.between(150, 420)), status: 'C2' },
  ]
}

function adoptionOrders(on: PlainDate, adoption: NonNullable<Stay['adoption']>, random: Random): LegalStep[] {
  const orders: LegalStep[] = [{ on, status: 'C1' }]
  const fullOrder = addDays(adoption.orderedOn, -random.between(1, 40))
  if (random.isTrue(0.4)) orders.push({ on: fullOrder, status: 'C2' })
  orders.push({ on: adoption.orderedOn, status: 'E1' })
  if (adoption.reversed) orders.push({ on: adoption.reversed.on, status: 'C2' })
  return orders
}

/** The legal status that holds on a day; blank before the first. */
export function statusOn(day: PlainDate, legal: readonly LegalStep[]): string {
  return legal.findLast((step) => isOnOrBefore(step.on, day))?.status ?? ''
}

import { ageOn } from '../../../calendar/age.ts'
import type { contacts } from '../../../participation/registers/contacts.ts'
import type { childrenRegister } from '../../../children/registers/children.ts'
import type { family } from '../../../children/registers/family.ts'
import { compareDates, daysBetween, isAfter, isOnOrAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { Life, MadeUpEpisode, PeriodOfCare } from '../life.ts'
import { type Random, randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import { addressOf, familyNameOf, firstNameOf, fullName, lastName, mobileNumber, socialWorkerName } from './names.ts'

type ContactRow = RowOf<typeof contacts>

const FAMILY_NAME = 310
const CONTACTS = 311
const PRONOUNS = 315

/** The period of care that a child is in. */
export const periodNow = (life: Life, { today }: Pick<Span, 'today'>): PeriodOfCare | null =>
  life.periods.find(({ from, to }) => isOnOrBefore(from, today) && isAfter(to, today)) ?? null

const isPlacedIn = (pattern: RegExp, episode: MadeUpEpisode | undefined): boolean =>
  episode !== undefined && pattern.test(episode.placementType)

/** Brothers and sisters have one family name. */
const surnameOf = ({ seeds, ethnicity }: Life): string =>
  familyNameOf(ethnicity, randomOf(...seeds.slice(0, 2), FAMILY_NAME))

const fatherName = ({ ethnicity }: Life, random: Random): string =>
  `${firstNameOf('male', ethnicity, random)} ${familyNameOf(ethnicity, random)}`

const pronounsOf = { female: 'she/her', male: 'he/him' } as const

/** The name that a child goes by: the first that those around the child are made up with. */
export function childNameRow(life: Life): RowOf<typeof childrenRegister> {
  const random = randomOf(...life.seeds, CONTACTS)
  return {
    child: life.child,
    knownAs: firstNameOf(life.sex, life.ethnicity, random),
    familyName: surnameOf(life),
    pronouns: randomOf(...life.seeds, PRONOUNS).isTrue(0.3) ? pronounsOf[life.sex] : null,
  }
}

/** Those around a child who is looked after: the child, parents, carers, worker and school. */
export function contactRows(life: Life, span: Span): ContactRow[] {
  const period = periodNow(life, span)
  if (!period) return []
  const { today } = span
  const age = ageOn(life.bornOn, today)
  const surname = surnameOf(life)
  const random = randomOf(...life.seeds, CONTACTS)
  const row = (contactRef: string, role: ContactRow['role'], name: string, more: Partial<ContactRow> = {}): ContactRow => ({
    child: life.child,
    contactRef,
    role,
    name,
    channel: 'EMAIL',
    email: addressOf(name, `.${life.child}`),
    phone: null,
    address: null,
    language: null,
    until: null,
    ...more,
  })
  const rows: ContactRow[] = []
  const name = `${firstNameOf(life.sex, life.ethnicity, random)} ${surname}`
  if (age >= 4) rows.push(row('child', 'CHILD', name, waysToReach(age, life, random)))
  if (!life.unaccompanied) {
    const parent = { phone: mobileNumber(random), channel: random.weighted({ EMAIL: 5, TEXT: 4, LETTER: 1 }) }
    const home = { address: `${random.between(1, 90)} Made-up Street; Hartsmere; ZZ1 1ZZ` }
    rows.push(row('mother', 'MOTHER', `${firstNameOf('female', life.ethnicity, random)} ${surname}`, { ...parent, ...home }))
    if (random.isTrue(0.6)) rows.push(row('father', 'FATHER', fatherName(life, random), { phone: mobileNumber(random) }))
  } else if (random.isTrue(0.7)) {
    rows.push(row('interpreter', 'INTERPRETER', fullName(random)))
  }
  const at = period.episodes.findLastIndex(({ from }) => isOnOrBefore(from, today))
  const carer = fullName(randomOf(...life.seeds, CONTACTS, period.from.year, at))
  if (!isPlacedIn(/^(?:P1|P2)$/, period.episodes[at])) rows.push(row('carer', 'CARER', carer))
  const worker = period.socialWorkers.findLast(({ from }) => isOnOrBefore(from, today))
  if (worker) {
    const workerName = socialWorkerName(worker.workerId, life.seeds[0] ?? 0)
    rows.push(row('social-worker', 'SOCIAL_WORKER', workerName, { email: addressOf(workerName) }))
  }
  if (age >= 4 && age < 18) rows.push(row('school', 'EDUCATION', `${lastName(random)} School`))
  if (random.isTrue(0.15)) rows.push(row('advocate', 'ADVOCATE', fullName(random)))
  return rows
} // prettier-ignore

/** The young hear by letter, those with a telephone by text; some need another language. */
function waysToReach(age: number, life: Life, random: Random): Partial<ContactRow> {
  const language = life.unaccompanied && random.isTrue(0.8) ? random.oneOf(['Arabic', 'Dari', 'Kurdish', 'Tigrinya']) : null
  if (age < 11) return { channel: 'LETTER', email: null, address: '1 Made-up Street; Hartsmere; ZZ1 1ZZ', language }
  return { channel: 'TEXT', email: null, phone: mobileNumber(random), language }
} // prettier-ignore

type Tie = RowOf<typeof family>

/** Brothers and sisters among those looked after within the span, and a looked-after mother with her baby. */
export function familyRows(lives: readonly Life[], span: Span): Tie[] {
  const inSpan = lives.filter((life) =>
    life.periods.some(({ from, to }) => isOnOrBefore(from, span.today) && isOnOrAfter(to, span.since)),
  )
  const families = Map.groupBy(inSpan, ({ seeds }) => String(seeds[1]))
  const siblings = [...families.values()].flatMap((members) =>
    members.flatMap(({ child }, index) =>
      members.slice(index + 1).map((other): Tie => ({ child, relative: other.child, kind: 'SIBLING', apartReason: null })),
    ),
  )
  return [...siblings, ...motherAndBaby(inSpan, span)]
} // prettier-ignore

/**
 * Of mothers and babies looked after today, the two whose days come closest: in the returns no baby names its mother.
 * Where no girl looked after is a mother by the returns, the oldest girl is: a service knows sooner than a return.
 */
function motherAndBaby(lives: readonly Life[], span: Span): Tie[] {
  const now = lives.filter((life) => periodNow(life, span) !== null)
  const girls = now
    .filter(({ sex, bornOn }) => sex === 'female' && ageOn(bornOn, span.today) >= 15)
    .sort((a, b) => compareDates(a.bornOn, b.bornOn))
  const told = girls.filter(({ becameMotherOn }) => becameMotherOn && isOnOrBefore(becameMotherOn, span.today))
  const mothers = told.length > 0 ? told : girls.slice(0, 1)
  const babies = now.filter(({ bornOn, unaccompanied }) => !unaccompanied && ageOn(bornOn, span.today) < 1)
  const pairs = mothers.flatMap((mother) =>
    babies.map((baby) => ({
      tie: { child: mother.child, relative: baby.child, kind: 'PARENT' as const, apartReason: null },
      days: Math.abs(daysBetween(mother.becameMotherOn ?? span.today, baby.bornOn)),
    })),
  )
  const [closest] = pairs.sort((a, b) => a.days - b.days)
  return closest ? [closest.tie] : []
}

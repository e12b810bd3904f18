import { ageOn } from '../../calendar/age.ts'
import { type LookedAfterChild, type World, lookedAfter } from '../../children/domain/world.ts'
import { isUnaccompaniedOn } from '../../children/domain/unaccompanied.ts'
import { officers } from '../../officers/registers/officers.ts'
import { childNamesIn } from '../../participation/domain/childNames.ts'
import { recordsOf } from '../../world/world.ts'

/** Something in a story by which somebody could be recognised. */
export interface Recognisable {
  /** As it stands in the story; empty where it is the story as a whole. */
  quote: string
  why: string
}

/** Details that fit fewer children than this could be anybody's who knows one of them. */
const FEWEST_ALIKE = 6

/**
 * By what somebody could be recognised in a story: names, ids, dates, places, the child's own age, and details that
 * together fit few children. It finds what can be looked up; a person who knows the children still has to read it.
 */
export function recognisableIn(story: string, child: string | null, world: World): Recognisable[] {
  return [
    ...namesOf(story, child, world),
    ...idsIn(story, world),
    ...patternsIn(story),
    ...ageIn(story, child, world),
    ...fewAlike(story, world),
  ]
}

const WORD = (text: string): RegExp => new RegExp(`(?<![\\p{L}\\d])${escaped(text)}(?![\\p{L}\\d])`, 'u') // prettier-ignore

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The quotation of a name in a story, or nothing. */
const found = (story: string, name: string): string[] => WORD(name).exec(story)?.slice(0, 1) ?? []

/** Every part of the child's own names, and the whole names of other children and of officers. */
function namesOf(story: string, child: string | null, world: World): Recognisable[] {
  const names = childNamesIn(world.registers)
  const own = child === null ? [] : (names.get(child)?.all ?? [])
  const ownParts = [...new Set(own.flatMap((name) => name.split(/\s+/)).filter((part) => part.length > 2))]
  const others = [...names].filter(([id]) => id !== child).flatMap(([, { all }]) => all.filter((name) => name.includes(' '))) // prettier-ignore
  const staff = recordsOf(world, officers).map(({ name }) => name)
  return [
    ...ownParts.flatMap((name) => found(story, name).map((quote) => ({ quote, why: 'It is a name of the child.' }))),
    ...[...new Set(others)].flatMap((name) => found(story, name).map((quote) => ({ quote, why: 'It is a name of a child.' }))), // prettier-ignore
    ...[...new Set(staff)].flatMap((name) => found(story, name).map((quote) => ({ quote, why: 'It is the name of an officer: say “the IRO”.' }))), // prettier-ignore
  ]
}

const idsIn = (story: string, { histories }: World): Recognisable[] =>
  histories.flatMap(({ record }) =>
    record.child.length < 4
      ? []
      : found(story, record.child).map((quote) => ({ quote, why: 'It is the identifier of a child.' })),
  )

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'

const PATTERNS: readonly { pattern: RegExp; why: string }[] = [
  { pattern: new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:${MONTHS})\\b(?: \\d{4})?|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b`, 'g'), why: 'A date can be looked up: say “in the spring”, or leave it out.' }, // prettier-ignore
  { pattern: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g, why: 'It is a postcode.' },
  { pattern: /\b[\w.+-]+@[\w-]+\.[\w.]+\b|\b0\d{9,10}\b/g, why: 'It is an address or a telephone number.' },
  { pattern: /\b(?:[A-Z][\p{L}’'-]+ ){1,3}(?:School|Academy|College|Nursery|Hospital|Hospice|Children’s Home|Road|Street|Lane|Close|Avenue)\b/gu, why: 'It names a place: say what kind of place it is.' }, // prettier-ignore
]

const patternsIn = (story: string): Recognisable[] =>
  PATTERNS.flatMap(({ pattern, why }) => [...story.matchAll(pattern)].map(([quote]) => ({ quote, why })))

const AGE =
  /\b(?:aged?|was|is|turned) (\d{1,2})\b(?! (?:days|weeks|months|working))|\b(\d{1,2})[ -]years?[ -]olds?\b/giu

const agesIn = (story: string): { quote: string; age: number }[] =>
  [...story.matchAll(AGE)].map(([quote, one, other]) => ({ quote, age: Number(one ?? other) }))

function ageIn(story: string, child: string | null, { histories, snapshotOn, year }: World): Recognisable[] {
  const bornOn = histories.find(({ record }) => record.child === child)?.record.bornOn
  if (!bornOn) return []
  const own = new Set([ageOn(bornOn, year.firstDay), ageOn(bornOn, snapshotOn)])
  return agesIn(story)
    .filter(({ age }) => own.has(age))
    .map(({ quote }) => ({ quote, why: 'It is the child’s own age in the year: change it.' }))
}

/** What a story may say of a child that the records know as well. */
const DETAILS: readonly {
  of: string
  says: RegExp
  fits: (child: LookedAfterChild, world: World) => boolean
}[] = [
  { of: 'a girl', says: /\b(?:girl|she|her|daughter|sister)\b/i, fits: ({ history }) => history.record.sex === 'female' }, // prettier-ignore
  { of: 'a boy', says: /\b(?:boy|he|him|his|son|brother)\b/i, fits: ({ history }) => history.record.sex === 'male' },
  { of: 'unaccompanied', says: /\b(?:unaccompanied|asylum)/i, fits: ({ history }, world) => isUnaccompaniedOn(history.record, world.snapshotOn) }, // prettier-ignore
  { of: 'a parent', says: /\b(?:pregnan\w*|her (?:own )?baby|young mother)\b/i, fits: ({ history }) => history.record.isMother }, // prettier-ignore
  { of: 'in a secure home', says: /\bsecure (?:home|unit|accommodation)\b/i, fits: ({ episode }) => /^K1/.test(episode.placementType) }, // prettier-ignore
  { of: 'in a children’s home', says: /\b(?:children’s home|residential)\b/i, fits: ({ episode }) => /^(?:K[12]|R1|S1)/.test(episode.placementType) }, // prettier-ignore
  { of: 'placed for adoption', says: /\badopt(?:ed|ion|ive|ers?)\b/i, fits: ({ episode }) => /^A[3-6]/.test(episode.placementType) }, // prettier-ignore
]

/** Details that each fit many children fit few together. Both sexes named, as of brother and sister, say neither. */
function fewAlike(story: string, world: World): Recognisable[] {
  const said = DETAILS.filter(({ says }) => says.test(story))
  const sexes = said.filter(({ of }) => of === 'a girl' || of === 'a boy')
  const details = sexes.length > 1 ? said.filter((detail) => !sexes.includes(detail)) : said
  const ages = [...new Set(agesIn(story).map(({ age }) => age))]
  const [age] = ages.length === 1 ? ages : []
  const named = [...details.map(({ of }) => of), ...(age === undefined ? [] : [`${age} years old`])]
  if (named.length < 2) return []
  const alike = lookedAfter(world).filter(
    (child) => details.every(({ fits }) => fits(child, world)) && (age === undefined || isOfAge(child, age, world)),
  ).length
  if (alike >= FEWEST_ALIKE) return []
  return [
    {
      quote: '',
      why: `What it tells of the child (${named.join(', ')}) together fits ${alike === 0 ? 'no child' : `only ${alike} of the children`} looked after now: ${alike === 0 ? 'make sure that it did not fit one in the year' : 'change or leave out one of these'}.`, // prettier-ignore
    },
  ]
}

const isOfAge = ({ history: { record } }: LookedAfterChild, age: number, { snapshotOn }: World): boolean =>
  record.bornOn !== null && ageOn(record.bornOn, snapshotOn) === age

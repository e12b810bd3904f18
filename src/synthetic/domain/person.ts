import { birthday } from '../../calendar/age.ts'
import { type PlainDate, addDays, daysBetween, isBefore } from '../../kernel/dates.ts'
import type { Life, PreviousPermanence, UnaccompaniedStatus } from './life.ts'
import type { ChildOutline } from './outline.ts'
import type { Random } from './random.ts'

// prettier-ignore
const ethnicities = {
  WBRI: 640, WOTH: 55, WIRI: 5, WIRT: 3, WROM: 10, MWBC: 45, MWBA: 18, MWAS: 20, MOTH: 35, AIND: 10, APKN: 42, ABAN: 15,
  AOTH: 20, BCRB: 20, BAFR: 32, BOTH: 10, CHNE: 2, OOTH: 10, REFU: 4, NOBT: 4,
}
const ethnicitiesOfUnaccompanied = { AOTH: 30, BAFR: 30, OOTH: 32, WOTH: 8 }

/** A family's ethnicity (ETHNIC). */
export const ethnicityOf = (random: Random): string => random.weighted(ethnicities)

/** What a child is, apart from care: sex, ethnicity, pupil number, own children, asylum, permanence before. */
export function personOf(
  { bornOn, stays }: ChildOutline,
  familyEthnicity: string,
  random: Random,
): Pick<Life, 'sex' | 'ethnicity' | 'upn' | 'becameMotherOn' | 'unaccompanied' | 'previousPermanence'> {
  const first = stays[0]
  const isUnaccompanied = first?.pathway === 'unaccompanied'
  const sex = random.isTrue(isUnaccompanied ? 0.93 : 0.53) ? 'male' : 'female'
  return {
    sex,
    ethnicity: isUnaccompanied ? random.weighted(ethnicitiesOfUnaccompanied) : familyEthnicity,
    upn: isUnaccompanied ? 'UN3' : pupilNumber(random),
    becameMotherOn: sex === 'female' && random.isTrue(0.04) ? motherhood(bornOn, random) : null,
    unaccompanied: isUnaccompanied ? asylum(first.from, bornOn, random) : null,
    previousPermanence: first ? permanenceBefore(first.from, bornOn, random) : noPermanenceBefore,
  }
}

/** A pupil number in the shape of real ones: a letter and twelve figures. */
function pupilNumber(random: Random): string {
  const figures =
    String(random.between(0, 999_999)).padStart(6, '0') + String(random.between(0, 999_999)).padStart(6, '0')
  return random.letterOf('ABCDEFGHJKLMNPQRTUVWXYZ') + figures
}

const motherhood = (bornOn: PlainDate, random: Random): PlainDate =>
  addDays(birthday(bornOn, 15), random.between(0, 3 * 365))

function asylum(arrivedOn: PlainDate, bornOn: PlainDate, random: Random): UnaccompaniedStatus {
  const grantedOn = addDays(arrivedOn, random.between(120, 700))
  const isGranted = random.isTrue(0.3) && isBefore(grantedOn, birthday(bornOn, 18))
  return { grantedOn: isGranted ? grantedOn : null }
}

const noPermanenceBefore: PreviousPermanence = { kind: 'Z1', authority: '', on: null, isDayKnown: false }

function permanenceBefore(careFrom: PlainDate, bornOn: PlainDate, random: Random): PreviousPermanence {
  const days = daysBetween(bornOn, careFrom)
  const kind = random.weighted({ Z1: 93, P1: 2, P2: 3, P3: 2 })
  if (kind === 'Z1' || days < 800) return noPermanenceBefore
  return {
    kind,
    authority: random.weighted({ 999: 90, WAL: 5, SCO: 5 }),
    on: addDays(bornOn, random.between(300, days - 100)),
    isDayKnown: random.isTrue(0.7),
  }
}

import { type Files, type Review, lookedAfter, periodOfReview, periodOn } from './care.ts'
import { type Counted, type Day, type Row, ageOn, plusDays, share, total } from './files.ts'

const text = (row: Row | undefined, column: string): string => row?.[column] ?? ''

/** Figures that the return gives, by id. */
export function countedInReturn(files: Files): Record<string, Counted> {
  const { first, last, periods } = files
  const inYear = (day: Day) => day >= first && day <= last
  const onLast = lookedAfter(files, last)
  const started = periods.filter(({ from }) => inYear(from))
  const ceased = periods.filter(({ to }) => inYear(to))
  const onFirst = lookedAfter(files, plusDays(first, -1))
  const childrenOf = (all: readonly { child: string }[]) => [...new Set(all.map(({ child }) => child))]
  const endedBy = ceased.map((period) => period.episodes.at(-1)?.ended ?? '')
  const isUnaccompanied = (child: string, on: Day) =>
    files.of('uasc').some((row) => text(row, 'CHILD') === child && (text(row, 'DUC') === '' || text(row, 'DUC') > on))
  const ageOf = (born: Day, on: Day) => (born === '' ? NaN : ageOn(born, on))
  const bornOf = (child: string) => text(files.header.get(child), 'DOB')
  const codeOf = (one: (typeof onLast)[number], column: string) => text(one.episode.reason, column)
  const startKey = ({ child, from }: (typeof started)[number]) => {
    const age = ageOf(bornOf(child), from)
    if (age < 6) return '0-5'
    if (age < 14) return '6-13'
    return isUnaccompanied(child, from) ? 'unaccompanied' : '14+'
  }
  const isFoster = (place: string) => /^(?:U[1-6]|Q[12])$/.test(place)
  return {
    'cla.count': total(onLast),
    'cla.count_at_start': total(onFirst),
    'cla.by_gender': total(onLast, ({ child }) => text(files.header.get(child), 'SEX')),
    'cla.by_ethnicity': { value: onLast.length },
    'cla.by_legal_status': total(onLast, (one) => codeOf(one, 'LS')),
    'cla.by_need': total(onLast, (one) => codeOf(one, 'CIN')),
    'cla.by_placement': total(onLast, (one) => codeOf(one, 'PLACE')),
    'cla.by_provider': total(onLast, (one) => codeOf(one, 'PLACE_PROVIDER')),
    'cla.by_age': total(onLast, ({ born }) => bandOf(ageOf(born, last))),
    'cla.uasc': total(onLast.filter(({ child }) => isUnaccompanied(child, last))),
    'cla.foster_share': share(onLast, ({ episode }) => isFoster(episode.place)),
    'cla.own_provision_share': share(onLast, (one) => codeOf(one, 'PLACE_PROVIDER') === 'PR1'),
    'cla.started': total(childrenOf(started)),
    'cla.started_periods': total(started),
    'cla.started_by_age': total(started, startKey),
    'cla.ceased': total(childrenOf(ceased)),
    'cla.ceased_periods': total(ceased),
    'cla.ceased_by_reason': total(endedBy, (reason) => reason),
    'cla.adoptions': total(childrenOf(ceased.filter((_, index) => ['E11', 'E12'].includes(endedBy[index] ?? '')))),
    'cla.sgos': total(childrenOf(ceased.filter((_, index) => /^E4[3-8]$/.test(endedBy[index] ?? '')))),
    'cla.any_in_year': total([...new Set([...childrenOf(onFirst), ...childrenOf(started)])]),
    ...ofReviews(files),
    ...ofHealth(files),
    ...ofMissing(files),
    ...ofCareLeavers(files),
  }
}

function bandOf(age: number): string {
  if (age < 1) return 'under 1'
  if (age < 5) return '1 to 4'
  if (age < 10) return '5 to 9'
  return age < 16 ? '10 to 15' : '16 and over'
}

/** A code that fits the age on the day: PN0 under 4, PN1 to PN7 from the fourth birthday. */
const codeFits = (files: Files, { child, held, code }: Review): boolean =>
  /^PN[1-7]$/.test(code) && ageOn(text(files.header.get(child), 'DOB'), held) >= 4

function ofReviews(files: Files): Record<string, Counted> {
  const held = files.reviews.filter((one) => one.held >= files.first && one.held <= files.last)
  const ofAge = held.filter((one) => codeFits(files, one))
  const views = ['PN1', 'PN2', 'PN3', 'PN5', 'PN6']
  const cohort = lookedAfter(files, files.last).filter(({ period }) => plusDays(period.from, 28) <= files.last)
  const ownReviews = (child: string) => ofAge.filter((one) => one.child === child)
  return {
    'reviews.held': total(held),
    'reviews.by_month': total(held, (one) => one.held.slice(0, 7)),
    'reviews.by_participation': total(held, ({ code }) => code),
    'reviews.participated': share(ofAge, ({ code }) => code !== 'PN7'),
    'reviews.attended': share(ofAge, ({ code }) => ['PN1', 'PN2', 'PN3', 'PN4'].includes(code)),
    'children.participated': share(
      cohort.filter(({ child }) => ownReviews(child).length > 0),
      ({ child }) => ownReviews(child).every(({ code }) => views.includes(code)),
    ),
  }
}

/** Children looked after for a year: all of the year's end but those who started after its first day. */
export const forAYear = (files: Files): ReturnType<typeof lookedAfter> =>
  lookedAfter(files, files.last).filter(({ period }) => period.from <= files.first)

function ofHealth(files: Files): Record<string, Counted> {
  const rows = new Map(files.of('oc2').map((row) => [text(row, 'CHILD'), row]))
  const all = forAYear(files)
  const recorded = (column: string, of = all) => {
    const known = of.filter(({ child }) => text(rows.get(child), column) !== '')
    return share(known, ({ child }) => text(rows.get(child), column) === '1')
  }
  const forSdq = all.filter(({ born }) => ageOn(born, files.first) >= 4 && ageOn(born, files.last) < 17)
  const scored = forSdq.filter(({ child }) => text(rows.get(child), 'SDQ_SCORE') !== '')
  const score = ({ child }: { child: string }) => Number(text(rows.get(child), 'SDQ_SCORE'))
  return {
    'health.assessment_current': recorded('HEALTH_ASSESSMENT'),
    'health.dental_current': recorded('TEETH_CHECK'),
    'health.immunisations': recorded('IMMUNISATIONS'),
    'health.substance_misuse': recorded('SUBSTANCE_MISUSE'),
    'health.development_check_under_5': recorded(
      'HEALTH_CHECK',
      all.filter(({ born }) => ageOn(born, files.last) < 5),
    ),
    'health.sdq_bands': total(scored, (one) =>
      score(one) < 14 ? 'normal' : score(one) < 17 ? 'borderline' : 'concern',
    ),
    'health.sdq_healthy': share(scored, (one) => score(one) < 14),
  }
}

function ofMissing(files: Files): Record<string, Counted> {
  const rows = files
    .of('missing')
    .filter((row) => text(row, 'MISSING') === 'M')
    .filter((row) => text(row, 'MIS_START') >= files.first && text(row, 'MIS_START') <= files.last)
    .filter((row) => periodOn(files, text(row, 'CHILD'), text(row, 'MIS_START')) !== undefined)
  return {
    'missing.episodes': total(rows),
    'missing.children': total([...new Set(rows.map((row) => text(row, 'CHILD')))]),
  }
}

function ofCareLeavers(files: Files): Record<string, Counted> {
  const rows = files.of('oc3').filter((row) => /^[FPG]\d?/.test(text(row, 'ACTIV')))
  return {
    'education.eet': share(rows, (row) => /^[FP]/.test(text(row, 'ACTIV'))),
    'education.neet': share(rows, (row) => text(row, 'ACTIV').startsWith('G')),
  }
}

/** Which review of its period of care each was: the first is 1. */
export function placesOf(files: Files): Map<Review, number> {
  const places = new Map<Review, number>()
  const before = new Map<unknown, number>()
  for (const review of files.reviews) {
    const period = periodOfReview(files, review)
    const place = (before.get(period) ?? 0) + 1
    before.set(period, place)
    places.set(review, place)
  }
  return places
}

import { ageOn, birthday } from '../../calendar/age.ts'
import { type PlainDate, date, isOnOrAfter, isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import type { TableName } from '../../returns/ssda903/tables.ts'
import { adoptionRow, placedForAdoptionRows } from './adoptionRows.ts'
import { careLeaverRow } from './careLeaverRow.ts'
import { healthRow } from './healthRow.ts'
import type { Life, MadeUpEpisode, MadeUpReview } from './life.ts'
import { type ReturnScope, cellIfKnown, cellOf, isListed } from './scope.ts'

/** A child's rows in one return: cells in the order of `tables`, dates DD/MM/YYYY, blank cells `''`. */
export type ChildRows = Partial<Record<TableName, string[][]>>

/** What the return says of this child; null where it does not name the child. */
export function childRowsOf(life: Life, scope: ReturnScope): ChildRows | null {
  const isInCare = isInCareDuring(life, scope)
  const careLeaver = careLeaverRow(life, scope)
  if (!isInCare && !careLeaver) return null
  const episodes = [...life.shortBreaks, ...life.periods.flatMap((period) => period.episodes)]
  return {
    Header: [headerRow(life, scope, isInCare)],
    Episodes: episodes
      .filter((episode) => isListed(episode.from, endOf(episode), scope))
      .map((episode) => episodeRow(life.child, episode, scope)),
    OC3: careLeaver ? [careLeaver] : [],
    ...(isInCare ? rowsOfCare(life, scope) : {}),
  }
}

/** Whether the child was in care, or had a short break, on any day of the year so far. */
function isInCareDuring(life: Life, scope: ReturnScope): boolean {
  const inYear: ReturnScope = { ...scope, history: 'year_only' }
  return (
    life.periods.some((period) => isListed(period.from, period.to, inYear)) ||
    life.shortBreaks.some((stay) => isListed(stay.from, endOf(stay), inYear))
  )
}

/** What is asked of children in care in the year, and of nobody else. */
function rowsOfCare(life: Life, scope: ReturnScope): ChildRows {
  const born = cellOf(life.bornOn)
  return {
    Reviews: life.periods
      .flatMap((period) => period.reviews)
      .filter((review) => isListed(review.heldOn, review.heldOn, scope) && isWrittenUp(review, scope))
      .map((review) => [life.child, born, cellOf(review.heldOn), review.participation]),
    UASC: unaccompaniedRows(life, scope),
    OC2: healthRow(life, scope),
    AD1: adoptionRow(life, scope),
    PlacedAdoption: placedForAdoptionRows(life, scope),
    PrevPerm: previousPermanenceRows(life, scope),
    Missing: life.absences
      .filter((absence) => isListed(absence.from, absence.to ?? absence.from, scope))
      .map((absence) => [life.child, born, absence.kind, cellOf(absence.from), cellIfKnown(absence.to, scope)]),
  }
}

// Lives are known to their end: no episode in them is open.
const endOf = (episode: MadeUpEpisode): PlainDate => episode.to ?? episode.from

/** The return of a year that is over is made when all its reviews are written up; an extract within the year is not. */
const isWrittenUp = (review: MadeUpReview, scope: ReturnScope): boolean =>
  isOnOrBefore(review.recordedOn, scope.knownOn) || isSameDay(scope.knownOn, scope.year.lastDay)

/** SEX was 1 and 2 until 2023-24. */
const sexCode = (sex: Life['sex'], scope: ReturnScope): string =>
  scope.year.startYear < 2024 ? { male: '1', female: '2' }[sex] : { male: 'M', female: 'F' }[sex]

function headerRow(life: Life, scope: ReturnScope, isInCare: boolean): string[] {
  const isAtSchool = life.upn.startsWith('UN') || ageOn(life.bornOn, scope.year.lastDay) >= 5
  const isMother = life.becameMotherOn !== null && isOnOrBefore(life.becameMotherOn, scope.knownOn)
  return [
    life.child,
    sexCode(life.sex, scope),
    cellOf(life.bornOn),
    life.ethnicity,
    isAtSchool ? life.upn : 'UN1',
    life.sex === 'male' || !isInCare ? '' : isMother ? '1' : '0',
    isInCare && isMother ? cellOf(life.becameMotherOn) : '',
  ]
}

function episodeRow(child: string, episode: MadeUpEpisode, scope: ReturnScope): string[] {
  const hasEnded = isOnOrBefore(endOf(episode), scope.knownOn)
  // Supported accommodation was H5 until it came to be registered in October 2023.
  const isBeforeRegistration = episode.placementType === 'K3' && scope.year.startYear < 2024
  return [
    child,
    cellOf(episode.from),
    episode.reasonForNewEpisode,
    episode.legalStatus,
    episode.categoryOfNeed,
    isBeforeRegistration ? 'H5' : episode.placementType,
    episode.provider,
    hasEnded ? cellOf(episode.to) : '',
    hasEnded ? episode.reasonCeased : '',
    hasEnded ? episode.reasonPlacementChanged : '',
    episode.homePostcode,
    episode.placementPostcode,
    isBeforeRegistration ? '' : episode.urn,
  ]
}

function unaccompaniedRows(life: Life, scope: ReturnScope): string[][] {
  if (!life.unaccompanied) return []
  const { grantedOn, isBirthdayStated } = life.unaccompanied
  const eighteenth = birthday(life.bornOn, 18)
  const isGranted = grantedOn !== null && isOnOrBefore(grantedOn, scope.knownOn)
  if (!isListed(life.bornOn, isGranted ? grantedOn : eighteenth, scope)) return []
  const hasEnd = isGranted || isBirthdayStated || isOnOrBefore(eighteenth, scope.knownOn)
  const end = isGranted ? grantedOn : eighteenth
  return [[life.child, sexCode(life.sex, scope), cellOf(life.bornOn), hasEnd ? cellOf(end) : '']]
}

/** Asked of those who came into care since then. */
const PERMANENCE_ASKED_FROM = date('2016-04-01')

function previousPermanenceRows(life: Life, scope: ReturnScope): string[][] {
  const current = life.periods.findLast((period) => isOnOrBefore(period.from, scope.knownOn))
  if (!current || !isOnOrAfter(current.from, PERMANENCE_ASKED_FROM)) return []
  const { kind, authority, on, isDayKnown } = life.previousPermanence
  const day = isDayKnown ? cellOf(on) : cellOf(on).replace(/^\d\d/, 'zz')
  return [[life.child, cellOf(life.bornOn), kind, authority, day]]
}

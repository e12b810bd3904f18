import { ageOn, birthday } from '../../calendar/age.ts'
import { type PlainDate, date, earlierOf, isBefore, isOnOrBefore, isSameDay, isWithin } from '../../kernel/dates.ts'
import type { TableName } from '../../returns/ssda903/tables.ts'
import { adoptionRow, placedForAdoptionRows } from './adoptionRows.ts'
import { careLeaverRow } from './careLeaverRow.ts'
import { healthRow } from './healthRow.ts'
import type { Life, MadeUpEpisode, MadeUpReview } from './life.ts'
import { type ReturnScope, cellIfKnown, cellOf, isListed } from './scope.ts'
import { socialWorkerRows } from './socialWorkers.ts'

/** A child's rows in one return: cells in the order of `tables`, dates DD/MM/YYYY, blank cells `''`. */
export type ChildRows = Partial<Record<TableName, string[][]>>

/** What the return says of this child; null where it does not name the child. */
export function childRowsOf(life: Life, scope: ReturnScope): ChildRows | null {
  const isLookedAfter = isListedAny(life.periods, scope)
  const isInCare = isLookedAfter || isListedAny(life.shortBreaks, scope)
  const careLeaver = careLeaverRow(life, scope)
  if (!isInCare && !careLeaver) return null
  const episodes = [...life.shortBreaks, ...life.periods.flatMap((period) => period.episodes)]
  return {
    Header: [headerRow(life, scope, isLookedAfter)],
    Episodes: episodes
      .filter((episode) => isListed(episode.from, endOf(episode), scope))
      .map((episode) => episodeRow(life.child, episode, scope)),
    OC3: careLeaver ? [careLeaver] : [],
    ...(isInCare ? rowsOfCare(life, scope) : {}),
  }
}

/** Whether any of these lasted into the year so far. */
function isListedAny(stays: readonly { from: PlainDate; to: PlainDate | null }[], scope: ReturnScope): boolean {
  const inYear: ReturnScope = { ...scope, history: 'year_only' }
  return stays.some(({ from, to }) => isListed(from, to ?? from, inYear))
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
    SWEpisodes: socialWorkerRows(life, scope),
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

/** Whether something happened before care ended for good, and before the return was made. */
function isKnownOfInCare(on: PlainDate, life: Life, scope: ReturnScope): boolean {
  const careEnds = life.periods.findLast((period) => isOnOrBefore(period.from, scope.knownOn))?.to
  return careEnds !== undefined && isOnOrBefore(on, careEnds) && isOnOrBefore(on, scope.knownOn)
}

function headerRow(life: Life, scope: ReturnScope, isLookedAfter: boolean): string[] {
  const isAtSchool = life.upn.startsWith('UN') || ageOn(life.bornOn, scope.year.lastDay) >= 5
  const isMother = life.becameMotherOn !== null && isKnownOfInCare(life.becameMotherOn, life, scope)
  return [
    life.child,
    sexCode(life.sex, scope),
    cellOf(life.bornOn),
    life.ethnicity,
    isAtSchool ? life.upn : 'UN1',
    life.sex === 'male' || !isLookedAfter ? '' : isMother ? '1' : '0',
    isLookedAfter && isMother ? cellOf(life.becameMotherOn) : '',
  ]
}

/** From here on it has a number of Ofsted's; its code changed from H5 to K3 with the return of 2024-25. */
const SUPPORTED_ACCOMMODATION_REGISTERED = date('2023-10-28')

function episodeRow(child: string, episode: MadeUpEpisode, scope: ReturnScope): string[] {
  const hasEnded = isOnOrBefore(endOf(episode), scope.knownOn)
  const isSupported = episode.placementType === 'K3'
  const wasOverByRegistration = isBefore(earlierOf(endOf(episode), scope.knownOn), SUPPORTED_ACCOMMODATION_REGISTERED)
  return [
    child,
    cellOf(episode.from),
    episode.reasonForNewEpisode,
    episode.legalStatus,
    episode.categoryOfNeed,
    isSupported && scope.year.startYear < 2024 ? 'H5' : episode.placementType,
    episode.provider,
    hasEnded ? cellOf(episode.to) : '',
    hasEnded ? episode.reasonCeased : '',
    hasEnded ? episode.reasonPlacementChanged : '',
    episode.homePostcode,
    episode.placementPostcode,
    isSupported && wasOverByRegistration ? '' : episode.urn,
  ]
}

function unaccompaniedRows(life: Life, scope: ReturnScope): string[][] {
  if (!life.unaccompanied) return []
  const { grantedOn } = life.unaccompanied
  const isGranted = grantedOn !== null && isOnOrBefore(grantedOn, scope.knownOn)
  // Until then the status is known to end with the 18th birthday (rule 205B).
  const end = isGranted ? grantedOn : birthday(life.bornOn, 18)
  if (!isListed(life.bornOn, end, scope)) return []
  return [[life.child, sexCode(life.sex, scope), cellOf(life.bornOn), cellOf(end)]]
}

/** Asked of those who came into care since then. */
const PERMANENCE_ASKED_FROM = date('2016-04-01')

function previousPermanenceRows(life: Life, scope: ReturnScope): string[][] {
  const starts = [...life.periods, ...life.shortBreaks].map(({ from }) => from)
  const isAsked = starts.some((from) => isWithin(from, PERMANENCE_ASKED_FROM, scope.knownOn))
  if (!isAsked) return []
  const { kind, authority, on, isDayKnown } = life.previousPermanence
  const day = isDayKnown ? cellOf(on) : cellOf(on).replace(/^\d\d/, 'zz')
  return [[life.child, cellOf(life.bornOn), kind, authority, day]]
}

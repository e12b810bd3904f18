import { ageOn } from '../../calendar/age.ts'
import { labelIn, placementGroup, placementGroups } from '../../children/domain/codes.ts'
import { periodOn } from '../../children/domain/history.ts'
import { placementOn } from '../../children/domain/placements.ts'
import { START_UNKNOWN, isStartUnknown } from '../../children/domain/start.ts'
import { watchedRowsOf } from '../../children/domain/watched.ts'
import { type World, historyOf, isAdultOn } from '../../children/domain/world.ts'
import { people } from '../../children/registers/people.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { childNamesIn } from '../../participation/domain/childNames.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { found } from '../domain/search.ts'

/** What is typed into a search. */
export const searchForm = formOf({ q: lineField({ most: 100 }) })

/** More than anyone reads: who finds as many types more. */
const MOST_OF_A_KIND = 50

/** What a search found that the user may see, the best first. */
export interface Found {
  children: readonly string[]
  officers: readonly { officerId: string; name: string }[]
  reviews: readonly { reviewRef: string; child: string }[]
}

/**
 * What is found in a world, as the user may see it. `isOpen`: which of the kinds besides children the user may open.
 */
export function searched(world: World, typed: string, isOpen: { officers: boolean; reviews: boolean }): Found {
  const names = childNamesIn(world.registers)
  const ids = new Set([
    ...world.histories.map(({ record }) => record.child),
    ...recordsOf(world, people).map(({ child }) => child),
    ...names.keys(),
  ])
  const children = [...ids].map((id) => ({ id, names: names.get(id)?.all ?? [] }))
  const inOffice = isOpen.officers
    ? recordsOf(world, officers).map((officer) => ({ ...officer, id: officer.officerId, names: [officer.name] }))
    : []
  const ofReviews = isOpen.reviews
    ? recordsOf(world, reviews).map(({ reviewRef, child }) => ({ reviewRef, child, id: reviewRef, names: [] }))
    : []
  return {
    children: found(children, typed).map(({ id }) => id),
    officers: found(inOffice, typed).slice(0, MOST_OF_A_KIND),
    reviews: found(ofReviews, typed).slice(0, MOST_OF_A_KIND),
  }
}

/** All that search.njk shows. `found` null: nothing has been searched for yet. */
export function searchPage(
  world: World,
  typed: string,
  found: Found | null,
  { code, csrfToken }: { code: string; csrfToken: string },
) {
  return {
    title: 'Search',
    action: authorityPath(code, 'search'),
    csrfToken,
    typed,
    hasSearched: found !== null,
    summary: found === null ? '' : summaryOf(found),
    children: (found?.children ?? []).slice(0, MOST_OF_A_KIND).map((child) => childRow(world, child, code)),
    officers: (found?.officers ?? []).map(({ officerId, name }) => ({
      name,
      href: authorityPath(code, 'caseload', 'of', officerId),
    })),
    reviews: (found?.reviews ?? []).map(({ reviewRef, child }) => ({
      reviewRef,
      child,
      href: authorityPath(code, 'reviews', reviewRef),
    })),
  }
}

function summaryOf({ children, officers: inOffice, reviews: ofReviews }: Found): string {
  const most = children.length > MOST_OF_A_KIND ? `, of whom the first ${MOST_OF_A_KIND} are shown` : ''
  const parts = [
    ...(children.length > 0 ? [`${counted(children.length, 'child', 'children')}${most}`] : []),
    ...(inOffice.length > 0 ? [counted(inOffice.length, 'IRO')] : []),
    ...(ofReviews.length > 0 ? [counted(ofReviews.length, 'review')] : []),
  ]
  return parts.join('; ')
}

function childRow(world: World, child: string, code: string) {
  const history = historyOf(world, child)
  const bornOn = history?.record.bornOn ?? watchedRowsOf(world, child).find((row) => row.bornOn !== null)?.bornOn
  const period = history && !isAdultOn(history.record, world.asAt) ? periodOn(history, world.asAt) : null
  const placement = period && placementOn(period.placements, world.asAt)
  return {
    child,
    href: authorityPath(code, 'children', child),
    age: bornOn ? `aged ${ageOn(bornOn, world.asAt)}` : 'age not known',
    bornOn: bornOn ? longDate(bornOn) : '',
    lives: placement
      ? labelIn(placementGroups, placementGroup(placement.type, placement.provider))
      : history && isStartUnknown(history)
        ? START_UNKNOWN
        : 'Not looked after now',
  }
}

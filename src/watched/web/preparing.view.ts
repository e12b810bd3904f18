import type { World } from '../../children/domain/world.ts'
import { addDays, addMonths, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { childPagePath } from '../../oversight/web/childPage.ts'
import { beingPrepared } from '../domain/preparation.ts'
import { readiness } from '../registers/preparationSteps.ts'
import { preparationPage, stepWords } from './preparation.page.ts'
import { watchedPath } from './paths.ts'
import { tabsOf } from './lists.view.ts'

/**
 * All that preparing.njk shows: who is 16 or 17 and looked after, and how far each is prepared. A line leads to the checklist,
 * or for users who may not write to it to the child.
 */
export function preparingPage(world: World, page: number, code: string, mayWrite: boolean) {
  const all = beingPrepared(world)
  const shown = pageOf([...all], page, (number) => withQuery(watchedPath(code, 'preparing'), { page: number }), ['young person', 'young people']) // prettier-ignore
  return {
    title: 'Preparing to leave care',
    tabs: tabsOf(code, 'preparing'),
    asAt: longDate(world.asAt),
    rows: shown.items.map(({ child, eighteenOn, steps }) => {
      const late = steps.filter(({ isLate }) => isLate)
      const next = steps.find(({ done }) => done === null)
      const rating = steps.find(({ step }) => step === 'RATING')?.done?.rating ?? null
      return {
        child,
        href: mayWrite ? childPagePath(code, child, preparationPage) : authorityPath(code, 'children', child),
        eighteen: longDate(eighteenOn),
        done: `${steps.filter(({ done }) => done !== null).length} of ${steps.length}`,
        late: late.length === 0 ? '' : `${counted(late.length, 'step')} late`,
        next: next ? `${stepWords(next.step)}, by ${longDate(next.by)}` : 'All is done',
        rating: rating ? readiness[rating] : '',
        isRatingDue: rating === null && isOnOrBefore(addDays(addMonths(eighteenOn, -1), -14), world.asAt),
      }
    }),
    children: shown.items.map(({ child }) => child),
    summary: shown.summary,
    pagination: shown.pagination,
  }
}

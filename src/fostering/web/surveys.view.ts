import { isInYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { isOnOrBefore } from '../../kernel/dates.ts'
import { sharePrinted } from '../../figures/print.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { recordsOf } from '../../world/world.ts'
import { fosterSurveys } from '../registers/fosterSurveys.ts'
import { fosteringPath } from './paths.ts'
import { fosteringTabs } from './tabs.ts'

const shareWords = (part: number, whole: number): string => {
  const share = sharePrinted(part, whole, 0)
  return share === null ? `${part} of ${whole}` : `${part} of ${whole} (${share})`
}

/** All that surveys.njk shows: how many surveys of carers came back this year, and how carers would rather meet. */
export function surveysPage(world: World, code: string) {
  const sent = recordsOf(world, fosterSurveys).filter(
    ({ sentOn }) => isInYear(sentOn, world.year) && isOnOrBefore(sentOn, world.asAt),
  )
  const returned = sent.filter(({ returnedOn }) => returnedOn !== null && isOnOrBefore(returnedOn, world.asAt))
  const saying = returned.filter(({ prefers }) => prefers !== null)
  return {
    title: 'Survey of carers',
    year: world.year.name,
    tabs: fosteringTabs(code, 'surveys'),
    householdsHref: fosteringPath(code),
    isAnySent: sent.length > 0,
    response: shareWords(returned.length, sent.length),
    table: {
      caption: 'How carers would rather meet',
      columns: ['How', 'Answers', 'Share of those that say'],
      rows: Object.entries(formats).map(([format, words]) => {
        const count = saying.filter(({ prefers }) => prefers === format).length
        return [words, String(count), shareWords(count, saying.length)]
      }),
    },
    comments: returned.flatMap(({ comment }) => comment ?? []).slice(-20),
  }
}

import type { Section } from '../section.ts'
import { measuresChart } from '../charts.ts'
import { type Shown, valued } from '../measure.ts'
import { inTheYear, paragraph, present, sinceYearBefore, yearNames } from '../phrases.ts'
import { agreeing, countText, numberText } from '../sentences.ts'
import { measuresTable } from '../measuresTable.ts'

const INTERVIEWS = 'missing.rhi_in_72h'
const FIGURES = ['missing.episodes', 'missing.children', 'missing.stage1', 'missing.stage2', INTERVIEWS]

export const missing: Section = {
  id: 'missing',
  place: 1200,
  title: 'Children who went missing',
  figures: FIGURES,
  prompt:
    'What the service did for children who go missing often: return interviews, strategy meetings, exploitation, and what their reviews changed.',
  write: (year) => {
    const [episodes, children] = [valued(year.now, 'missing.episodes'), valued(year.now, 'missing.children')]
    if (!episodes || !children) return paragraph('The return has no figures on children who went missing.')
    if (episodes.value === 0) {
      return [
        ...paragraph('No child is recorded as having gone missing in the year.', sinceYearBefore(year, episodes)),
        ...present(measuresTable(year, [INTERVIEWS], `Return interviews, ${yearNames(year)}`)),
      ]
    }
    return [
      ...paragraph(
        `${countText(children.value, 'child', 'children')} went missing ${inTheYear(year)}.`,
        sinceYearBefore(year, children),
        `There ${agreeing(episodes.value, 'was', 'were')} ${countText(episodes.value, 'episode')} of being missing.`,
        sinceYearBefore(year, episodes),
        often(valued(year.now, 'missing.stage1')?.value ?? null, valued(year.now, 'missing.stage2')?.value ?? null),
        children.value === 1
          ? ''
          : 'A few children who go missing often can make up most of the episodes, so the two numbers should be read together.',
      ),
      ...present(
        measuresChart(year, FIGURES.slice(0, 2), `Children who went missing, ${yearNames(year)}`),
        measuresTable(year, FIGURES, `Children missing from where they live, ${yearNames(year)}`),
      ),
    ]
  },
}

function often(stage1: Shown | null, stage2: Shown | null): string {
  if (stage1 === null || stage1 === 0) return ''
  return `${countText(stage1, 'child', 'children')} went missing five times or more within 90 days${nineTimes(stage1, stage2)}.`
}

/** How many of those who went missing five times did so nine times; nothing where none did. */
function nineTimes(stage1: Shown, stage2: Shown | null): string {
  if (stage2 === null || stage2 === 0) return ''
  if (stage1 === 1) return ', and nine times or more'
  return stage1 === stage2 && stage1 !== 'c'
    ? ', all of them nine times or more'
    : `, ${numberText(stage2)} of them nine times or more`
}

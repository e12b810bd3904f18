import { quarterOf } from '../../watched/domain/privateSummary.ts'
import { isInYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { sharePrinted } from '../../figures/print.ts'
import type { Permission } from '../../house/permission.ts'
import { addMonths, isBefore, isOnOrAfter, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { isIro } from '../domain/figures.ts'
import { type AuditFact, auditGrades, audits } from '../registers/audits.ts'
import { observations } from '../registers/observations.ts'
import { learningTabs } from './learning.view.ts'

const NOT_NAMED = 'Programme not recorded'

/** All that programmes.njk shows: the audits of the year by programme, whoever made them, and the share made by IROs. */
export function programmesPage(world: World, code: string, may: (permission: Permission) => boolean) {
  const inYear = recordsOf(world, audits).filter(({ on }) => isInYear(on, world.year) && isOnOrBefore(on, world.asAt))
  const byProgramme = Map.groupBy(inYear, ({ programme }) => programme ?? NOT_NAMED)
  const lines = [...byProgramme].sort(([a], [b]) => a.localeCompare(b)).map(([name, own]) => lineOf(name, own, world))
  return {
    title: 'Programmes of audits',
    year: world.year.name,
    tabs: learningTabs(code, 'programmes', may),
    table: {
      caption: 'Audits of the year by programme',
      columns: ['Programme', 'Audits', 'Made by IROs', ...Object.values(auditGrades), 'Not graded'],
      rows: inYear.length === 0 ? [] : [...lines, lineOf('All', inYear, world)],
    },
  }
}

function lineOf(name: string, own: readonly AuditFact[], world: World): string[] {
  const byIros = own.filter(({ auditor }) => isIro(auditor, world)).length
  const graded = (grade: AuditFact['grade']) => String(own.filter((audit) => audit.grade === grade).length)
  const share = sharePrinted(byIros, own.length, 1)
  const grades = (['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE'] as const).map(graded)
  return [name, String(own.length), `${byIros}${share ? ` (${share})` : ''}`, ...grades, graded(null)]
}

/** The themes of observations over the last four quarters. */
export function themesOf(world: World) {
  const now = quarterOf(world.asAt)
  const quarters = [-9, -6, -3, 0].map((months) => addMonths(now, months))
  const all = recordsOf(world, observations)
  const themes = [...new Set(all.flatMap((one) => one.themes))].sort((a, b) => a.localeCompare(b))
  const count = (theme: string, from: (typeof quarters)[number]) =>
    all.filter((one) => one.themes.includes(theme) && isOnOrAfter(one.on, from) && isBefore(one.on, addMonths(from, 3))).length // prettier-ignore
  return {
    caption: 'Themes over time',
    columns: ['Theme', ...quarters.map((from) => `From ${longDate(from)}`)],
    rows: themes.map((theme) => [theme, ...quarters.map((from) => String(count(theme, from)))]),
  }
}

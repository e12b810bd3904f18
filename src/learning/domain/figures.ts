import { isInYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { isOnOrBefore } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import { labelIn } from '../../children/domain/codes.ts'
import { recordsOf } from '../../world/world.ts'
import { type AuditFact, auditGrades, audits } from '../registers/audits.ts'

const AREA = 'Audits'
const SOURCE = 'Register of audits'

const inYear = (world: World): AuditFact[] | string =>
  recordsOf(world, audits).length === 0
    ? 'No register of audits is kept here.'
    : recordsOf(world, audits).filter(({ on }) => isInYear(on, world.year) && isOnOrBefore(on, world.asAt))

const record = (audit: AuditFact, more: Partial<FigureRecord> = {}): FigureRecord => ({
  child: audit.child ?? '',
  kind: 'audit',
  date: audit.on,
  due: null,
  counts: true,
  key: null,
  detail: () => ({
    Audit: audit.auditRef,
    Programme: audit.programme,
    Theme: audit.theme,
    Grade: audit.grade && auditGrades[audit.grade],
  }),
  ...more,
})

/** Records of the audits of the year, or why there are none. */
const records =
  (recordOf: (audit: AuditFact, world: World) => readonly FigureRecord[]) =>
  (world: World): readonly FigureRecord[] | string => {
    const found = inYear(world)
    return typeof found === 'string' ? found : found.flatMap((audit) => recordOf(audit, world))
  }

const grades = Object.keys(auditGrades).map((grade) => grade.toLowerCase())
const NOT_NAMED = 'not_recorded'

/** Audits of the year, their grades, and who audited. `kpi-definitions` section 9, quality and support, and 12. */
export const learningFigures: readonly Figure<World>[] = [
  {
    id: 'audits.count',
    area: AREA,
    label: 'Audits in the year',
    unit: 'count',
    definition: 'Audits whose day lies in the year, graded or not, by programme.',
    source: SOURCE,
    betterWhen: null,
    breakdown: { order: [], label: (key) => (key === NOT_NAMED ? 'Programme not recorded' : key) },
    records: records((audit) => [record(audit, { key: audit.programme ?? NOT_NAMED })]),
  },
  {
    id: 'audits.by_grade',
    area: AREA,
    label: 'Audits by grade',
    unit: 'count',
    definition: 'Audits of the year that were graded, by grade.',
    source: SOURCE,
    betterWhen: null,
    breakdown: { order: grades, label: (key) => labelIn(auditGrades, key.toUpperCase()) },
    records: records((audit) => (audit.grade ? [record(audit, { key: audit.grade.toLowerCase() })] : [])),
  },
  {
    id: 'audits.good_share',
    area: AREA,
    label: 'Audits graded good',
    unit: 'percent',
    definition: 'Of the audits of the year that were graded, those graded good; outstanding is another grade.',
    source: SOURCE,
    betterWhen: null,
    records: records((audit) => (audit.grade ? [record(audit, { counts: audit.grade === 'GOOD' })] : [])),
  },
  {
    id: 'audits.share_by_iros',
    area: AREA,
    label: 'Audits made by IROs',
    unit: 'percent',
    definition:
      'Of all audits of the year, those whose auditor is an officer in the role of IRO, conference chairs among them.',
    source: `${SOURCE}; register of officers`,
    betterWhen: null,
    records: records((audit, world) => [record(audit, { counts: isIro(audit.auditor, world) })]),
  },
]

/** Whether an auditor is an officer who reviews children. `kpi-definitions` 12. */
export const isIro = (auditor: string | null, world: World): boolean =>
  recordsOf(world, officers).some(
    ({ officerId, role }) => officerId === auditor && (role === 'IRO' || role === 'IRO_AND_CP_CHAIR'),
  )

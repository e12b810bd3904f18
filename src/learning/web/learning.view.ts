import { ageOn } from '../../calendar/age.ts'
import { historyOf, type World } from '../../children/domain/world.ts'
import type { Permission } from '../../house/permission.ts'
import { type PlainDate, compareDates, isBefore, longDate } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { recordsOf } from '../../world/world.ts'
import { type Drawn, auditBands, bandOf } from '../domain/sample.ts'
import { learningPermissions } from '../permissions.ts'
import { type AuditActionFact, auditActions } from '../registers/auditActions.ts'
import { type AuditFact, auditGrades, audits } from '../registers/audits.ts'

/** The address of a page of learning. */
export const learningPath = (code: string, ...parts: readonly string[]): string =>
  authorityPath(code, 'learning', ...parts)

/** The ways between the pages of learning, as the user may go them. */
export const learningTabs = (code: string, current: string, may: (permission: Permission) => boolean) =>
  [
    { id: 'audits', text: 'Audits', href: learningPath(code), permission: learningPermissions.readAudits },
    { id: 'sample', text: 'Draw a sample', href: learningPath(code, 'sample'), permission: learningPermissions.writeAudits },
    { id: 'observations', text: 'Observations', href: learningPath(code, 'observations'), permission: learningPermissions.readObservations },
    { id: 'programmes', text: 'Programmes', href: learningPath(code, 'programmes'), permission: learningPermissions.readAudits },
    { id: 'products', text: 'Learning products', href: learningPath(code, 'products'), permission: learningPermissions.readProducts },
  ]
    .filter(({ permission }) => may(permission))
    .map(({ id, text, href }) => ({ text, href, isCurrent: id === current })) // prettier-ignore

/** Who audited: someone of the service is named by their id, others by their name. */
const auditorName = (world: World, auditor: string): string =>
  recordsOf(world, officers).find(({ officerId }) => officerId === auditor)?.name ?? auditor

/** How many audits a page lists: the latest. */
const MOST_LISTED = 60

/** All that audits.njk shows. */
export function auditsPage(world: World, code: string, may: (permission: Permission) => boolean) {
  const day = world.asAt
  const all = recordsOf(world, audits).toSorted((a, b) => compareDates(b.on, a.on))
  const shown = all.slice(0, MOST_LISTED)
  const open = recordsOf(world, auditActions).filter(({ completedOn }) => completedOn === null)
  const rows = shown.map(({ auditRef, on, child, programme, theme, auditor, grade }) => ({
    href: learningPath(code, 'audits', auditRef),
    on: longDate(on),
    child,
    what: [theme, programme].filter(Boolean).join(', '),
    auditor: auditor === null ? '' : auditorName(world, auditor),
    grade: grade === null ? 'Not graded' : auditGrades[grade],
  }))
  return {
    title: 'Audits',
    tabs: learningTabs(code, 'audits', may),
    newHref: may(learningPermissions.writeAudits) ? learningPath(code, 'audits', 'new') : null,
    children: shown.flatMap(({ child }) => child ?? []),
    rows,
    more: all.length > shown.length ? `The latest ${shown.length} of ${all.length} audits are shown.` : '',
    actions: open
      .toSorted((a, b) => String(a.dueOn ?? '9').localeCompare(String(b.dueOn ?? '9')))
      .map((action) => actionRow(action, day, code)),
    bands: bandsOf(world, all),
  }
}

/** The audits by the age of their child on the day, each in one band. */
function bandsOf(world: World, all: readonly AuditFact[]) {
  const bands = all.flatMap(({ child, on }) => {
    const bornOn = child === null ? null : historyOf(world, child)?.record.bornOn
    return bornOn ? [bandOf(ageOn(bornOn, on))] : []
  })
  return auditBands.map((band) => ({ band, count: bands.filter((one) => one === band).length }))
}

const actionRow = ({ auditRef, number, text, owner, dueOn, completedOn }: AuditActionFact, day: PlainDate, code: string) => ({
  text,
  owner,
  due: dueOn === null ? 'No day is set' : longDate(dueOn),
  isLate: dueOn !== null && completedOn === null && isBefore(dueOn, day),
  doneOn: completedOn === null ? '' : longDate(completedOn),
  href: learningPath(code, 'audits', auditRef),
  action: learningPath(code, 'audits', auditRef, String(number)),
}) // prettier-ignore

/** All that sample.njk shows. */
export const samplePage = (
  drawn: readonly Drawn[],
  { seed, size, day }: { seed: string; size: number; day: PlainDate },
  code: string,
  may: (permission: Permission) => boolean,
) => ({
  title: 'Draw a sample',
  tabs: learningTabs(code, 'sample', may),
  action: learningPath(code, 'sample'),
  seed,
  size,
  day: longDate(day),
  rows: drawn.map(({ child, band }) => ({
    child,
    band: band ?? 'Age not known',
    href: withQuery(learningPath(code, 'audits', 'new'), { child }),
  })),
}) // prettier-ignore

/** All that audit.njk shows. */
export function auditPage(world: World, audit: AuditFact, code: string, mayWrite: boolean) {
  const own = recordsOf(world, auditActions).filter(({ auditRef }) => auditRef === audit.auditRef)
  return {
    title: `Audit of ${longDate(audit.on)}`,
    back: { href: learningPath(code), text: 'Audits' },
    child: audit.child,
    facts: [
      ['Theme', audit.theme ?? 'Not recorded'],
      ['Programme', audit.programme ?? 'Not recorded'],
      ['Auditor', audit.auditor === null ? 'Not recorded' : auditorName(world, audit.auditor)],
      ['Talked over', audit.discussedOn === null ? 'Not yet' : longDate(audit.discussedOn)],
      ['What came of it', audit.discussion ?? 'Not recorded'],
      ['Grade', audit.grade === null ? 'Not graded' : auditGrades[audit.grade]],
    ],
    actions: own.toSorted((a, b) => a.number - b.number).map((action) => actionRow(action, world.asAt, code)),
    discussAction: mayWrite ? learningPath(code, 'audits', audit.auditRef, 'discussion') : null,
    addAction: mayWrite ? learningPath(code, 'audits', audit.auditRef) : null,
  }
}

import type { ReportingYear } from '../../calendar/reportingYear.ts'
import { partsPrinted, rounded, valuePrinted } from '../../figures/print.ts'
import type { FigureRecord, FigureValue } from '../../figures/figure.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { Explained, FigureThenAndNow } from '../app/explaining.ts'
import type { Publication } from '../app/ports.ts'
import type { PublishedContent } from '../app/published.ts'
import { editionNames } from '../domain/edition.ts'
import { effectOf } from '../domain/published/differences.ts'

/** A figure's value with its parts, as people read it; `not available` where it has none. */
export function printedWithParts(value: FigureValue): string {
  if (value.value === null) return 'not available'
  const parts = partsPrinted(value)
  return `${valuePrinted(value.value, value.unit, value.decimals)}${parts === null ? '' : `, ${parts}`}`
}

const isOther = ({ then, now }: FigureThenAndNow): boolean =>
  then.value !== now.value ||
  then.numerator !== now.numerator ||
  then.denominator !== now.denominator ||
  JSON.stringify(then.breakdown) !== JSON.stringify(now.breakdown)

const formatOrder = ['html', 'pdf', 'docx', 'ods', 'tables', 'csv', 'json']

/** What was published, and what differs today. */
export function publishedPage(
  authority: { code: string; name: string },
  year: ReportingYear,
  publication: Publication,
  fingerprintOfRecords: string,
  figures: readonly FigureThenAndNow[],
  mayExplain: boolean,
) {
  const path = (...parts: string[]) =>
    authorityPath(authority.code, 'report', year.name, 'published', String(publication.number), ...parts)
  const others = figures.filter(isOther)
  const { knownAt, asAt, files } = publication
  return {
    title: `Annual report ${year.name}, edition ${publication.number}, as published`,
    back: { text: 'Review and publish', href: authorityPath(authority.code, 'report', year.name, 'publish') },
    facts: [
      { key: 'Published', value: `${momentInWords(publication.publishedAt)} by ${publication.by}` },
      { key: 'Figures up to', value: longDate(asAt) },
      { key: 'As known on', value: momentInWords(knownAt) },
      { key: 'Fingerprint of its figures', value: publication.fingerprint },
      { key: 'Fingerprint of the records', value: fingerprintOfRecords },
    ],
    command: `footprint figures --authority ${authority.code} --year ${year.name} --as-at ${asAt.toString()} --known-at ${knownAt.toString()} --format json`,
    figuresHref: path('download', 'figures'),
    editions: [...Map.groupBy(files, ({ edition }) => edition)].map(([edition, ofEdition]) => ({
      name: editionNames[edition],
      files: ofEdition
        .toSorted((a, b) => formatOrder.indexOf(a.format) - formatOrder.indexOf(b.format))
        .map((file) => ({
          text: file.name,
          href: path('download', edition, file.format),
          fingerprint: file.fingerprint,
        })),
    })),
    differing: others.map((one) => ({
      label: one.then.label,
      then: printedWithParts(one.then),
      now: printedWithParts(one.now),
      href: mayExplain ? path('figures', one.figure.id) : null,
    })),
    same: `${counted(figures.length - others.length, 'figure')} of ${figures.length} ${figures.length - others.length === 1 ? 'says' : 'say'} today what was published.`, // prettier-ignore
  }
}

const recordInWords = ({ date, due, counts }: FigureRecord): string =>
  `${longDate(date)}${due ? `, due ${longDate(due)}` : ''}, ${counts ? 'counts' : 'does not count'}`

/** `2 more`, `1 fewer`, `as many`. */
const moreOrFewer = (difference: number): string =>
  difference === 0 ? 'as many' : `${rounded(Math.abs(difference), 0)} ${difference > 0 ? 'more' : 'fewer'}`

/** Why a published figure is another today, record by record. */
export function explainedPage(
  authority: { code: string },
  year: ReportingYear,
  publication: Publication,
  { figure, then, now, differences, worlds }: Explained,
  recordedSince: readonly { at: string; what: string }[],
) {
  const base = authorityPath(authority.code, 'report', year.name, 'published', String(publication.number))
  const { counting, all } = effectOf(differences)
  return {
    title: `${then.label}: then and today`,
    caption: `Annual report ${year.name}, edition ${publication.number}`,
    back: { text: 'As published', href: base },
    then: printedWithParts(then),
    now: printedWithParts(now),
    knownAt: momentInWords(publication.knownAt),
    summary:
      differences.length === 0
        ? 'The records behind it are the same.'
        : `${counted(differences.length, 'record')} ${differences.length === 1 ? 'differs' : 'differ'}: ${moreOrFewer(counting)} that count, and ${moreOrFewer(all)} in all.`, // prettier-ignore
    reasons: reasonsBeside(then, now, publication.content, figure),
    differences: differences.map((one) => ({
      child: one.child,
      href: one.child === '' ? null : authorityPath(authority.code, 'children', one.child),
      kind: one.kind,
      then: one.then ? recordInWords(one.then) : 'not there',
      now: one.now ? recordInWords(one.now) : 'not there',
      changes: one.changes.map(({ where, then: was, now: is }) => `${where}: ${was ?? 'nothing'} → ${is ?? 'nothing'}`), // prettier-ignore
    })),
    recordedSince,
    settingsChanged: JSON.stringify(worlds.then.settings) !== JSON.stringify(worlds.now.settings),
  }
}

/** What beside records makes a figure another: what it is divided by, its definition, what is left out. */
function reasonsBeside(
  then: FigureValue,
  now: FigureValue,
  { definitions }: PublishedContent,
  figure: { id: string },
): string[] {
  const published = definitions.find(({ id }) => id === figure.id)
  const isByRecords = then.unit === 'percent'
  return [
    ...(!isByRecords && then.denominator !== now.denominator
      ? [`It was divided by ${then.denominator ?? 'nothing'}, and is divided by ${now.denominator ?? 'nothing'} now.`]
      : []),
    ...(then.leftOut !== now.leftOut
      ? [`${then.leftOut ?? 0} were left out since something is not recorded, and ${now.leftOut ?? 0} are now.`]
      : []),
    ...(then.reason !== now.reason && (then.reason ?? now.reason) !== null
      ? [now.reason === null ? `It could not be worked out then: ${then.reason ?? ''}` : `It can’t be worked out now: ${now.reason}`] // prettier-ignore
      : []),
    ...(published && (published.version !== now.version || published.definition !== now.definition)
      ? [`It was counted by version ${published.version} of its definition (“${published.definition}”), and now by version ${now.version} (“${now.definition}”).`] // prettier-ignore
      : []),
  ]
}

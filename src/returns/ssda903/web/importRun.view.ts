import { reportingYear } from '../../../calendar/reportingYear.ts'
import { findingLabel } from '../../../children/domain/findingKinds.ts'
import { counted } from '../../../kernel/words.ts'
import { authorityPath } from '../../../platform/web/authorities.ts'
import { isEmptying, type ImportRun, type ImportRunProgress, type ImportRunResult } from '../app/importRuns.ts'
import { cautionsOf } from '../app/cautions.ts'
import type { ReturnChanges } from '../app/ports.ts'
import { childLists } from './changes.view.ts'
import { problemRow, waitingInWords } from '../../../platform/web/problems.ts'
import { newSignsPath } from '../../../signs/web/paths.ts'
import { tableNames } from '../tables.ts'
import { rowsOf } from './data.view.ts'

/**
 * What an import's page is called, and how it goes on from there. `isUnsure`: it was confirmed without saying that all
 * children may go from the year. `mayOpenChildren`: whether its reader may open a child's page.
 */
export function importRunPage(
  run: ImportRun,
  code: string,
  csrfToken: string,
  { isRefreshing = true, isUnsure = false, mayOpenChildren = false, maySeeSigns = false } = {},
) {
  const path = authorityPath(code, 'data', 'import', run.id)
  const year = reportingYear(run.year).name
  return {
    back: { text: 'Data', href: authorityPath(code, 'data') },
    csrfToken,
    isRefreshing,
    pathHref: path,
    year,
    sourceName: run.sourceName,
    confirmHref: `${path}/confirm`,
    discardHref: `${path}/discard`,
    againHref: authorityPath(code, 'data', 'import'),
    figuresHref: authorityPath(code, 'figures', year),
    findingsHref: `${authorityPath(code, 'data', 'findings')}?year=${year}`,
    errorsHref: `${path}/errors.csv`,
    unsure: isUnsure ? [{ text: EMPTYING_UNSAID, href: '#empty' }] : [],
    emptyError: isUnsure ? { text: EMPTYING_UNSAID } : false,
    dataHref: authorityPath(code, 'data'),
    newSignsHref: maySeeSigns ? newSignsPath(code) : null,
    ...stateOf(run, year, mayOpenChildren ? code : null),
  }
}

const EMPTYING_UNSAID = 'Say that all children may go from the year, or do not import the return'

/** `code`: that of the authority where the children's pages may be opened, null elsewhere. */
function stateOf(run: ImportRun, year: string, code: string | null) {
  switch (run.state) {
    case 'checking':
    case 'storing':
      return run.isStalled
        ? { view: 'failed' as const, title: 'The import has stopped' }
        : {
            view: 'working' as const,
            title: run.state === 'checking' ? `Checking the return for ${year}` : `Importing the return for ${year}`,
            progress: waitingInWords(run.waitsFor) ?? progressInWords(run.progress),
            percent: percentOf(run.progress),
          }
    case 'failed':
      return { view: 'failed' as const, title: 'Sorry, the import did not work' }
    case 'refused':
    case 'ready':
    case 'stored':
      if (run.result) return resultOf(run.result, year, code)
      return run.state === 'stored'
        ? { view: 'unlisted' as const, title: `${year} is imported` }
        : { view: 'failed' as const, title: 'Sorry, the import did not work' }
  }
}

const stages: Readonly<Record<ImportRunProgress['stage'], string>> = {
  reading: 'Reading the files',
  sending: 'Sending to the database',
  comparing: 'Comparing with what is stored',
  storing: 'Storing',
  checking: 'Looking for what is odd',
}

const percentOf = (progress: ImportRunProgress | null): number =>
  progress === null || progress.total === 0 ? 0 : Math.floor((100 * progress.done) / progress.total)

const progressInWords = (progress: ImportRunProgress | null): string =>
  progress === null ? 'Starting' : `${stages[progress.stage]}: ${percentOf(progress)}%`

function resultOf(result: ImportRunResult, year: string, code: string | null) {
  if (result.outcome === 'refused') {
    const count = result.errors.length + result.moreErrors
    return {
      view: 'refused' as const,
      title: `The return for ${year} can’t be read`,
      summary: `There ${count === 1 ? 'is' : 'are'} ${counted(count, 'error')}. Nothing is imported. Correct the files, or the system that made them, and try again.`,
      shown: result.errors.slice(0, ERRORS_SHOWN).map(problemRow),
      moreErrors: Math.max(0, count - ERRORS_SHOWN),
    }
  }
  const { changes, rowCounts, warnings, found } = result
  const isStored = result.outcome === 'stored'
  return {
    view: isStored ? ('stored' as const) : ('ready' as const),
    title: isStored ? `${year} is imported` : `Check before importing ${year}`,
    changes: [
      { key: isStored ? 'Children added' : 'Children it adds', value: changes.added.toLocaleString('en-GB') },
      { key: isStored ? 'Children changed' : 'Children it changes', value: changes.changed.toLocaleString('en-GB') },
      {
        key: isStored ? 'Children removed from the year' : 'Children it removes from the year',
        value: changes.removed.toLocaleString('en-GB'),
      },
      { key: 'Children as before', value: changes.unchanged.toLocaleString('en-GB') },
    ],
    emptying: isEmptying(result) ? emptyingText(changes, year) : '',
    cautions: cautionsOf(result, year),
    isDrastic: isEmptying(result) || cautionsOf(result, year).length > 0,
    lists: childLists(result, year, isStored, code),
    tables: tableNames.flatMap((name) => {
      const rows = rowCounts[name] ?? 0
      return rows === 0 ? [] : [{ name, rows: counted(rows, 'row') }]
    }),
    rows: counted(rowsOf(rowCounts), 'row'),
    warnings: warnings.slice(0, ERRORS_SHOWN).map(problemRow),
    foundCount: counted(
      found.reduce((sum, kind) => sum + kind.count, 0),
      'oddity',
      'oddities',
    ),
    found: found.map((kind) => ({
      ...kind,
      label: findingLabel(kind.code),
      times: kind.count.toLocaleString('en-GB'),
    })),
  }
}

const emptyingText = ({ added, removed }: ReturnChanges, year: string): string =>
  added === 0
    ? `The files have no children. Importing them takes all ${counted(removed, 'child', 'children')} out of ${year}.`
    : `The files have none of the ${counted(removed, 'child', 'children')} stored for ${year}: all of them go from the year. Is it the right year?`

const ERRORS_SHOWN = 200

import { counted, listed } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import { problemRow, waitingInWords } from '../../platform/web/problems.ts'
import type { RowCounts, SeenChange } from '../app/ports.ts'
import type { RegistersResult, RegistersRun } from '../app/registersRuns.ts'
import type { Register } from '../register.ts'

/** The address of the registers' pages, and of those below it. */
export const registersPath = (code: string, ...parts: readonly string[]): string =>
  authorityPath(code, 'data', 'registers', ...parts)

/** All that registers.njk shows: which registers there are, and the changes so far, latest first. */
export const registersPage = (registers: readonly Register[], changes: readonly SeenChange[], code: string) => ({
  title: 'Registers',
  back: { text: 'Data', href: authorityPath(code, 'data') },
  importHref: registersPath(code, 'import'),
  emptyHref: registersPath(code, 'empty.xlsx'),
  exportHref: registersPath(code, 'registers.xlsx'),
  registers: registers.map(({ name, summary }) => ({ name, summary, href: registersPath(code, `${name}.csv`) })),
  changes: changes.map(({ recordedAt, sourceName, counts }) => ({
    when: momentInWords(recordedAt),
    from: sourceName,
    lines: linesOf(counts),
  })),
})

/** `reviews: 12 rows added, 3 changed`. */
const linesOf = (counts: SeenChange['counts']): string[] =>
  Object.entries(counts).map(([name, { added, changed }]) => {
    const changes = changed === 0 ? 'none' : changed.toLocaleString('en-GB')
    return `${name}: ${added === 0 ? 'no rows' : counted(added, 'row')} added, ${changes} changed`
  })

/** What is wrong with what was sent to be imported. */
export type UploadProblem = 'no_file' | 'same_name_twice' | 'no_table'

/** Whether files can be read at all, by their names. */
export function problemOf(files: readonly { name: string }[]): UploadProblem | null {
  const names = files.map(({ name }) => name.toLowerCase())
  if (names.length === 0) return 'no_file'
  if (new Set(names).size < names.length) return 'same_name_twice'
  return names.every((name) => /\.(?:csv|xlsx|zip)$/.test(name)) ? null : 'no_table'
}

const problemTexts: Readonly<Record<UploadProblem, string>> = {
  no_file: 'Choose the registers’ files',
  same_name_twice: 'Choose each file once: two of them have the same name',
  no_table: 'Choose CSV files, a zip of them, or an Excel workbook (.xlsx)',
}

/** All that chooseRegisters.njk shows. */
export function chooseRegistersPage(
  problem: UploadProblem | null,
  registers: readonly Register[],
  code: string,
  csrfToken: string,
) {
  return {
    title: 'Import registers',
    back: { text: 'Registers', href: registersPath(code) },
    action: registersPath(code, 'import'),
    emptyHref: registersPath(code, 'empty.xlsx'),
    csrfToken,
    errors: problem ? [{ text: problemTexts[problem], href: '#files' }] : [],
    fileError: problem ? { text: problemTexts[problem] } : false,
    names: listed(registers.map(({ name }) => name)),
  }
}

/** All that registersRun.njk shows of an import, wherever it stands. */
export function registersRunPage(run: RegistersRun, code: string, csrfToken: string, isRefreshing = true) {
  const path = registersPath(code, 'import', run.id)
  return {
    back: { text: 'Registers', href: registersPath(code) },
    csrfToken,
    isRefreshing,
    pathHref: path,
    sourceName: run.sourceName,
    confirmHref: `${path}/confirm`,
    discardHref: `${path}/discard`,
    againHref: registersPath(code, 'import'),
    registersHref: registersPath(code),
    errorsHref: `${path}/errors.csv`,
    ...stateOf(run),
  }
}

const failed = { view: 'failed' as const, title: 'Sorry, the import did not work' }

function stateOf(run: RegistersRun) {
  switch (run.state) {
    case 'checking':
    case 'storing':
      return run.isStalled
        ? { ...failed, title: 'The import has stopped' }
        : {
            view: 'working' as const,
            title: run.state === 'checking' ? 'Checking the registers' : 'Importing the registers',
            waiting: waitingInWords(run.waitsFor),
          }
    case 'failed':
      return failed
    case 'refused':
      return run.result
        ? { view: 'refused' as const, title: 'The registers can’t be imported', ...shown(run.result) }
        : failed
    case 'ready':
      return run.result ? { view: 'ready' as const, title: titleOf(run.result), ...shown(run.result) } : failed
    case 'stored':
      return run.result
        ? { view: 'stored' as const, title: 'The registers are imported', ...shown(run.result) }
        : { view: 'unlisted' as const, title: 'The registers are imported' }
  }
}

const titleOf = ({ errors }: RegistersResult): string =>
  errors.length > 0 ? 'Some rows can’t be imported' : 'Check before importing the registers'

/** More than this nobody reads on a page: all of them can be taken away. */
const ROWS_SHOWN = 200

function shown(result: RegistersResult) {
  const errorCount = result.errors.length + result.moreErrors
  const leftOut = Object.values(result.counts).reduce((sum, counts) => sum + counts.leftOut, 0)
  return {
    hasErrors: errorCount > 0,
    errorsSummary: `There ${errorCount === 1 ? 'is' : 'are'} ${counted(errorCount, 'error')}.`,
    faults: result.errors.slice(0, ROWS_SHOWN).map(problemRow),
    moreFaults: Math.max(0, errorCount - ROWS_SHOWN),
    hindrances: result.hindrances.slice(0, ROWS_SHOWN).map(problemRow),
    warnings: result.warnings.slice(0, ROWS_SHOWN).map(problemRow),
    leftOut: counted(leftOut, 'row'),
    counts: Object.entries(result.counts).map(([name, counts]) => ({ name, ...inWords(counts) })),
    changed: result.changed.slice(0, ROWS_SHOWN).map(({ register, row, columns }) => ({
      register,
      row: String(row),
      columns: listed(columns),
    })),
    moreChanged: result.moreChanged + Math.max(0, result.changed.length - ROWS_SHOWN),
  }
}

const inWords = ({ added, changed, unchanged, leftOut }: RowCounts) => ({
  added: added.toLocaleString('en-GB'),
  changed: changed.toLocaleString('en-GB'),
  unchanged: unchanged.toLocaleString('en-GB'),
  leftOut: leftOut.toLocaleString('en-GB'),
})

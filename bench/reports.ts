import { join } from 'node:path'
import { readFileSync, writeFileSync } from 'node:fs'
import { bookServices } from '../src/book/services.ts'
import { divisionsThereAre } from '../src/book/app/performanceBook.ts'
import { bookFile } from '../src/book/write/files.ts'
import { localOperator } from '../src/access/domain/actor.ts'
import { reportingYear } from '../src/calendar/reportingYear.ts'
import { date } from '../src/kernel/dates.ts'
import type { Edition } from '../src/reporting/domain/edition.ts'
import { effectOf } from '../src/reporting/domain/published/differences.ts'
import { type Format, formats, reportFile } from '../src/reporting/write/files.ts'
import { type Benchmark, type Row, median, timesOf } from './support/bench.ts'
import { CODE, type ImportedAuthority, importedAuthority, oneAuthority } from './support/imported.ts'
import { LAST_YEAR } from './support/madeUp.ts'
import { footprint } from './support/processes.ts'

const RUNS = 3
const year = reportingYear(LAST_YEAR)
const authority = { code: CODE, name: 'Bench' }

/** A report in these formats, from records that are read anew. */
async function written({ services }: ImportedAuthority, edition: Edition, asked: readonly Format[]): Promise<void> {
  const { annualReport } = await services()
  const report = await annualReport({ authority, year, asAt: year.lastDay, knownAt: null, edition })
  for (const format of asked) await reportFile(report, format)
}

/** A month's book by service, team and IRO as a web page, from records that are read anew. */
async function bookWritten({ services }: ImportedAuthority): Promise<void> {
  const { house } = await services()
  const asked = { authority, month: date('2026-03-01'), knownAt: null, by: divisionsThereAre, onlyOfficer: null }
  await bookFile(await bookServices(house).performanceBook(asked), 'html', year.lastDay)
}

export const reports: Benchmark = {
  name: 'reports',
  what: 'the annual report and the performance book beside all figures of the same year, each from records read anew',
  run: async (bench) => {
    const rows: Row[] = []
    for (const server of await bench.servers()) {
      const imported = await importedAuthority(bench, server, oneAuthority, 3)
      const { size, figures, close } = imported
      await figures()
      const alone = await timesOf(RUNS, figures)
      rows.push({ what: `figures alone, ${server.name}`, size, milliseconds: alone })
      const asks: Record<string, () => Promise<void>> = {
        'report, HTML, board': () => written(imported, 'board', ['html']),
        'report, HTML, public, with its search for cells to hide': () => written(imported, 'public', ['html']),
        'report, all formats, board': () => written(imported, 'board', formats),
        'performance book, HTML': () => bookWritten(imported),
      }
      for (const [what, ask] of Object.entries(asks)) {
        // Word and PDF load their libraries the first time.
        await ask()
        const milliseconds = await timesOf(RUNS, ask)
        rows.push({ what: `${what}, ${server.name}`, size, milliseconds, ratio: median(milliseconds) / median(alone) })
      }
      await close()
    }
    return rows
  },
}

/** How many rows of the return are corrected after the publication. */
const CORRECTIONS = 5_000

/** Has each review of a return told of by another code, at most so many; gives how many. Done twice, it changes them again. */
function correctReviews(folder: string, most: number): number {
  const path = join(folder, 'reviews.csv')
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\r\n')
  const other = (line: string) => line.replace(/PN[1-7]$/, (code) => (code === 'PN7' ? 'PN1' : 'PN7'))
  const corrected = lines.map((line, index) => (index < most ? other(line) : line))
  writeFileSync(path, `${[head, ...corrected].join('\r\n')}\r\n`)
  return corrected.filter((line, index) => line !== lines[index]).length
}

export const published: Benchmark = {
  name: 'published',
  what: 'a published report beside what the command gives as known then, after 5,000 corrections, and their explanation',
  run: async (bench) => {
    const rows: Row[] = []
    for (const server of await bench.servers()) {
      const { size, url, services, returns, close } = await importedAuthority(bench, server, oneAuthority, 3)
      const { house, publishingOn, publishingStore, explaining, worlds, importReturn } = await services()
      const publishing = publishingOn(house.today)
      const take = (step: 'submit' | 'sign_off' | 'publish', after: number) =>
        publishing.take({ authority, year, by: localOperator(CODE), isTaker: () => true, step, note: null, after })
      const start = performance.now()
      for (const [after, step] of (['submit', 'sign_off', 'publish'] as const).entries()) {
        const problem = await take(step, after)
        if (problem) throw new Error(`${step} was refused: ${problem.code}`)
      }
      rows.push({ what: `publishing, ${server.name}`, size, milliseconds: [performance.now() - start] })
      const publication = await publishingStore.publication(CODE, year.startYear, 1)
      if (!publication) throw new Error('nothing was published')
      let corrections = 0
      for (const { path, startYear } of returns.toReversed()) {
        corrections += correctReviews(path, CORRECTIONS - corrections)
        bench.say(`importing corrections, ${corrections} so far`)
        const corrected = { authority, year: reportingYear(startYear), path, sourceName: path, isPreview: false }
        const { outcome } = await importReturn(corrected, () => undefined)
        if (outcome !== 'stored') throw new Error('the corrections were refused')
      }
      const knownAt = publication.knownAt.toString()
      const argv = ['figures', '--authority', CODE, '--year', year.name, '--as-at', publication.asAt.toString(), '--known-at', knownAt, '--format', 'json'] // prettier-ignore
      if ((await footprint(url, argv)) !== publication.content.figures)
        throw new Error('the command gives other figures')
      const asked = { authority: CODE, year, publication }
      const explainAll = async () => {
        for (const { figure } of await explaining.figuresOf(worlds, asked)) {
          const explained = await explaining.figure(worlds, asked, figure.id)
          if (!explained || explained.then.unit === 'number') continue
          const { counting, all } = effectOf(explained.differences)
          const [then, now] = [explained.then, explained.now]
          const [counted, of] = then.unit === 'count' ? [(now.value ?? 0) - (then.value ?? 0), all] : [(now.numerator ?? 0) - (then.numerator ?? 0), (now.denominator ?? 0) - (then.denominator ?? 0)] // prettier-ignore
          if (counted !== counting || of !== all) throw new Error(`${figure.id} is not explained`)
        }
      }
      rows.push({ what: `explaining every figure after ${corrections} corrections, ${server.name}`, size, milliseconds: await timesOf(1, explainAll) }) // prettier-ignore
      await close()
    }
    return rows
  },
}

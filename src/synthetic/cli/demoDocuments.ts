import { type Actor, localOperator } from '../../access/domain/actor.ts'
import { type ReportingYear, previousYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Products } from '../../learning/app/products.ts'
import type { Progress } from '../../platform/cli/progress.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { WordsStore } from '../../reporting/app/ports.ts'
import type { Publishing } from '../../reporting/app/publishing.ts'
import type { ReportStep } from '../../reporting/domain/published/course.ts'
import { reportWords } from '../domain/reportWords.ts'
import { productRows, productText } from '../domain/registers/productRows.ts'
import { registersSince } from '../domain/registers/madeUpRegisters.ts'

/** What the documents of the demonstration are made with. */
export interface DemoDocumentsDeps {
  authority: { code: string; name: string }
  today: PlainDate
  products: Pick<Products, 'save' | 'publish' | 'published'>
  publishing: Publishing
  words: Pick<WordsStore, 'read' | 'write'>
  progress: Progress
}

/** One of the made-up people, by whom something is written or signed. */
const person = (authority: string, name: string): Actor => ({
  ...localOperator(authority),
  personId: name.toLowerCase().replaceAll(' ', '-'),
  name,
})
const MANAGER = 'Marian Okafor'
const LEADER = 'Alan Sedgwick'

/**
 * Has the made-up authority publish what people write: its pages to learn from, and last year's annual report. What is
 * published, or what people have begun, stays as it is. The returns and registers must be there. Gives what it published.
 */
export async function prepareDemoDocuments(deps: DemoDocumentsDeps): Promise<string[]> {
  const products = await publishProducts(deps)
  const isPublished = await publishReport(deps, previousYear(reportingYearOf(deps.today)))
  return [...(products > 0 ? ['pages to learn from'] : []), ...(isPublished ? ['last year’s annual report'] : [])]
}

async function publishProducts({ authority, today, products }: DemoDocumentsDeps): Promise<number> {
  const asking = { authority, by: person(authority.code, MANAGER) }
  let published = 0
  for (const { productRef } of productRows({ since: registersSince(today), today })) {
    const written = productText(productRef)
    if (!written || (await products.published(authority.code, productRef)).length > 0) continue
    const saved = await products.save(asking, productRef, written, null)
    // Someone is writing it.
    if (!saved || 'problems' in saved) continue
    const issued = await products.publish(asking, productRef, saved.version, null)
    if (issued && !('problems' in issued)) published++
  }
  return published
}

const COURSE: readonly { step: ReportStep; by: string }[] = [
  { step: 'submit', by: MANAGER },
  { step: 'sign_off', by: LEADER },
  { step: 'publish', by: LEADER },
]

async function publishReport({ authority, publishing, words, progress }: DemoDocumentsDeps, year: ReportingYear) {
  const { stepsInAll } = await publishing.courseOf(authority.code, year)
  if (stepsInAll > 0) return false
  progress.at(`Publishing the annual report of ${authority.name} for ${year.name}`, 0, 1)
  await writeWords(words, authority.code, year)
  try {
    for (const [after, { step, by }] of COURSE.entries()) {
      const asked = { authority, year, by: person(authority.code, by), isTaker: () => true, step, note: null, after }
      if ((await publishing.take(asked)) !== null) return false
    }
  } catch (error) {
    // The demonstration goes on without: the page says where the report stands.
    if (error instanceof Refusal) return false
    throw error
  }
  return true
}

/** What the service says in the report. Sections in which someone has written stay as they are. */
async function writeWords(words: DemoDocumentsDeps['words'], authority: string, { startYear }: ReportingYear) {
  const written = await words.read(authority, startYear, null)
  const by = person(authority, MANAGER).personId
  for (const [section, text] of Object.entries(reportWords)) {
    if (!written.has(section)) await words.write(authority, startYear, section, text, by)
  }
}

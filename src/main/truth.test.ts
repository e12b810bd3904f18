import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { aDatabase } from '../../test/support/database.ts'
import { dueAsked, figuresAsked } from '../overview/cli/asked.ts'
import { due } from '../overview/cli/due.ts'
import { figures } from '../overview/cli/figures.ts'
import { authorityNamed } from '../platform/authorities.ts'
import { noProgress } from '../platform/cli/progress.ts'
import { importRegisters, importRegistersAsked } from '../registers/cli/importRegisters.ts'
import { importAsked, importSsda903 } from '../returns/ssda903/cli/importSsda903.ts'
import { overviewDeps } from '../overview/services.ts'
import { servicesOn } from '../../test/support/services.ts'

const folder = join(import.meta.dirname, '../../test/data/truth')

const why = z.string()
/** What must come out of a case: a deadline (`date` null: none), a figure (a percentage as its parts), or no finding. */
const expectedSchema = z.discriminatedUnion('k', [
  z.strictObject({
    k: z.literal('due'),
    asAt: z.string(),
    /** The child, or what else the deadline is about: a household by its reference. */
    child: z.string(),
    clock: z.string(),
    date: z.string().nullable(),
    /** Words of the deadline's title, where a clock's id stands for several. */
    title: z.string().optional(),
    overdue: z.boolean().optional(),
    why,
  }),
  z.strictObject({
    k: z.literal('figure'),
    year: z.string(),
    id: z.string(),
    /** Of a breakdown, the key whose value it is. */
    key: z.string().optional(),
    value: z.union([z.number(), z.tuple([z.number(), z.number()])]).nullable(),
    asAt: z.string().optional(),
    why,
  }),
  z.strictObject({ k: z.literal('odd'), code: z.string(), why }),
  z.strictObject({ k: z.literal('nothing_odd'), code: z.string(), why }),
])
const caseSchema = z.strictObject({
  about: z.string(),
  authority: z.string(),
  /** What the authority does its own way. */
  settings: z.record(z.string(), z.unknown()).optional(),
  expected: z.array(expectedSchema),
})

const importedSchema = z.object({ findings: z.array(z.object({ code: z.string() })) })
const dueSchema = z.object({
  deadlines: z.array(
    z.object({
      clock: z.string(),
      subject: z.object({ ref: z.string() }),
      title: z.string(),
      due: z.string(),
      overdue: z.boolean(),
    }),
  ),
})
const figuresSchema = z.object({
  figures: z.tuple([
    z.object({
      value: z.number().nullable(),
      numerator: z.number().optional(),
      denominator: z.number().optional(),
      breakdown: z.array(z.object({ key: z.string(), value: z.number().nullable() })).optional(),
    }),
  ]),
})

/** The value under a key of a figure's breakdown; undefined where there is none. */
const valueUnder = ({ breakdown }: z.infer<typeof figuresSchema>['figures'][0], wanted: string) =>
  breakdown?.find(({ key }) => key === wanted)?.value

/** Small returns and registers with known answers, through what the commands run: each folder says what is right and why. */
describe('the truth of small cases', async () => {
  const { database } = await aDatabase()
  const services = await servicesOn(database)
  const deps = { ...overviewDeps(services.house), note: () => undefined }

  async function imported(path: string, authority: string): Promise<string[]> {
    const odd: string[] = []
    for (const part of readdirSync(path).sort()) {
      if (part.startsWith('return-')) {
        const asked = importAsked.parse({ path: join(path, part), authority, year: part.slice(7), format: 'json' })
        const told = await importSsda903(asked, {
          importReturn: services.importReturn,
          authorityNamed,
          progress: noProgress,
        })
        odd.push(...importedSchema.parse(JSON.parse(told)).findings.map(({ code }) => code))
      }
    }
    if (readdirSync(path).includes('registers')) {
      const asked = importRegistersAsked.parse({ path: join(path, 'registers'), authority })
      await importRegisters(asked, { registers: services.registersImport, authorityNamed })
    }
    return odd
  }

  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const { name } = entry
    const { about, authority, settings, expected } = caseSchema.parse(
      JSON.parse(readFileSync(join(folder, name, 'about.json'), 'utf8')),
    )
    await test(`${name}: ${about}`, async (t) => {
      const odd = await imported(join(folder, name), authority)
      if (settings) {
        assert.ok(await services.settings.replace(authorityNamed(authority), settings, { by: 'someone', replaces: '' }))
      }
      for (const one of expected) {
        await t.test(one.why, async () => {
          switch (one.k) {
            case 'due': {
              const asked = dueAsked.parse({ authority, asAt: one.asAt, format: 'json' })
              const found = dueSchema
                .parse(JSON.parse(await due(asked, deps)))
                .deadlines.filter(
                  ({ subject, clock, title }) =>
                    subject.ref === one.child && clock === one.clock && title.includes(one.title ?? ''),
                )
              assert.deepEqual(
                found.map((deadline) => deadline.due),
                one.date === null ? [] : [one.date],
              )
              if (one.overdue !== undefined) assert.equal(found[0]?.overdue, one.overdue)
              return
            }
            case 'figure': {
              const asked = figuresAsked.parse({
                authority,
                year: one.year,
                id: [one.id],
                asAt: one.asAt,
                format: 'json',
              })
              const [figure] = figuresSchema.parse(JSON.parse(await figures(asked, deps))).figures
              const { numerator, denominator } = figure
              const { value } = one.key === undefined ? figure : { value: valueUnder(figure, one.key) }
              assert.deepEqual(Array.isArray(one.value) ? [numerator, denominator] : value, one.value)
              return
            }
            case 'odd':
              assert.ok(odd.includes(one.code), `the import tells of ${odd.join(', ')}`)
              return
            case 'nothing_odd':
              assert.ok(!odd.includes(one.code), `the import tells of ${odd.join(', ')}`)
          }
        })
      }
    })
  }
})

import { allClocks, allFindings } from '../../main/rooms.ts'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { holidays } from '../../../test/support/holidays.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import type { ReturnCoverage } from '../../children/domain/record.ts'
import { worldOf } from '../../children/domain/world.ts'
import type { YearDocument } from '../../returns/ssda903/domain/document.ts'
import { mergeDocuments, mergeFindings } from '../../returns/ssda903/domain/merge.ts'
import { readReturn } from '../../returns/ssda903/read/readReturn.ts'
import { defaultSettings } from '../../settings/settings.ts'
import { writeReturn } from '../write/returnWriter.ts'
import { type MadeUpAuthority, makeUpAuthority } from './authority.ts'
import { type OddityKind, oddityKinds } from './oddities.ts'

/** What reading and following the histories says of each; null where it is no finding. */
const findingOf: Readonly<Record<OddityKind, string | null>> = {
  overlapping_episodes: 'overlapping_episodes',
  gap_between_episodes: 'gap_within_period',
  start_within_period: 'start_within_period',
  first_episode_not_a_start: 'first_episode_is_no_start',
  review_outside_period: 'review_outside_care',
  episode_twice: 'repeated_row',
  review_twice: 'repeated_row',
  review_with_two_codes: 'review_codes_differ',
  // It shows among the codes as "not recorded".
  review_without_code: null,
  unknown_legal_status: 'unknown_code',
  unknown_placement: 'unknown_code',
  unknown_participation: 'unknown_code',
  reason_without_end: 'reason_without_end',
  end_without_reason: 'ends_without_reason',
  end_before_start: 'ends_before_start',
  episode_without_start: 'blank_start',
  future_review: 'after_year',
  future_episode: 'after_year',
  birth_date_conflict: 'differs_from_header',
  health_row_twice: 'second_row_of_child',
  not_in_header: 'not_in_header',
  forgotten_child: 'not_carried_on',
}

const folder = mkdtempSync(join(tmpdir(), 'oddities-'))
after(() => {
  rmSync(folder, { recursive: true })
})

const years = { from: reportingYear(2023), to: reportingYear(2025) }

/** The codes of what is found odd, by child, once the returns are read and merged and the histories followed. */
async function findingsOf({ returns }: MadeUpAuthority): Promise<Map<string, Set<string>>> {
  const coverage: ReturnCoverage[] = []
  const documents = new Map<string, YearDocument[]>()
  for (const { scope, tables } of returns) {
    const path = join(mkdtempSync(join(folder, 'return-')), scope.year.name)
    writeReturn(path, tables)
    const read = await readReturn(path, scope)
    assert.ok(read.ok)
    const year = scope.year.startYear
    coverage.push({ year, carriesEarlierReviews: read.carriesEarlierReviews })
    for (const { child, content, rows } of read.documents) {
      documents.set(child, [...(documents.get(child) ?? []), { year, content, rows }])
    }
  }
  const children = [...documents].map(([child, own]) => mergeDocuments(child, own, coverage))
  const world = worldOf({ children, coverage }, years.to, years.to.lastDay, defaultSettings, holidays, allClocks)
  const findings = [
    ...[...documents].flatMap(([child, own]) => mergeFindings(child, own, coverage)),
    ...world.histories.flatMap(({ record }) => allFindings.ofChild(world, record.child)),
  ]
  const codes = new Map<string, Set<string>>()
  for (const { child, code } of findings) codes.set(child, (codes.get(child) ?? new Set()).add(code))
  return codes
}

describe('what is put wrong on purpose', () => {
  const common = { ...years, seed: 12, until: null, history: 'carried' } as const
  const made = makeUpAuthority({ ...common, children: 350, oddities: { kinds: oddityKinds, share: 0.3 } }, holidays)
  let found = new Map<string, Set<string>>()
  before(async () => {
    found = await findingsOf(made)
  })

  for (const kind of oddityKinds) {
    const code = findingOf[kind]
    it(`${kind} is ${code === null ? 'no finding' : `found as ${code}`}`, () => {
      const children = made.planted.filter((planted) => planted.kind === kind).map(({ child }) => child)
      assert.ok(children.length >= 2)
      for (const child of children) {
        const codes = found.get(child)
        // What is left blank in one year’s return and not in another’s differs between them.
        const others = [...(codes ?? [])].filter((one) => one !== 'changed_by_later_return')
        assert.ok(code === null ? others.length === 0 : codes?.has(code), `${child}: ${[...(codes ?? [])].join()}`)
      }
    })
  }

  it('is all there is to find: an authority without it has no findings', async () => {
    const plain = makeUpAuthority({ ...common, children: 250, oddities: null }, holidays)
    assert.deepEqual(await findingsOf(plain), new Map())
  })
})

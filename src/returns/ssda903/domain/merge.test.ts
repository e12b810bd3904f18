import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import { holidays } from '../../../../test/support/holidays.ts'
import { careHistory, isInPeriod } from '../../../children/domain/history.ts'
import type { ChildRecord } from '../../../children/domain/record.ts'
import { addDays, date, isOnOrAfter } from '../../../kernel/dates.ts'
import { makeUpAuthority } from '../../../synthetic/domain/authority.ts'
import { type TableName, tables } from '../tables.ts'
import { valueOf } from './cells.ts'
import type { YearDocument } from './document.ts'
import { ReturnDraft } from './draft.ts'
import { mergeDocuments, mergeFindings } from './merge.ts'

const CHILD = '100'

/** What one return says of the child: rows of its tables, each as its values by column. */
type Said = Partial<Record<TableName, readonly Readonly<Record<string, string>>[]>>

/** `2022-05-09..2022-06-06 S C1 U6 E4A` as a row of Episodes. */
function episode(words: string): Record<string, string> {
  const [span = '', RNE = 'S', LS = 'C2', PLACE = 'U6', REC = ''] = words.split(' ')
  const [DECOM = '', DEC = ''] = span.split('..')
  return { DECOM, RNE, LS, CIN: 'N1', PLACE, PLACE_PROVIDER: 'PR1', DEC, REC: REC || (DEC === '' ? '' : 'X1') }
}

const review = (words: string): Record<string, string> => {
  const [REVIEW = '', REVIEW_CODE = ''] = words.split(' ')
  return { REVIEW, REVIEW_CODE }
}

const header = { SEX: '2', DOB: '2012-02-03', ETHNIC: 'WBRI' }

function document(year: number, said: Said): YearDocument {
  const draft = new ReturnDraft(reportingYear(year))
  for (const table of [
    'Header',
    'Episodes',
    'Reviews',
    'UASC',
    'OC2',
    'PlacedAdoption',
    'PrevPerm',
    'Missing',
    'SWEpisodes',
  ] as const) {
    for (const [index, row] of (said[table] ?? []).entries()) {
      draft.add(
        table,
        tables[table].map((column) => (column.name === 'CHILD' ? CHILD : (row[column.name] ?? ''))),
        index + 2,
      )
    }
  }
  const [made] = draft.documents()
  assert.ok(made)
  return { year, content: made.content, rows: made.rows }
}

/** The years' returns, each with what it says of the child; null where the child is not in it. */
function merged(returns: Readonly<Record<number, Said | null>>) {
  const years = Object.keys(returns).map(Number)
  const coverage = years.map((year) => ({ year, carriesEarlierReviews: false }))
  const documents = Object.entries(returns).flatMap(([year, said]) => (said ? [document(Number(year), said)] : []))
  const record = mergeDocuments(CHILD, documents, coverage)
  return {
    record,
    episodes: record.episodes.map((one) =>
      `${one.from.toString()}..${one.to?.toString() ?? ''} ${one.reasonForNewEpisode} ${one.reasonCeased}`.trim(),
    ),
    reviews: record.reviews.map((one) => `${one.heldOn.toString()} ${one.participation}`.trim()),
    findings: mergeFindings(CHILD, documents, coverage),
    codes: [...new Set(mergeFindings(CHILD, documents, coverage).map((finding) => finding.code))].sort(),
  }
}

const episodesOnly = (...words: string[]): Said => ({ Header: [header], Episodes: words.map(episode) })
const reviewsOnly = (...words: string[]): Said => ({ Header: [header], Reviews: words.map(review) })

describe('episodes of several returns', () => {
  const cases: readonly {
    why: string
    returns: Readonly<Record<number, Said | null>>
    episodes: readonly string[]
    codes: readonly string[]
  }[] = [
    {
      why: 'one return is taken as it stands, in the order of days',
      returns: { 2022: episodesOnly('2022-06-06 P', '2022-05-09..2022-06-06 S') },
      episodes: ['2022-05-09..2022-06-06 S X1', '2022-06-06.. P'],
      codes: [],
    },
    {
      why: 'open at the end of one year and closed in the next is one episode',
      returns: { 2021: episodesOnly('2022-01-10 S'), 2022: episodesOnly('2022-01-10..2022-07-01 S C2 U6 E4A') },
      episodes: ['2022-01-10..2022-07-01 S E4A'],
      codes: [],
    },
    {
      why: 'each year lists only its own: together they are the whole story',
      returns: {
        2021: episodesOnly('2021-06-01..2022-02-01 S', '2022-02-01 P'),
        2022: episodesOnly('2022-02-01..2022-09-10 P', '2022-09-10 P'),
      },
      episodes: ['2021-06-01..2022-02-01 S X1', '2022-02-01..2022-09-10 P X1', '2022-09-10.. P'],
      codes: [],
    },
    {
      why: 'each year lists the whole history: nothing is counted twice',
      returns: {
        2021: episodesOnly('2020-06-01..2021-05-01 S', '2021-05-01 P'),
        2022: episodesOnly('2020-06-01..2021-05-01 S', '2021-05-01..2022-05-01 P', '2022-05-01 L'),
      },
      episodes: ['2020-06-01..2021-05-01 S X1', '2021-05-01..2022-05-01 P X1', '2022-05-01.. L'],
      codes: [],
    },
    {
      why: 'the reason for the episode was put right later: still one episode',
      returns: { 2021: episodesOnly('2022-01-10 P'), 2022: episodesOnly('2022-01-10..2022-07-01 L') },
      episodes: ['2022-01-10..2022-07-01 L X1'],
      codes: ['changed_by_later_return'],
    },
    {
      why: 'an episode that began and ended on a day stands beside the one that began that day',
      returns: {
        2021: episodesOnly('2022-01-10..2022-01-10 S V2', '2022-01-10 L C1'),
        2022: episodesOnly('2022-01-10 L C1'),
      },
      episodes: ['2022-01-10..2022-01-10 S X1', '2022-01-10.. L'],
      codes: [],
    },
    {
      why: 'the start of care was put right by two days: one start, not two',
      returns: { 2021: episodesOnly('2022-02-10 S'), 2022: episodesOnly('2022-02-12 S') },
      episodes: ['2022-02-12.. S'],
      codes: ['added_by_later_return', 'contradicted_by_later_return'],
    },
    {
      why: 'a move was recorded late: the old placement ends where the later return has the new one',
      returns: { 2021: episodesOnly('2022-02-10 S'), 2022: episodesOnly('2022-03-15 P C2 K2') },
      episodes: ['2022-02-10..2022-03-15 S', '2022-03-15.. P'],
      codes: ['added_by_later_return', 'not_carried_on'],
    },
    {
      why: 'a move was taken back: the later return has one episode through',
      returns: {
        2021: episodesOnly('2021-06-01..2022-02-01 S', '2022-02-01 P'),
        2022: episodesOnly('2021-06-01..2022-09-10 S', '2022-09-10 P'),
      },
      episodes: ['2021-06-01..2022-09-10 S X1', '2022-09-10.. P'],
      codes: ['changed_by_later_return', 'contradicted_by_later_return'],
    },
    {
      why: 'two episodes of one day: the later return has one of them, in its own place',
      returns: {
        2021: episodesOnly('2021-06-01..2022-01-10 S', '2022-01-10..2022-01-10 P C2 U4', '2022-01-10 P C2 K2'),
        2022: episodesOnly('2022-01-10..2022-09-10 P C2 K2 E4A'),
      },
      episodes: ['2021-06-01..2022-01-10 S X1', '2022-01-10..2022-01-10 P X1', '2022-01-10..2022-09-10 P E4A'],
      codes: [],
    },
    {
      why: 'a move was dated anew by a day: what came before it lasts as long',
      returns: {
        2021: episodesOnly('2021-06-01..2022-01-10 S', '2022-01-10 P C2 U4'),
        2022: episodesOnly('2022-01-11 P C2 U4'),
      },
      episodes: ['2021-06-01..2022-01-11 S X1', '2022-01-11.. P'],
      codes: ['added_by_later_return', 'contradicted_by_later_return'],
    },
    {
      why: 'by weeks, to the same address, with nothing known in between: it too',
      returns: {
        2021: {
          Header: [header],
          Episodes: [episode('2021-06-01..2021-11-10 S'), { ...episode('2021-11-10 P C2 U4'), URN: 'SC1' }],
        },
        2022: { Header: [header], Episodes: [{ ...episode('2022-01-10 P C2 U4'), URN: 'SC1' }] },
      },
      episodes: ['2021-06-01..2022-01-10 S X1', '2022-01-10.. P'],
      codes: ['added_by_later_return', 'contradicted_by_later_return'],
    },
    {
      why: 'a move recorded late, to another place of the same kind, is a move',
      returns: {
        2021: { Header: [header], Episodes: [{ ...episode('2021-05-01 P'), PL_POST: 'LS1 1AA' }] },
        2022: { Header: [header], Episodes: [{ ...episode('2022-03-20 P'), PL_POST: 'LS2 2BB' }] },
      },
      episodes: ['2021-05-01..2022-03-20 P', '2022-03-20.. P'],
      codes: ['added_by_later_return', 'not_carried_on'],
    },
    {
      why: 'a start whose end was never recorded stays: the next start is another',
      returns: { 2021: episodesOnly('2021-05-10 S'), 2022: episodesOnly('2022-02-01 S C2 K2') },
      episodes: ['2021-05-10..2022-02-01 S', '2022-02-01.. S'],
      codes: ['added_by_later_return', 'not_carried_on'],
    },
    {
      why: 'so too in the same place, where a review was held in between',
      returns: {
        2021: { ...episodesOnly('2021-05-10 S'), Reviews: [review('2021-06-01 PN1')] },
        2022: episodesOnly('2022-02-01 S'),
      },
      episodes: ['2021-05-10..2022-02-01 S', '2022-02-01.. S'],
      codes: ['added_by_later_return', 'not_carried_on'],
    },
    {
      why: 'a start dated anew by some days, with a review in between: care began on the earlier day',
      returns: {
        2021: { ...episodesOnly('2022-02-10 S'), Reviews: [review('2022-02-11 PN1')] },
        2022: episodesOnly('2022-02-12 S'),
      },
      episodes: ['2022-02-10..2022-02-12 S X1', '2022-02-12.. S'],
      codes: ['added_by_later_return', 'not_carried_on'],
    },
    {
      why: 'open at the end of one year, and carried on in the next by a move some weeks in',
      returns: { 2021: episodesOnly('2022-01-10 S'), 2022: episodesOnly('2022-05-20 P C2 K2') },
      episodes: ['2022-01-10..2022-05-20 S', '2022-05-20.. P'],
      codes: ['not_carried_on'],
    },
    {
      why: 'said later to have ended before the year did',
      returns: { 2021: episodesOnly('2021-06-01 S'), 2022: episodesOnly('2021-06-01..2022-02-01 S C2 U6 E4A') },
      episodes: ['2021-06-01..2022-02-01 S E4A'],
      codes: ['changed_by_later_return'],
    },
    {
      why: 'open at the end of one year, and the child is not in the next return at all',
      returns: { 2021: episodesOnly('2022-01-10 S'), 2022: null },
      episodes: ['2022-01-10..2022-04-01 S'],
      codes: ['not_carried_on'],
    },
    {
      why: 'open at the end of one year, and the child is in the next return as a care leaver only',
      returns: { 2021: episodesOnly('2022-01-10 S'), 2022: { Header: [header] } },
      episodes: ['2022-01-10..2022-04-01 S'],
      codes: ['not_carried_on'],
    },
    {
      why: 'missing from one return and back in the one after: looked after throughout',
      returns: { 2020: episodesOnly('2020-06-01 S'), 2021: null, 2022: episodesOnly('2020-06-01 S') },
      episodes: ['2020-06-01.. S'],
      codes: [],
    },
    {
      why: 'the year between is not imported: the episode ends at the first day of the return that lacks it',
      returns: { 2019: episodesOnly('2020-01-10 S'), 2022: null },
      episodes: ['2020-01-10..2022-04-01 S'],
      codes: ['not_carried_on'],
    },
    {
      why: 'dated ahead of its return’s year, and that year’s own return does not have it',
      returns: { 2021: episodesOnly('2021-06-01..2022-04-20 S', '2022-04-20 P'), 2022: episodesOnly('2021-06-01 S') },
      episodes: ['2021-06-01.. S'],
      codes: ['after_year', 'not_in_own_return'],
    },
    {
      why: 'dated ahead of its return’s year, and that year is not imported',
      returns: { 2021: episodesOnly('2022-04-20 S') },
      episodes: ['2022-04-20.. S'],
      codes: ['after_year'],
    },
    {
      why: 'recorded late: only the later return knows of the child, who is looked after today',
      returns: { 2021: null, 2022: episodesOnly('2022-03-20 S') },
      episodes: ['2022-03-20.. S'],
      codes: ['added_by_later_return'],
    },
    {
      why: 'the same row twice is one episode',
      returns: { 2022: episodesOnly('2022-05-09..2022-06-06 S', '2022-05-09..2022-06-06 S') },
      episodes: ['2022-05-09..2022-06-06 S X1'],
      codes: ['repeated_row'],
    },
    {
      why: 'without a start there is no episode',
      returns: { 2022: episodesOnly('..2022-06-06 S') },
      episodes: [],
      codes: ['blank_start'],
    },
    {
      why: 'an end before the start is a slip: the next episode ends it',
      returns: { 2022: episodesOnly('2022-05-09..2021-06-06 S', '2022-06-06 P') },
      episodes: ['2022-05-09.. S X1', '2022-06-06.. P'],
      codes: ['ends_before_start'],
    },
    {
      why: 'an end before the start of a child who left: the last day known is the start',
      returns: { 2022: episodesOnly('2022-05-09..2021-06-06 S C2 U6 E4A') },
      episodes: ['2022-05-09..2022-05-09 S E4A'],
      codes: ['ends_before_start'],
    },
    {
      why: 'a reason for ceasing without an end: still open',
      returns: { 2022: episodesOnly('2022-05-09.. S C2 U6 E7') },
      episodes: ['2022-05-09.. S E7'],
      codes: ['reason_without_end'],
    },
  ]
  for (const { why, returns, episodes, codes } of cases) {
    it(why, () => {
      const result = merged(returns)
      assert.deepEqual(result.episodes, episodes)
      assert.deepEqual(result.codes, codes)
    })
  }
})

describe('reviews of several returns', () => {
  const cases: readonly {
    why: string
    returns: Readonly<Record<number, Said | null>>
    reviews: readonly string[]
    codes: readonly string[]
  }[] = [
    {
      why: 'every year’s own, once',
      returns: {
        2021: reviewsOnly('2021-06-06 PN1', '2022-01-10 PN2'),
        2022: reviewsOnly('2022-01-10 PN2', '2022-07-01 PN3'),
      },
      reviews: ['2021-06-06 PN1', '2022-01-10 PN2', '2022-07-01 PN3'],
      codes: [],
    },
    {
      why: 'a code put right later',
      returns: { 2021: reviewsOnly('2022-01-10 PN7'), 2022: reviewsOnly('2022-01-10 PN1') },
      reviews: ['2022-01-10 PN1'],
      codes: ['changed_by_later_return'],
    },
    {
      why: 'one day, two codes: the lower, whatever stands first in the file',
      returns: { 2022: reviewsOnly('2022-07-01 PN5', '2022-07-01 PN2') },
      reviews: ['2022-07-01 PN2'],
      codes: ['review_codes_differ'],
    },
    {
      why: 'one day, with and without a code: the recorded one',
      returns: { 2022: reviewsOnly('2022-07-01 PN5', '2022-07-01', '2022-07-01 PN3') },
      reviews: ['2022-07-01 PN3'],
      codes: ['review_codes_differ'],
    },
    {
      why: 'no day, no review',
      returns: { 2022: { Header: [header], Reviews: [{ REVIEW: '', REVIEW_CODE: 'PN1' }] } },
      reviews: [],
      codes: ['blank_start'],
    },
    {
      why: 'dated ahead, and the year’s own return does not have it',
      returns: { 2021: reviewsOnly('2022-05-05 PN1'), 2022: reviewsOnly('2022-07-01 PN1') },
      reviews: ['2022-07-01 PN1'],
      codes: ['after_year', 'not_in_own_return'],
    },
    {
      why: 'recorded late by the next return',
      returns: { 2021: reviewsOnly('2021-06-06 PN1'), 2022: reviewsOnly('2021-12-06 PN1') },
      reviews: ['2021-06-06 PN1', '2021-12-06 PN1'],
      codes: ['added_by_later_return'],
    },
  ]
  for (const { why, returns, reviews, codes } of cases) {
    it(why, () => {
      const result = merged(returns)
      assert.deepEqual(result.reviews, reviews)
      assert.deepEqual(result.codes, codes)
    })
  }
})

describe('who the child is', () => {
  it('comes from the latest return that records it', () => {
    const { record, codes } = merged({
      2021: { Header: [{ SEX: '1', DOB: '2012-02-03', ETHNIC: 'WBRI', UPN: 'UN1', MOTHER: '' }] },
      2022: { Header: [{ SEX: 'F', DOB: '2012-03-03', ETHNIC: '', UPN: 'A1', MOTHER: '1' }] },
    })
    assert.deepEqual(
      [record.sex, record.bornOn?.toString(), record.ethnicity, record.upn, record.isMother],
      ['female', '2012-03-03', 'WBRI', 'A1', true],
    )
    assert.deepEqual(codes, ['differs_between_years'])
  })

  it('does not change with the codes for sex', () => {
    assert.deepEqual(
      merged({ 2023: { Header: [{ ...header, SEX: '2' }] }, 2024: { Header: [{ ...header, SEX: 'F' }] } }).codes,
      [],
    )
  })

  it('is what Header says where another table differs, and the row that differs is named', () => {
    const { record, findings } = merged({
      2022: {
        Header: [header],
        Reviews: [review('2022-07-01 PN1'), { ...review('2022-12-01 PN1'), DOB: '2012-02-04' }],
      },
    })
    assert.equal(record.bornOn?.toString(), '2012-02-03')
    assert.deepEqual(
      findings.map(({ code, source }) => ({ code, source })),
      [{ code: 'differs_from_header', source: { year: 2022, table: 'Reviews', row: 3 } }],
    )
  })

  it('is what another table says of the birthday where Header does not have the child', () => {
    const { record, codes } = merged({ 2022: { Reviews: [{ ...review('2022-07-01 PN1'), DOB: '2012-02-04' }] } })
    assert.deepEqual([record.sex, record.bornOn?.toString()], ['not_known', '2012-02-04'])
    assert.deepEqual(codes, ['not_in_header'])
  })

  it('is the fullest row of Header where there are two', () => {
    const { record, codes } = merged({ 2022: { Header: [{ SEX: '1' }, header] } })
    assert.equal(record.sex, 'female')
    assert.deepEqual(codes, ['second_row_of_child'])
  })
})

describe('everything else that returns say', () => {
  it('OC2: each year once, blank is not no, a score beyond 40 is none', () => {
    const { record, codes } = merged({
      2021: { Header: [header], OC2: [{ SDQ_SCORE: '12', HEALTH_CHECK: '1', TEETH_CHECK: '0' }] },
      2022: { Header: [header], OC2: [{ SDQ_SCORE: '41', CONVICTED: 'Y' }, { SDQ_SCORE: '9' }] },
    })
    assert.deepEqual(
      record.health.map((one) => [one.year, one.sdqScore, one.hadDevelopmentCheck, one.hadTeethCheck, one.isConvicted]),
      [
        [2022, null, null, null, null],
        [2021, 12, true, false, null],
      ],
    )
    assert.deepEqual(codes, ['impossible_score', 'second_row_of_child', 'unknown_code'])
  })

  it('missing episodes: two on one day stay two, one open at the end of a year is closed by the next', () => {
    const { record, codes } = merged({
      2021: { Header: [header], Missing: [{ MISSING: 'M', MIS_START: '2022-03-30' }] },
      2022: {
        Header: [header],
        Missing: [
          { MISSING: 'M', MIS_START: '2022-03-30', MIS_END: '2022-04-03' },
          { MISSING: 'M', MIS_START: '2022-10-09', MIS_END: '2022-10-09' },
          { MISSING: 'M', MIS_START: '2022-10-09', MIS_END: '2022-10-10' },
        ],
      },
    })
    assert.deepEqual(
      record.missing.map((one) => `${one.from.toString()}..${one.to?.toString() ?? ''}`),
      ['2022-03-30..2022-04-03', '2022-10-09..2022-10-09', '2022-10-09..2022-10-10'],
    )
    assert.deepEqual(codes, [])
  })

  it('a child missing at the end of a year whom the next return does not have as missing is back by its first day', () => {
    const { record, codes } = merged({
      2021: { Header: [header], Missing: [{ MISSING: 'M', MIS_START: '2022-03-30' }] },
      2022: null,
    })
    assert.equal(record.missing[0]?.to?.toString(), '2022-04-01')
    assert.deepEqual(codes, ['not_carried_on'])
  })

  it('social workers: one who carries on is one, and one whom the next return does not have ended by its first day', () => {
    const worker = (SW_ID: string, SW_DECOM: string, SW_DEC = '') => ({ SW_ID, SW_DECOM, SW_DEC })
    const { record } = merged({
      2023: { Header: [header], SWEpisodes: [worker('W1', '2023-05-01', '2023-07-01'), worker('W2', '2023-07-01')] },
      2024: { Header: [header], SWEpisodes: [worker('W3', '2024-06-01')] },
    })
    assert.deepEqual(
      record.socialWorkers.map(({ workerId, from, to }) => `${workerId} ${from.toString()}..${to?.toString() ?? ''}`),
      ['W1 2023-05-01..2023-07-01', 'W2 2023-07-01..2024-04-01', 'W3 2024-06-01..'],
    )
    assert.equal(
      merged({ 2023: { Header: [header], SWEpisodes: [worker('W2', '2023-07-01')] } }).record.socialWorkers[0]?.to,
      null,
    )
  })

  it('unaccompanied: the later day of ceasing counts, and a child no longer listed ceased by then', () => {
    const later = merged({
      2021: { ...episodesOnly('2021-06-01 S'), UASC: [{ DUC: '' }] },
      2022: { ...episodesOnly('2021-06-01 S'), UASC: [{ DUC: '2022-11-03' }] },
    })
    assert.deepEqual(
      later.record.unaccompanied.map((one) => one.ceasesOn?.toString()),
      ['2022-11-03'],
    )
    const unlisted = merged({
      2021: { ...episodesOnly('2021-06-01 S'), UASC: [{ DUC: '' }] },
      2022: episodesOnly('2021-06-01 S'),
    })
    assert.deepEqual(
      unlisted.record.unaccompanied.map((one) => one.ceasesOn?.toString()),
      ['2022-04-01'],
    )
    assert.deepEqual(unlisted.codes, ['not_carried_on'])
  })

  it('a decision to place for adoption, ceased in the next year, is one', () => {
    const { record } = merged({
      2021: { Header: [header], PlacedAdoption: [{ DATE_PLACED: '2022-01-05' }] },
      2022: {
        Header: [header],
        PlacedAdoption: [{ DATE_PLACED: '2022-01-05', DATE_PLACED_CEASED: '2022-08-01', REASON_PLACED_CEASED: 'RD1' }],
      },
    })
    assert.deepEqual(
      record.placedForAdoption.map((one) => [one.placedOn?.toString(), one.ceasedOn?.toString(), one.reasonCeased]),
      [['2022-01-05', '2022-08-01', 'RD1']],
    )
  })

  it('an unknown code is kept and told, with its row', () => {
    const { record, findings } = merged({ 2022: { Header: [header], Episodes: [episode('2022-05-09 S C2 Q9')] } })
    assert.equal(record.episodes[0]?.placementType, 'Q9')
    assert.deepEqual(
      findings.map(({ code, source }) => [code, source?.row]),
      [['unknown_code', 2]],
    )
  })
})

describe('whatever the returns say', () => {
  // Few enough that returns often speak of the same ones, some of them next to each other.
  const days = fc
    .tuple(fc.integer({ min: 0, max: 14 }), fc.constantFrom(0, 1, 20))
    .map(([count, more]) => addDays(date('2020-04-01'), count * 100 + more).toString())
  const episodes = fc.array(
    fc.record({
      from: days,
      to: fc.option(days, { nil: '' }),
      reason: fc.constantFrom('S', 'P', 'L'),
      place: fc.constantFrom('U6', 'K2'),
      ceased: fc.constantFrom('', 'E4A'),
    }),
    { maxLength: 4 },
  )
  const said = fc.record({
    Header: fc.constant([header]),
    Episodes: episodes.map((all) =>
      all.map((one) => episode(`${one.from}..${one.to} ${one.reason} C2 ${one.place} ${one.to && one.ceased}`)),
    ),
    Reviews: fc.array(days, { maxLength: 4 }).map((all) => all.map((day) => review(`${day} PN1`))),
  })
  const returns = fc.dictionary(fc.constantFrom('2020', '2021', '2022', '2023'), fc.option(said), { minKeys: 1 })

  it('no fact is counted twice, none is invented, all are in order', () => {
    fc.assert(
      fc.property(returns, (all) => {
        const { record } = merged(all)
        const stated = Object.values(all).flatMap((one) => one?.Episodes.map((row) => row['DECOM']) ?? [])
        const starts = record.episodes.map((one) => one.from.toString())
        assert.ok(starts.every((start) => stated.includes(start)))
        const reviewDays = record.reviews.map((one) => one.heldOn.toString())
        assert.equal(new Set(reviewDays).size, reviewDays.length)
        assert.deepEqual(reviewDays, [...reviewDays].sort())
        assert.deepEqual(starts, [...starts].sort())
      }),
    )
  })

  it('the order in which the years were imported does not matter', () => {
    fc.assert(
      fc.property(returns, (all) => {
        const documents = Object.entries(all).flatMap(([year, one]) => (one ? [document(Number(year), one)] : []))
        const coverage = Object.keys(all).map((year) => ({ year: Number(year), carriesEarlierReviews: false }))
        assert.deepEqual(
          mergeDocuments(CHILD, documents, coverage),
          mergeDocuments(CHILD, [...documents].reverse(), [...coverage].reverse()),
        )
      }),
    )
  })

  // Something may change on each day that a return names, and on no other.
  const daysAsked = Array.from({ length: 15 * 3 }, (_, at) =>
    addDays(date('2020-04-01'), Math.floor(at / 3) * 100 + ([0, 1, 20][at % 3] ?? 0)),
  )

  it('a later return takes no day of care, review or placement from an earlier year without a word', () => {
    const atLastOf = (until: number, all: Readonly<Record<string, Said | null>>, asAt: number) => {
      const known = Object.fromEntries(Object.entries(all).filter(([year]) => Number(year) <= until))
      const { record, findings } = merged(known)
      const history = careHistory(record, reportingYear(asAt).lastDay)
      const facts = history.periods.flatMap((period) => [
        ...daysAsked.filter((day) => isInPeriod(period, day)).map((day) => `in care on ${day.toString()}`),
        ...record.reviews
          .filter(({ heldOn }) => isInPeriod(period, heldOn))
          .map((one) => `reviewed ${one.heldOn.toString()}`),
        ...period.placements.map((one) => `placed in ${one.type} from ${one.from.toString()}`),
      ])
      // That something was added says nothing of what is gone.
      const told = [...findings, ...history.findings].filter(({ code }) => code !== 'added_by_later_return')
      return { facts, told: told.map(({ code, what }) => `${code}: ${what}`) }
    }
    fc.assert(
      fc.property(returns, (all) => {
        const years = Object.keys(all).map(Number).sort()
        for (const [index, year] of years.entries()) {
          const next = years[index + 1]
          if (next === undefined) continue
          const [before, after] = [atLastOf(year, all, year), atLastOf(next, all, year)]
          const lost = before.facts.filter((fact) => !after.facts.includes(fact))
          const isTold = after.told.some((words) => !before.told.includes(words))
          assert.ok(lost.length === 0 || isTold, lost.join('; '))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('the same return for one year more changes nothing but where facts were read', () => {
    fc.assert(
      fc.property(said, (one) => {
        const daysOf = (result: ReturnType<typeof merged>) => [result.episodes, result.reviews]
        assert.deepEqual(daysOf(merged({ 2022: one, 2023: one })), daysOf(merged({ 2023: one })))
      }),
    )
  })
})

describe('returns that list only their own year, and returns that carry the history', () => {
  const [from, to] = [reportingYear(2019), reportingYear(2022)]

  function recordsOf(history: 'year_only' | 'carried') {
    const options = { seed: 5, children: 60, from, to, until: null, history, oddities: null }
    const documents = new Map<string, YearDocument[]>()
    const { returns } = makeUpAuthority(options, holidays)
    for (const { scope, tables: stated } of returns) {
      const draft = new ReturnDraft(scope.year)
      for (const { name, rows } of stated) {
        for (const [index, cells] of rows.entries()) {
          const values = tables[name].map((column, at) => valueOf(column.kind, cells[at] ?? '') ?? '')
          draft.add(name, values, index + 2)
        }
      }
      const year = scope.year.startYear
      for (const { child, content, rows } of draft.documents()) {
        documents.set(child, [...(documents.get(child) ?? []), { year, content, rows }])
      }
    }
    const coverage = returns.map(({ scope }) => ({ year: scope.year.startYear, carriesEarlierReviews: false }))
    const all = [...documents]
    assert.deepEqual(
      all.flatMap(([child, own]) => mergeFindings(child, own, coverage)),
      [],
    )
    return new Map(all.map(([child, own]) => [child, mergeDocuments(child, own, coverage)]))
  }

  it('give the same records for those years, with nothing odd between them', () => {
    const seen = (record: ChildRecord | undefined) => ({
      episodes: record?.episodes
        .filter((one) => one.to === null || isOnOrAfter(one.to, from.firstDay))
        .map((one) => [one.from.toString(), one.to?.toString(), one.reasonForNewEpisode, one.placementType]),
      reviews: record?.reviews
        .filter((one) => isOnOrAfter(one.heldOn, from.firstDay))
        .map((one) => [one.heldOn.toString(), one.participation]),
      missing: record?.missing.filter((one) => isOnOrAfter(one.from, from.firstDay)).map((one) => one.from.toString()),
      health: record?.health.map((one) => [one.year, one.sdqScore, one.hadTeethCheck]),
    })
    const carried = recordsOf('carried')
    const yearOnly = recordsOf('year_only')
    assert.ok(yearOnly.size > 60)
    for (const [child, record] of yearOnly) assert.deepEqual(seen(record), seen(carried.get(child)), child)
  })
})

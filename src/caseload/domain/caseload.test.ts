import { type Facts, registersOf } from '../../../test/support/registers.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { aChild, aWorld, episode } from '../../../test/support/children.ts'
import type { ChildRecord } from '../../children/domain/record.ts'
import type { World } from '../../children/domain/world.ts'
import { addDays, date } from '../../kernel/dates.ts'
import { serviceFigures } from '../../officers/domain/figures.ts'
import { monthsAhead, nothingTried } from './ahead.ts'
import { flowOf } from './flow.ts'
import { knownChildren } from './knownChildren.ts'
import { bandOf, caseloadOn } from './load.ts'
import { spread } from './spread.ts'
import { suggestedOfficers } from './suggestions.ts'
import { reviewsIn, sharesOn } from './tried.ts'
import { leftBehind, leftWithout, waitingChildren } from './waiting.ts'
import { gapsOf } from './gaps.ts'
import { workWords } from './work.ts'

const officer = (officerId: string, fte = 1, more: Partial<OfficerFact> = {}): OfficerFact => ({
  officerId,
  name: `IRO ${officerId}`,
  role: 'IRO',
  fte,
  startedOn: date('2020-01-01'),
  endedOn: null,
  employment: null,
  qualifiedOn: null,
  email: null,
  ...more,
})
/** `C1 A 2022-05-09..2022-06-01`. */
const allocation = (words: string): AllocationFact => {
  const [child = '', officerId = '', span = ''] = words.split(' ')
  const [from = '', to = ''] = span.split('..')
  return { child, officerId, from: date(from), to: to === '' ? null : date(to) }
}
const child = (id: string, episodes: string, bornOn = '2012-02-03'): ChildRecord =>
  aChild({ child: id, episodes: episodes.split('; ').map((one) => episode(one)), bornOn })

function world(children: readonly ChildRecord[], registers: Facts, asAt = '2022-11-22'): World {
  return { ...aWorld(children, { asAt }), registers: registersOf(registers) }
}

describe('the board', () => {
  const children = [
    child('C1', '2022-05-09..'),
    child('C2', '2022-05-09.. S E1'),
    child('C3', '2022-05-09.. S C2 A5'),
    child('C4', '2022-05-09.. S V4'),
    child('C5', '2022-05-09..2022-08-01 S C2 U6 E4A'),
  ]
  const watched = (id: string, kind: 'CARE_LEAVER' | 'SUPERVISION_ORDER' | 'PRIVATE_FOSTERING') => ({
    child: id,
    kind,
    from: date('2022-01-01'),
    to: null,
    bornOn: null,
    sex: null,
    plannedFrom: null,
  })
  const ids = ['C1', 'C2', 'C3', 'C4', 'C5', 'L1', 'S1', 'F1']
  const here = world(children, {
    officers: [
      officer('A', 0.8),
      officer('B', 0.2),
      officer('GONE', 1, { endedOn: date('2022-06-30') }),
      officer('M', 1, { role: 'MANAGER' }),
    ],
    people: [watched('L1', 'CARE_LEAVER'), watched('S1', 'SUPERVISION_ORDER'), watched('F1', 'PRIVATE_FOSTERING')],
    allocations: [...ids.map((id) => allocation(`${id} A 2022-05-10`)), allocation('C1 GONE 2022-05-01')],
  })
  const board = caseloadOn(here, here.asAt)

  test('each child is counted by its kind of work and weighs as the settings say', () => {
    assert.deepEqual(board.whole.byKind, {
      lookedAfter: 1,
      adoption: 2,
      shortBreaks: 1,
      careLeaver: 1,
      supervisionOrder: 1,
      privateFostering: 1,
    })
    assert.equal(board.whole.ended, 1)
    assert.equal(board.whole.weighted, 1 + 2 + 0.5 + 0.5 + 0.25 + 0.25)
    assert.equal(board.whole.children, 8, 'a child with two open allocations is one')
  })

  test('who has no start of care in the return is not said to have left it, and weighs as who is looked after', () => {
    const unknown = { ...child('C6', '2022-05-09..2022-08-01 S C2 U6 E4A'), hasBlankStart: true }
    const whole = world([unknown], { officers: [officer('A')], allocations: [allocation('C6 A 2022-09-10')] })
    const { byKind, ended } = caseloadOn(whole, whole.asAt).whole
    assert.deepEqual([byKind.lookedAfter, ended], [1, 0])
    assert.equal(workWords(whole, 'C6', whole.asAt), 'We do not know when care began')
    assert.equal(workWords(whole, 'C6', date('2022-06-01')), 'Looked after')
    assert.equal(workWords(here, 'C5', here.asAt), 'Care has ended')
  })

  test('only reviewing officers in post count; an officer who left and still has children is shown', () => {
    assert.equal(board.whole.fte, 1)
    assert.deepEqual(
      board.officers.map(({ officer: { officerId }, fte, children: count }) => [officerId, fte, count]),
      [
        ['A', 0.8, 8],
        ['B', 0.2, 0],
        ['GONE', 0, 1],
      ],
    )
    assert.deepEqual(
      leftBehind(here, here.asAt).map((one) => [one.child, one.officer.officerId]),
      [['C1', 'GONE']],
    )
  })

  const figure = serviceFigures.find(({ id }) => id === 'iros.caseload_per_fte')
  test('the whole service is what the figure counts on every month end', () => {
    const anyAllocation = fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom('A', 'B', 'GONE', 'M'), fc.nat(360), fc.option(fc.nat(200)))
      .map(([id, officerId, from, length]): AllocationFact => {
        const first = addDays(date('2022-01-01'), from)
        return { child: id, officerId, from: first, to: length === null ? null : addDays(first, length) }
      })
    fc.assert(
      fc.property(fc.array(anyAllocation, { minLength: 1, maxLength: 20 }), (allocations) => {
        const one = { ...here, registers: registersOf({ allocations }, here.registers) }
        const records = figure?.records(one)
        // Where hardly any allocation was kept at the month ends, the figure says so instead.
        fc.pre(typeof records !== 'string')
        assert.ok(records && records.length > 0)
        for (const { date: day, amount } of records) assert.equal(caseloadOn(one, day).whole.perFte, amount)
      }),
    )
  })

  for (const [load, band] of [
    [49.9, 'under'],
    [49.96, 'in'],
    [50, 'in'],
    [70, 'in'],
    [70.04, 'in'],
    [70.1, 'over'],
    [78, 'over'],
  ] as const) {
    test(`${load} is ${band} the guide of 50 to 70`, () => {
      assert.equal(bandOf(load, { from: 50, to: 70 }), band)
    })
  }
})

describe('who waits for an officer', () => {
  const here = world(
    [
      child('NEW', '2022-11-18..'),
      child('LATE', '2022-11-01..'),
      child('GAP', '2022-05-09..'),
      child('HAS', '2022-05-09..'),
      child('LEFTCARE', '2022-05-09..2022-08-01 S C2 U6 E4A'),
      child('BREAKS', '2022-05-09.. S V4'),
    ],
    {
      officers: [officer('A')],
      allocations: ['HAS A 2022-05-09', 'GAP A 2022-05-12..2022-11-14', 'NEW A 2022-12-01'].map(allocation),
    },
  )
  test('those looked after without an open allocation, by the day there must be one', () => {
    assert.deepEqual(
      waitingChildren(here).map((one) => [
        one.child,
        one.since.toString(),
        one.due?.toString(),
        one.isOverdue,
        one.before,
      ]),
      [
        ['LATE', '2022-11-01', '2022-11-08', true, null],
        ['GAP', '2022-11-14', '2022-11-21', true, 'A'],
        ['NEW', '2022-11-18', '2022-11-25', false, null],
      ],
    )
    assert.equal(waitingChildren(here).at(-1)?.next?.officerId, 'A')
  })

  for (const { start, due } of [
    { start: '2022-09-15', due: '2022-09-23' },
    { start: '2023-04-06', due: '2023-04-17' },
  ]) {
    test(`CLK-IRO-1: looked after from ${start}, an officer by ${due}`, () => {
      const asAt = addDays(date(start), 1).toString()
      const [one] = waitingChildren(world([child('C', `${start}..`)], {}, asAt))
      assert.equal(one?.due?.toString(), due)
    })
  }

  test('days without are explained: before the first, between, after the last', () => {
    const one = child('C', '2022-05-09..')
    const with3 = world([one], {
      allocations: ['X A 2022-01-01', 'C A 2022-05-18..2022-06-01', 'C B 2022-06-03..2022-07-01'].map(allocation),
    })
    const [history] = with3.histories
    assert.ok(history)
    assert.deepEqual(
      gapsOf(with3, history).map((gap) => [
        gap.why,
        gap.from.toString(),
        gap.until?.toString() ?? null,
        gap.days,
        gap.isWithinLimit,
      ]),
      [
        ['before_the_first', '2022-05-09', '2022-05-18', 9, false],
        ['between', '2022-06-01', '2022-06-03', 2, false],
        ['after_the_last', '2022-07-01', null, 145, false],
      ],
    )
  })

  test('an officer within the limit, and a handover on the same day, leave nothing to explain', () => {
    const good = world([child('C', '2022-05-09..')], {
      allocations: ['X A 2022-01-01', 'C A 2022-05-16..2022-06-01', 'C B 2022-06-01'].map(allocation),
    })
    const [history] = good.histories
    assert.ok(history)
    assert.deepEqual(
      gapsOf(good, history).filter(({ isWithinLimit }) => !isWithinLimit),
      [],
    )
  })

  test('when an officer leaves, those whom nobody follows would be without', () => {
    const allocations = [
      'C1 A 2022-01-01',
      'C2 A 2022-01-01..2022-12-31',
      'C3 A 2022-01-01..2023-01-01',
      'C4 B 2022-01-01',
      'C5 A 2022-01-01..2023-02-01',
    ]
    assert.deepEqual(
      leftWithout('A', date('2022-12-31'), allocations.map(allocation)).map((one) => one.child),
      ['C1', 'C5'],
    )
  })
})

describe('suggested officers', () => {
  const registers: Facts = {
    officers: [officer('A'), officer('B'), officer('C'), officer('D'), officer('E', 0.5), officer('AWAY')],
    allocations: [
      'K2 A 2022-01-01', 'K1 B 2021-01-01..2021-06-01', 'MUM C 2022-01-01',
      ...Array.from({ length: 3 }, (_, index) => `X${index} A 2022-01-01`),
      ...Array.from({ length: 2 }, (_, index) => `Y${index} D 2022-01-01`),
    ].map(allocation), // prettier-ignore
    family: [
      { child: 'K2', relative: 'K1', kind: 'SIBLING', apartReason: null },
      { child: 'MUM', relative: 'K1', kind: 'PARENT', apartReason: null },
    ],
    absences: [{ officerId: 'AWAY', from: date('2022-11-01'), to: date('2022-12-31'), kind: 'OTHER' }],
  }
  const ids = ['K1', 'K2', 'MUM', 'X0', 'X1', 'X2', 'Y0', 'Y1']
  const here = world(
    ids.map((id) => child(id, '2022-05-09..')),
    registers,
  )

  test('sibling’s officer, earlier officer, then the lightest; the parent’s is left out, who is away comes last', () => {
    const found = suggestedOfficers(here, 'K1', here.asAt)
    assert.deepEqual(
      found.map(({ officer: { officerId }, rank }) => [officerId, rank]),
      [
        ['A', 'sibling'],
        ['B', 'earlier'],
        ['E', 'load'],
        ['D', 'load'],
        ['AWAY', 'load'],
      ],
    )
    assert.match(found[0]?.reasons[0] ?? '', /^IRO of K2, the child’s brother or sister\.$/)
    assert.match(found[1]?.reasons[0] ?? '', /until 1 June 2021/)
    assert.deepEqual(found.at(-1)?.warnings, ['Away until 31 December 2022.'])
  })

  test('children of who leaves are spread: siblings together, nobody to their parent’s officer, shares by full time', () => {
    const leaving = world(
      ['P', 'Q', 'R', 'S', 'T', 'U', 'MUM'].map((id) => child(id, '2022-05-09..')),
      {
        officers: [officer('OLD'), officer('A'), officer('E', 0.5)],
        allocations: [...['P', 'Q', 'R', 'S', 'T', 'U'].map((id) => `${id} OLD 2022-01-01`), 'MUM E 2022-01-01'].map(
          allocation,
        ),
        family: [
          { child: 'P', relative: 'Q', kind: 'SIBLING', apartReason: null },
          { child: 'MUM', relative: 'R', kind: 'PARENT', apartReason: null },
        ],
      },
    )
    const given = spread(leaving, ['P', 'Q', 'R', 'S', 'T', 'U'], 'OLD', date('2022-12-01'))
    assert.equal(given.size, 6)
    assert.equal(given.get('P')?.officerId, given.get('Q')?.officerId)
    assert.equal(given.get('R')?.officerId, 'A')
    const counts = [...given.values()].filter(({ officerId }) => officerId === 'A').length
    assert.ok(counts >= 4, 'full time has more than half time')
  })
})

describe('the months ahead', () => {
  const here = world(
    [
      child('YOUNG', '2022-05-09..'),
      child('OLDER', '2022-05-09..', '2005-01-30'),
      child('WAITS', '2022-11-21..'),
      child('CAME', '2022-02-01..2022-09-01 S C2 U6 E4A'),
    ],
    {
      officers: [
        officer('A'),
        officer('B', 0.5, { endedOn: date('2023-02-15') }),
        officer('NEW', 1, { startedOn: date('2023-04-01') }),
      ],
      allocations: ['YOUNG A 2022-05-10', 'OLDER B 2022-05-10'].map(allocation),
      absences: [
        { officerId: 'A', from: date('2023-01-20'), to: date('2023-02-10'), kind: 'OTHER' },
        { officerId: 'A', from: date('2022-12-28'), to: date('2023-01-05'), kind: 'LEAVE' },
      ],
    },
  )

  test('known leavers leave, officers start, leave and are away, a week’s leave changes nothing', () => {
    const months = monthsAhead(here, null, nothingTried)
    assert.equal(months.length, 12)
    const line = (index: number) => {
      const { day, children, fte, fteAway, leaving } = months[index] ?? assert.fail()
      return [day.toString(), children, fte, fteAway, leaving]
    }
    assert.deepEqual(line(0), ['2022-11-30', 3, 1.5, 0, 0])
    assert.deepEqual(line(1), ['2022-12-31', 3, 1.5, 0, 0])
    assert.deepEqual(line(2), ['2023-01-31', 2, 1.5, 1, 1])
    assert.deepEqual(line(3), ['2023-02-28', 2, 1, 0, 0])
    assert.deepEqual(line(5), ['2023-04-30', 2, 2, 0, 0])
    assert.equal(months[2]?.perFte, 4)
  })

  test('arrivals and departures of the last twelve months, only where they are asked for', () => {
    assert.deepEqual(flowOf(here), { arrivals: 4 / 12, departures: 1 / 12 })
    const months = monthsAhead(here, flowOf(here), nothingTried)
    const last = months.at(-1)
    assert.ok(last && last.children > 4.5 && last.children < 5, String(last?.children))
  })

  test('every child known is in one month’s reviews, the overdue ones in the first', () => {
    const months = monthsAhead(here, null, nothingTried)
    const due = months.reduce((total, { reviewsDue }) => total + reviewsDue, 0)
    assert.equal(due, 3)
    assert.equal(months[0]?.reviewsDue, 2, 'two first reviews are overdue')
    assert.equal(months[1]?.reviewsDue, 1)
    assert.ok(months.reduce((total, { reviewsAfter }) => total + reviewsAfter, 0) >= 4)
  })

  test('who would be away is not at work, and the children are shared out by full time, none lost', () => {
    const tried = {
      absence: { officerId: 'A', from: date('2022-12-05'), to: date('2022-12-20') },
      post: { fte: 0.5, from: date('2022-12-01') },
    }
    const months = monthsAhead(here, null, tried)
    assert.equal(months[1]?.day.toString(), '2022-12-20', 'counted while the IRO is away')
    assert.deepEqual([months[1].fte, months[1].fteAway, months[1].perFte], [2, 1, 3])
    const shares = sharesOn(here, date('2022-12-05'), tried)
    assert.deepEqual(
      shares.map(({ officer: one, before, after }) => [one?.officerId ?? 'post', before.children, after.children]),
      [
        ['A', 1, 0],
        ['B', 1, 1.5],
        ['post', 0, 0.5],
      ],
    )
    assert.equal(knownChildren(here).length, 3)
  })

  test('the reviews in an absence: due for the officer’s children, and booked with the officer', () => {
    const booked = {
      reviewRef: 'R1', number: 1, child: 'OLDER', on: date('2022-12-07'), startsAt: null, endsAt: null, officerId: 'A',
      place: null, format: null, purpose: 'REVIEW', status: 'BOOKED', whyNotAsChosen: null, overrideReason: null, bookedOn: null, cancelledWhy: null, adjournedWhy: null, adjournedBy: null,
    } as const // prettier-ignore
    const waits = allocation('WAITS A 2022-11-22')
    const registers = registersOf(
      { meetings: [booked], allocations: [...recordsOf(here, allocations), waits] },
      here.registers,
    )
    const absence = { officerId: 'A', from: date('2022-12-01'), to: date('2022-12-31') }
    assert.deepEqual(
      reviewsIn({ ...here, registers }, absence).map((one) => [one.child, one.on.toString(), one.what]),
      [
        ['OLDER', '2022-12-07', 'booked'],
        ['WAITS', '2022-12-19', 'due'],
      ],
    )
  })
})

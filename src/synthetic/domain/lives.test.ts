import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { holidays } from '../../../test/support/holidays.ts'
import { ageOn, birthday } from '../../calendar/age.ts'
import { addWorkingDays } from '../../calendar/workingDays.ts'
import {
  compareDates,
  date,
  daysBetween,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  isSameDay,
} from '../../kernel/dates.ts'
import type { Life, MadeUpEpisode } from './life.ts'
import { livesOf } from './lives.ts'
import { familiesOf } from './outline.ts'

const firstDay = date('2022-04-01')
const horizon = date('2026-03-31')

function livesWith(seed: number, children: number): Life[] {
  const families = [...familiesOf(seed, children, firstDay, horizon)]
  return families.flatMap((family) => livesOf(family, { seed, firstDay, horizon, holidays, socialWorkers: 3 }))
}

const seeds = fc.integer({ min: 0, max: 2 ** 40 })

/** Asks the question of every child of a few small authorities. */
function ofEveryLife(check: (life: Life) => void): void {
  fc.assert(
    fc.property(seeds, (seed) => {
      livesWith(seed, 40).forEach(check)
    }),
    { numRuns: 8 },
  )
}

const consecutive = <T>(items: readonly T[]): [T, T][] =>
  items.slice(1).flatMap((item, index): [T, T][] => {
    const before = items[index]
    return before === undefined ? [] : [[before, item]]
  })

const episodesOf = (life: Life): readonly MadeUpEpisode[] => life.periods.flatMap((period) => period.episodes)
const placementOf = ({ placementType, provider, placementPostcode, urn }: MadeUpEpisode) =>
  [placementType, provider, placementPostcode, urn].join()

describe('made-up lives', () => {
  it('have episodes that chain from a start to an end within each period of care', () => {
    ofEveryLife((life) => {
      for (const { from, to, episodes } of life.periods) {
        assert.equal(episodes[0]?.reasonForNewEpisode, 'S')
        assert.equal(episodes[0].from, from)
        assert.equal(episodes.at(-1)?.to, to)
        assert.notEqual(episodes.at(-1)?.reasonCeased, 'X1')
        for (const episode of episodes) assert.ok(episode.to && isBefore(episode.from, episode.to))
        for (const [one, next] of consecutive(episodes)) {
          assert.equal(one.to, next.from)
          assert.equal(one.reasonCeased, 'X1')
          assert.notEqual(next.reasonForNewEpisode, 'S')
        }
      }
      for (const [one, next] of consecutive(life.periods)) assert.ok(isBefore(one.to, next.from))
    })
  })

  it('begin care after birth and under 18, and end it by 18', () => {
    ofEveryLife((life) => {
      for (const { from, to } of life.periods) {
        assert.ok(isOnOrAfter(from, life.bornOn))
        assert.ok(ageOn(life.bornOn, from) < 18)
        assert.ok(isOnOrBefore(to, birthday(life.bornOn, 18)))
      }
    })
  })

  it('give each new episode the reason that its changes amount to (rules 434 to 436)', () => {
    ofEveryLife((life) => {
      for (const period of life.periods) {
        for (const [one, next] of consecutive(period.episodes)) {
          const hasNewStatus = one.legalStatus !== next.legalStatus
          const hasMoved = placementOf(one) !== placementOf(next)
          const expected = hasNewStatus ? (hasMoved ? ['B', 'U'] : ['L']) : hasMoved ? ['P', 'T'] : []
          assert.ok(expected.includes(next.reasonForNewEpisode), JSON.stringify([one, next]))
        }
      }
    })
  })

  it('keep to the ages and the longest times that the return allows', () => {
    ofEveryLife((life) => {
      for (const episode of episodesOf(life)) {
        const { placementType, legalStatus, from, to } = episode
        const age = ageOn(life.bornOn, from)
        const days = daysBetween(from, to ?? from)
        if (placementType === 'K3') assert.ok(age >= 16, 'rule 371')
        if (placementType === 'R5' || legalStatus === 'J1') assert.ok(age >= 10, 'rules 358 and 372')
        if (placementType === 'S1') assert.ok(age >= 4, 'rule 373')
        if (placementType === 'P1') assert.ok(!['V2', 'L1', 'L2'].includes(legalStatus), 'rule 378')
        if (placementType === 'T4') assert.ok(days <= 7, 'rule 379')
        if (placementType === 'T3') assert.ok(days <= 21, 'rule 376')
        if (legalStatus === 'L1') assert.ok(days <= 3, 'rule 361')
        if (legalStatus === 'L2') assert.ok(days <= 21, 'rule 362')
        assert.equal(placementType.startsWith('T'), episode.provider === '', 'rules 213 and 526')
      }
    })
  })

  it('hold reviews in order within the period of care, with the code that the age asks for', () => {
    ofEveryLife((life) => {
      for (const { from, to, reviews } of life.periods) {
        for (const { heldOn, participation } of reviews) {
          assert.ok(isAfter(heldOn, from) && isBefore(heldOn, to) && isOnOrBefore(heldOn, horizon))
          assert.equal(participation === 'PN0', ageOn(life.bornOn, heldOn) < 4)
        }
        for (const [one, next] of consecutive(reviews)) assert.ok(isBefore(one.heldOn, next.heldOn))
      }
    })
  })

  it('go missing only while in care, once at a time', () => {
    ofEveryLife((life) => {
      const inOrder = life.absences.toSorted((a, b) => compareDates(a.from, b.from))
      for (const { from, to } of inOrder) {
        const period = life.periods.find((some) => isOnOrAfter(from, some.from) && isBefore(from, some.to))
        assert.ok(period && to && isAfter(to, from) && isBefore(to, period.to))
      }
      for (const [one, next] of consecutive(inOrder)) assert.ok(one.to && isAfter(next.from, one.to))
    })
  })

  it('place for adoption under a placement order, and adopt only who was placed (rules 390 and 408)', () => {
    const adopted = livesWith(3, 800).filter((life) => /^E1[12]$/.test(episodesOf(life).at(-1)?.reasonCeased ?? ''))
    assert.ok(adopted.length > 5)
    for (const life of adopted) {
      const last = episodesOf(life).at(-1)
      assert.match(last?.placementType ?? '', /^A[56]$/)
      assert.equal(last?.legalStatus, 'E1')
    }
  })

  it('give brothers and sisters one home', () => {
    const families = [...familiesOf(5, 300, firstDay, horizon)].map((family) =>
      livesOf(family, { seed: 5, firstDay, horizon, holidays, socialWorkers: 3 }),
    )
    const together = families.filter((lives) => lives.length > 1 && lives.every((life) => life.periods.length > 0))
    assert.ok(together.length > 20)
    for (const lives of together) {
      const homes = new Set(lives.flatMap(episodesOf).map((episode) => episode.homePostcode))
      assert.equal(homes.size, 1)
    }
  })

  it('are mostly reviewed in time: first reviews between 95 and 99 in a hundred', () => {
    const periods = livesWith(11, 1500).flatMap((life) => life.periods)
    const firsts = periods.flatMap(({ from, reviews }) => {
      const [first] = reviews
      return first && isOnOrAfter(from, firstDay) ? [{ from, heldOn: first.heldOn }] : []
    })
    const onTime = firsts.filter(({ from, heldOn }) => isOnOrBefore(heldOn, addWorkingDays(from, 20, holidays)))
    assert.ok(firsts.length > 500)
    const share = onTime.length / firsts.length
    assert.ok(share > 0.95 && share < 0.99, String(share))
  })

  it('are the same however late one asks', () => {
    const later = date('2027-06-30')
    const before = livesWith(9, 60)
    const after = new Map(
      [...familiesOf(9, 60, firstDay, later)]
        .flatMap((family) => livesOf(family, { seed: 9, firstDay, horizon: later, holidays, socialWorkers: 3 }))
        .map((life) => [life.child, life]),
    )
    assert.ok(before.length > 60)
    for (const life of before) {
      const same = after.get(life.child)
      assert.ok(same)
      assert.deepEqual(
        same.periods.map((period) => period.episodes),
        life.periods.map((period) => period.episodes),
      )
      const reviews = same.periods
        .flatMap((period) => period.reviews)
        .filter(({ heldOn }) => isOnOrBefore(heldOn, horizon))
      assert.deepEqual(
        reviews,
        life.periods.flatMap((period) => period.reviews),
      )
      assert.ok(isSameDay(same.bornOn, life.bornOn))
    }
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { frozenFacts } from '../../../test/support/reportFacts.ts'
import { shownYear } from '../../../test/support/shownYear.ts'
import { notInserted, withFigures } from './inserted.ts'
import { measureValue, partsText } from './sentences.ts'

describe('figures inserted by name', () => {
  const year = shownYear(frozenFacts(), false)
  const measureOf = (id: string) => {
    const measure = year.now.measures.get(id)
    assert.ok(measure, id)
    return measure
  }
  const onTime = measureOf('reviews.on_time')
  const before = year.before?.measures.get('reviews.on_time')
  assert.ok(before)
  const [part] = measureOf('reviews.by_participation').breakdown
  assert.ok(part)
  for (const { typed, shown } of [
    { typed: 'In time: {reviews.on_time}.', shown: `In time: ${measureValue(onTime)}.` },
    { typed: '{reviews.on_time counts}', shown: partsText(onTime) },
    { typed: '{reviews.on_time last year}', shown: measureValue(before) },
    { typed: `{reviews.by_participation/${part.key}}`, shown: String(part.value) },
    { typed: 'In {braces}, {no.such} and { } alone', shown: 'In {braces}, {no.such} and { } alone' },
  ]) {
    it(typed, () => {
      assert.equal(withFigures(typed, year), shown)
    })
  }
  it('are told where there is no such figure, or it is not divided', () => {
    const told = notInserted(`{reviews.held} {reviews.hled} {reviews.held/PN1} {reviews.by_participation/${part.key}}`, year) // prettier-ignore
    assert.deepEqual(told.map(({ place }) => place), ['{reviews.hled}', '{reviews.held/PN1}']) // prettier-ignore
  })
  it('are hidden where the edition hides small numbers', () => {
    const shown = shownYear(frozenFacts(), true)
    const hidden = [...shown.now.measures.values()].find(({ unit, value }) => unit === 'count' && value === 'c')
    assert.ok(hidden)
    assert.equal(withFigures(`{${hidden.id}}`, shown), 'c')
  })
})

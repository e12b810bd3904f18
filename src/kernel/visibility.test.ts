import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Visibility, isOfEveryone, maySeeWith, seenByBoth, seesAllThat, seesEveryone } from './visibility.ts'

const people = ['A', 'B', 'C', 'D']
/** Someone of whom no list knows stands for everybody else. */
const everyone = [...people, 'ANYONE ELSE']
const visibility: fc.Arbitrary<Visibility> = fc.record({
  only: fc.option(fc.subarray(people)),
  hidden: fc.subarray(people),
})

test('two people together see whom each of them sees', () => {
  fc.assert(
    fc.property(visibility, visibility, (one, other) => {
      const both = maySeeWith(seenByBoth(one, other))
      for (const person of everyone) {
        assert.equal(both(person), maySeeWith(one)(person) && maySeeWith(other)(person), person)
      }
    }),
  )
})

test('one sees all that another does where nobody is seen by the other alone', () => {
  fc.assert(
    fc.property(visibility, visibility, (one, other) => {
      const isMissed = (person: string) => maySeeWith(other)(person) && !maySeeWith(one)(person)
      assert.equal(seesAllThat(one, other), !everyone.some(isMissed))
    }),
  )
})

test('everyone is seen where nobody is left out', () => {
  assert.ok(isOfEveryone(seesEveryone))
  assert.equal(isOfEveryone({ only: null, hidden: ['A'] }), false)
  assert.equal(isOfEveryone({ only: [], hidden: [] }), false)
})

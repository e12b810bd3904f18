import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aChild, aWorld } from '../../../test/support/children.ts'
import { date } from '../../kernel/dates.ts'
import { auditBands, bandOf, drawSample } from './sample.ts'

const day = date('2023-03-01')
const children = Array.from({ length: 30 }, (_, index) =>
  aChild({ child: `C${index}`, bornOn: `${2006 + (index % 16)}-06-01`, episodes: ['2022-05-09..'] }),
)

test('the same seed draws the same children, whatever order they come in; another draws others', () => {
  const drawn = drawSample(aWorld(children), day, 5, '2023-03')
  assert.equal(drawn.length, 5)
  assert.deepEqual(drawSample(aWorld(children.toReversed()), day, 5, '2023-03'), drawn)
  assert.notDeepEqual(drawSample(aWorld(children), day, 5, '2023-04'), drawn)
})

test('a larger sample holds the smaller one, and each child once', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 40 }), (seed, size) => {
      const drawn = drawSample(aWorld(children), day, size, seed).map(({ child }) => child)
      assert.equal(new Set(drawn).size, Math.min(size, children.length))
      const more = drawSample(aWorld(children), day, size + 3, seed).map(({ child }) => child)
      assert.deepEqual(more.slice(0, drawn.length), drawn)
    }),
  )
})

test('nobody is drawn who is not looked after on the day', () => {
  const left = aChild({ child: 'LEFT', episodes: ['2022-05-09..2022-08-01 S C2 U6 E4A'] })
  assert.deepEqual(drawSample(aWorld([left]), day, 5, 'x'), [])
})

test('each age has one band', () => {
  for (let age = 0; age < 18; age++) assert.equal(auditBands.filter((band) => band === bandOf(age)).length, 1)
  assert.deepEqual([4, 5, 9, 10, 15, 16].map(bandOf), ['0 to 4', '5 to 9', '5 to 9', '10 to 15', '10 to 15', '16 and 17']) // prettier-ignore
})

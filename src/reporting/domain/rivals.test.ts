import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boroughWorld } from '../../../test/support/borough.ts'
import { valueOf } from '../../figures/compute.ts'
import { allFigures } from '../../main/rooms.ts'
import { participationCountsSetting } from '../../reviews/settings.ts'
import { rivalsIn } from './rivals.ts'

describe('the same records under other definitions', async () => {
  const world = await boroughWorld()
  const shareOf = (id: string, settings = {}) => {
    const figure = allFigures.ofId(id)
    assert.ok(figure)
    const { numerator, denominator } = valueOf(figure, { ...world, settings: { ...world.settings, ...settings } })
    return { numerator, denominator }
  }
  const told = (id: string) => rivalsIn(allFigures, world).find((rival) => rival.id === id)?.definitions ?? []

  it('are those of the figures, by whichever setting', () => {
    const [all, strict] = told('participated')
    assert.deepEqual(all?.share, shareOf('reviews.participated', participationCountsSetting.as('not_pn7')))
    assert.deepEqual(strict?.share, shareOf('reviews.participated', participationCountsSetting.as('views_given')))
    assert.deepEqual(told('attended')[0]?.share, shareOf('reviews.attended'))
    assert.deepEqual(told('on_time').map(({ share }) => share), [shareOf('reviews.on_time'), shareOf('children.reviews_on_time')]) // prettier-ignore
  })
  it('differ where the under-fours are left in', () => {
    const [, , all] = told('participated')
    assert.equal(all?.share?.denominator, valueOfHeld())
  })
  it('say which of them is the authority’s own', () => {
    assert.deepEqual(told('participated').map(({ isOurs }) => isOurs), [true, false, false]) // prettier-ignore
  })

  function valueOfHeld() {
    const held = allFigures.ofId('reviews.held')
    assert.ok(held)
    return valueOf(held, world).value
  }
})

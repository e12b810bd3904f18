import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { didYouMean } from './didYouMean.ts'

const names = ['cla.count', 'reviews.on_time', 'reviews.held', 'reviews.later_on_time', 'reviews.late']

describe('what may have been meant', () => {
  for (const { typed, says } of [
    { typed: 'reviews.ontime', says: '. Did you mean reviews.on_time?' },
    { typed: 'Reviews-On-Time', says: '. Did you mean reviews.on_time?' },
    { typed: 'review.on_tmie', says: '. Did you mean reviews.on_time?' },
    { typed: 'reviews.lat', says: '. Did you mean reviews.late?' },
    { typed: 'clacount', says: '. Did you mean cla.count?' },
    { typed: 'something.else', says: '' },
  ]) {
    it(typed, () => {
      assert.equal(didYouMean(typed, names), says)
    })
  }
})

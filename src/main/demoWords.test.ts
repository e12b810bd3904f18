import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { appendices, sectionsOf } from '../reporting/domain/sections/all.ts'
import { reportWords } from '../synthetic/domain/reportWords.ts'
import { rooms } from './rooms.ts'

describe('the words of the made-up service in its report', () => {
  it('stand in every place for them, and name no number that the figures could contradict', () => {
    const sections = [...sectionsOf(rooms.flatMap(({ report = [] }) => report)), ...appendices]
    const places = sections.filter(({ prompt }) => prompt !== null).map(({ id }) => id)
    assert.deepEqual(Object.keys(reportWords).sort(), places.sort())
    for (const words of Object.values(reportWords)) assert.doesNotMatch(words, /\d/)
  })
})

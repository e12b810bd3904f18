import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { attackOn } from '../../test/support/printedAttack.ts'
import { factsOf, publicEditions } from '../../test/support/publicEditions.ts'
import { madeUpService } from '../../test/support/madeUpService.ts'
import { numbersNotInFigures } from '../../test/support/printedNumbers.ts'
import { solver } from '../../test/support/shownYear.ts'
import { cellsOfYear } from './domain/disclosure/cells.ts'
import { isProtected } from './domain/disclosure/rules.ts'
import { givenAway, searchCells } from './domain/disclosure/search.ts'

/** Ten services of all sizes; `npm run bench disclosure` attacks 200. */
const SIZES = [20, 24, 28, 33, 40, 52, 69, 96, 140, 250]

describe('the public editions of three years, with the children’s', () => {
  for (const [index, children] of SIZES.entries()) {
    it(`of a service of about ${children} children leave each hidden count three values or more`, async () => {
      const service = await madeUpService({ seed: 40 + index, children, firstYear: 2021, lastYear: 2023 })
      try {
        const editions = publicEditions(service, [2023, 2022, 2021], solver)
        const files = editions.map(({ json }) => json)
        const { hidden, found } = attackOn(files, solver)
        assert.deepEqual(found, [])
        assert.ok(hidden.length > 0)
        // Text and tables print nothing beyond the figures that were attacked.
        for (const edition of editions) assert.deepEqual(numbersNotInFigures(edition, files), [])
        // What ties years together is hidden for its own value alone, so that all editions hide alike.
        const values = factsOf(service, 2023, 2023).figures.filter(isProtected)
        const untold = givenAway(values, solver)
        const year = cellsOfYear(values.filter(({ id }) => !untold.has(id)))
        const search = searchCells(year, solver)
        assert.ok(search.isCheapest)
        for (const cell of search.hidden) assert.ok(!year.cells[cell]?.isHead || year.cells[cell].mustHide)
      } finally {
        service.remove()
      }
    })
  }
})

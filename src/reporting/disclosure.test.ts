import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { attackOn } from '../../test/support/printedAttack.ts'
import { factsOf, publicEditions } from '../../test/support/publicEditions.ts'
import { madeUpService } from '../../test/support/madeUpService.ts'
import { numbersNotInFigures } from '../../test/support/printedNumbers.ts'
import { solver } from '../../test/support/shownYear.ts'
import { cellsOfYear } from './domain/disclosure/cells.ts'
import { isProtected } from './domain/disclosure/rules.ts'
import { searchCells } from './domain/disclosure/search.ts'

/** Ten services of all sizes; `npm run bench disclosure` attacks 200. */
const SIZES = [20, 27, 35, 48, 69, 110, 180, 320, 700, 2000]

describe('the public editions of two years, with the children’s', () => {
  for (const [index, children] of SIZES.entries()) {
    it(`of a service of about ${children} children leave each hidden count three values or more`, async () => {
      const service = await madeUpService({ seed: 40 + index, children, firstYear: 2021, lastYear: 2023 })
      try {
        const editions = publicEditions(service, [2023, 2022], solver)
        const { hidden, found } = attackOn(
          editions.map(({ json }) => json),
          solver,
        )
        assert.deepEqual(found, [])
        assert.ok(hidden.length > 0)
        // What ties years together is hidden for its own value alone, so that all editions hide alike.
        const year = cellsOfYear(factsOf(service, 2023, 2021).figures.filter(isProtected))
        const search = searchCells(year, solver)
        assert.ok(search.isCheapest)
        for (const cell of search.hidden) assert.ok(!year.cells[cell]?.isHead || year.cells[cell].mustHide)
        // Text and tables print nothing beyond the figures that were attacked.
        for (const edition of editions) assert.deepEqual(numbersNotInFigures(edition), [])
      } finally {
        service.remove()
      }
    })
  }
})

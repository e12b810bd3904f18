import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aDatabase } from '../../../test/support/database.ts'
import { holidays } from '../../../test/support/holidays.ts'
import { type PlainDate, date } from '../../kernel/dates.ts'
import { allRegisters } from '../../main/rooms.ts'
import { noProgress } from '../../platform/cli/progress.ts'
import { makeInOneTransaction } from '../../platform/database/inOneTransaction.ts'
import { holdRows, keeping, rowsIn } from '../../registers/app/changeByHand.ts'
import { makeRegistersImport } from '../../registers/app/importRegisters.ts'
import { makeRegisterStore } from '../../registers/db/registerStore.ts'
import { readRegisters } from '../../registers/read/readRegisters.ts'
import { officers } from '../../officers/registers/officers.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { prepareDemoRegisters } from './demoRegisters.ts'

describe('the registers of the demonstration', async () => {
  const { database } = await aDatabase()
  const authority = { code: 'X99000001', name: 'Hartsmere (made up)' }
  const store = makeRegisterStore(database)
  const registersImport = makeRegistersImport({
    registers: allRegisters,
    read: readRegisters,
    store,
    // The returns bring the children: here every child is known.
    outside: { child: (_, names) => Promise.resolve(new Set(names)) },
    texts: {
      of: () => () => Promise.resolve({ rows: new Map<string, never>(), keep: () => Promise.resolve() }),
      inOneTransaction: makeInOneTransaction(database),
    },
  })
  const warnings: unknown[] = []
  const on = (today: PlainDate) =>
    prepareDemoRegisters({
      authority,
      holidays,
      today,
      registers: allRegisters,
      store,
      progress: noProgress,
      registersImport: {
        store: async (request) => {
          const outcome = await registersImport.store(request)
          warnings.push(...outcome.checked.errors, ...outcome.checked.warnings)
          return outcome
        },
      },
    })
  const names = [officers, reviews, meetings].map(({ name }) => name)
  const rows = async () => rowsIn(await store.rows(authority.code, names, null))

  const isNew = await on(date('2026-11-24'))

  test('are imported like anyone’s, without a fault or a warning, once a day', async () => {
    assert.equal(isNew, true)
    assert.deepEqual(warnings, [])
    assert.equal(await on(date('2026-11-24')), false)
    assert.equal(await on(date('2026-11-20')), false, 'nothing is taken back')
    assert.ok((await rows())(reviews).length > 2000)
  })

  test('are brought up to date on a later day, and what people did meanwhile stays', async () => {
    const before = await rows()
    const planned = before(reviews).filter(({ status, bookedFor }) => status === 'PLANNED' && bookedFor)
    const today = date('2026-12-09')
    const due = planned.filter(({ bookedFor }) => bookedFor && bookedFor.toString() < '2026-12-02')
    const [theirs, left] = due
    assert.ok(theirs && left)
    const cancelled = { ...theirs, status: 'CANCELLED' as const, rearrangedReason: 'The child is in hospital' }
    const officer = before(officers).find(({ officerId }) => officerId === 'O3')
    assert.ok(officer)
    await makeInOneTransaction(database)(authority, async (unit) => {
      const held = await holdRows(store, unit, [officers, reviews])
      const rows = [keeping(reviews, cancelled), keeping(officers, { ...officer, fte: 0.5 })]
      await held.keep(rows, { what: 'changed by hand', by: 'marian-okafor' })
      return {}
    })

    assert.equal(await on(today), true)
    assert.deepEqual(warnings, [])
    const after = await rows()
    assert.deepEqual(
      after(reviews).find(({ reviewRef }) => reviewRef === theirs.reviewRef),
      cancelled,
    )
    assert.equal(after(reviews).filter(({ child }) => child === theirs.child).length, before(reviews).filter(({ child }) => child === theirs.child).length) // prettier-ignore
    assert.equal(after(officers).find(({ officerId }) => officerId === 'O3')?.fte, 0.5)
    const held = after(reviews).filter(({ status }) => status === 'HELD').length
    assert.ok(held > before(reviews).filter(({ status }) => status === 'HELD').length + 5)
    assert.equal(after(reviews).find(({ reviewRef }) => reviewRef === left.reviewRef)?.status, 'HELD')
  })
})

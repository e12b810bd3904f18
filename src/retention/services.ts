import { registersReaderOf, roomsPort, worldsOf } from '../children/services.ts'
import type { House } from '../house/house.ts'
import { registersOf } from '../house/joined.ts'
import { settingsStoreOf } from '../house/services.ts'
import type { Database } from '../platform/database/database.ts'
import { type Retention, makeRetention } from './app/retention.ts'
import { makeOldRecords } from './db/oldRecords.ts'

/** Finds and deletes what has been kept for its time. `owners`: the database, signed in as who owns its tables. */
export const retentionOn = (house: House, owners: Database): Retention =>
  makeRetention({
    worldOfAll: (authority, day) => worldsOf(house).ofAll(authority, day, null),
    rowsOf: (authority) => registersReaderOf(house)(authority, null),
    registers: registersOf(roomsPort.of(house)),
    settingsOf: (authority) => settingsStoreOf(house).read(authority, null),
    records: makeOldRecords(house.database, owners),
  })

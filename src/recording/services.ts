import { randomUUID } from 'node:crypto'
import { makeDocumentStore } from '../documents/db/documentStore.ts'
import { service } from '../house/house.ts'
import { settingsStoreOf } from '../house/services.ts'
import { makeRecordTexts } from './app/recordTexts.ts'

/** The texts of records, as files bring them and are given them back. */
export const recordTextsOf = service((house) =>
  makeRecordTexts({
    documents: makeDocumentStore(house.database),
    settingsOf: (authority) => settingsStoreOf(house).read(authority, null),
    now: house.now,
    newId: randomUUID,
  }),
)

import { makeInOneTransaction } from '../platform/database/inOneTransaction.ts'
import { makeRegisterStore } from '../registers/db/registerStore.ts'
import { makeSettingsStore } from '../settings/db/settingsStore.ts'
import type { TextsOf } from '../registers/app/texts.ts'
import { type Port, port, service } from './house.ts'

/** Has changes happen together or not at all. */
export const inOneTransactionOf = service(({ database }) => makeInOneTransaction(database))

/** Where the rows of registers are kept. */
export const registerStoreOf = service(({ database, budget }) => makeRegisterStore(database, budget))

/** Where what authorities have set themselves is kept. */
export const settingsStoreOf = service(({ database, budget }) => makeSettingsStore(database, budget))

/** Who keeps the rows of registers that are texts. */
export const textsPort: Port<TextsOf> = port('who keeps texts of registers')

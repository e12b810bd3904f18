import type { Instant } from '../../kernel/dates.ts'
import { isChannel } from '../domain/channels.ts'
import type { MessageStore } from './ports.ts'
import type { Providers } from './provider.ts'

export interface LookForWorkDeps {
  store: Pick<MessageStore, 'remindOfDue'>
  providers: Providers
  authorities: () => Promise<readonly { code: string }[]>
  now: () => Instant
}

/**
 * Finds every message whose next step is due although no job says so: its time has come, a worker was killed, a job
 * failed, a provider has been set up. Gives how many; jobs remind of them from now on.
 */
export const makeLookForWork =
  ({ store, providers, authorities, now }: LookForWorkDeps): (() => Promise<number>) =>
  async () => {
    const open = Object.keys(providers).filter(isChannel)
    let found = 0
    for (const { code } of await authorities()) found += await store.remindOfDue(code, now(), open)
    return found
  }

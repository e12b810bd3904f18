import type { SeenWorlds } from '../../access/app/seenWorlds.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { SightOf } from '../../access/app/sights.ts'
import type { Actor } from '../../access/domain/actor.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'

/** What the use cases of officers and allocations work with. */
export interface CaseloadDeps {
  store: Pick<RegisterStore, 'change'>
  /** The worlds as whoever acts may see them. */
  seenWorlds: SeenWorlds
  sightOf: SightOf
  /** Where drafts of letters go; null where messages are not set up. */
  outbox: Outbox | null
  today: () => PlainDate
}

/** Who does something, and for which authority. */
export interface Acting {
  by: Actor
  authority: { code: string; name: string }
}

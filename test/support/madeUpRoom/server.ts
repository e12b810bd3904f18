import { accessServices } from '../../../src/access/services.ts'
import { actorOf } from '../../../src/access/web/actor.ts'
import { changed, showed } from '../../../src/access/web/logging.ts'
import { whatIsSeen } from '../../../src/access/web/seen.ts'
import type { World } from '../../../src/children/domain/world.ts'
import type { RoomOnServer, Server } from '../../../src/house/server.ts'
import { inOneTransactionOf, settingsStoreOf } from '../../../src/house/services.ts'
import { outboxPort } from '../../../src/messages/services.ts'
import { quietHoursSetting } from '../../../src/messages/settings.ts'
import type { Routes } from '../../../src/platform/web/authorities.ts'
import { recordsOf } from '../../../src/world/world.ts'
import { libraryKinds, libraryPermissions, librarySection, mostBooks } from './given.ts'
import { isOut, loans, loansOf } from './loans.ts'

/** What the library gives a server. */
export function libraryOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const outbox = outboxPort.of(house)
  const config = { permission: libraryPermissions.read, section: librarySection }

  const routes: Routes = (app) => {
    app.get('/library', { config }, async (request, reply) => {
      const world = await worldsFor(request).onDay(request.authority.code, today(), null)
      const out = recordsOf(world, loans).filter(isOut)
      showed(
        request,
        'looked at the books that are out',
        out.map(({ child }) => child),
      )
      return reply.view('platform/web/message.njk', {
        title: 'Books that are out',
        paragraphs: [
          `A child may have ${mostBooks.of(world.settings)} at a time.`,
          ...out.map(({ child, book }) => `${book}: child ${child}`),
        ],
      })
    })

    app.post<{ Params: { child: string } }>('/library/:child/remind', { config }, async (request, reply) => {
      const { child } = request.params
      const world = await worldsFor(request).ofChild(request.authority.code, child, today(), null)
      const out = loansOf(world, child).filter(isOut)
      const by = actorOf(request).personId
      const settings = await settingsStoreOf(house).read(request.authority.code, null)
      await inOneTransactionOf(house)(request.authority, async (unit) => {
        await outbox.put(
          unit,
          out.map(({ book }) => ({
            key: `reminder ${child} ${book}`,
            kind: libraryKinds.reminder,
            child,
            reviewRef: null,
            contactRef: 'child',
            role: 'CHILD',
            name: 'You',
            channel: 'LETTER',
            address: 'The home',
            subject: 'A book',
            body: `Please bring ${book} back.`,
            tells: null,
            event: null,
            sendFrom: null,
          })),
          { by, quietHours: quietHoursSetting.of(settings) },
        )
        return {}
      })
      changed(request, 'reminded a child of books', [child])
      return reply.redirect(`/authorities/${request.authority.code}/library`, 303)
    })
  }

  return {
    routes: [routes],
    panels: ({ world, may }, child) =>
      may(libraryPermissions.read)
        ? [{ heading: 'Borrowed books', items: loansOf(world, child).map(({ book }) => ({ text: book, link: null })) }]
        : [],
    tasks: ({ world, code, may }, whose) =>
      may(libraryPermissions.read)
        ? recordsOf(world, loans)
            .filter((loan) => isOut(loan) && (whose === 'everyone' || whose.has(loan.child)))
            .map(({ child, book, dueBack }) => ({ what: `Fetch ${book}`, href: `/authorities/${code}/children/${child}`, child, by: dueBack, note: '' })) // prettier-ignore
        : [],
  }
}

/** How many people of an authority may see the library: what its command says. */
export const readersOf = async (house: Server<World>['house'], authority: string): Promise<number> =>
  (await accessServices(house).people.all(authority)).filter(({ roles }) =>
    roles.some((role) => role in libraryPermissions.read.roles),
  ).length

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Documents } from '../../access/app/documents.ts'
import { issueAtOnce } from '../../access/app/issueAtOnce.ts'
import { settingsSection } from '../../access/sections.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged } from '../../access/web/logging.ts'
import { pictureFields } from '../../documents/pictureKind.ts'
import { type PictureName, type PictureSet, isPictureName, pictureNamed, pictureNames, pictureOnPage } from '../../documents/pictures.ts' // prettier-ignore
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { pictureSent } from '../../platform/web/pictureSent.ts'
import { ownPictureKind } from '../domain/ownPictures.ts'
import { recordingPermissions } from '../permissions.ts'

/** What the pages of pictures need. */
export interface PicturesDeps {
  documents: Pick<Documents, 'drafts' | 'saveDraft' | 'issue' | 'issues'>
  /** The authority’s own pictures. */
  picturesOf: (authority: string) => Promise<PictureSet>
}

type OfPicture = { Params: { picture: string } }

/** Pixels a side of an authority’s own picture. */
const SIDE = 288
const everyone = [{ ref: 'everyone', name: 'Everyone', reader: 'everyone', withheld: [] }]

/** The pictures of easy read and of forms: ours, and those that the authority puts in their places. */
export const picturesRoutes =
  ({ documents, picturesOf }: PicturesDeps): Routes =>
  (app) => {
    const config = { permission: recordingPermissions.pictures, section: settingsSection } as const

    app.get('/pictures', { config }, async (request, reply) => {
      const { code } = request.authority
      const own = await picturesOf(code)
      return reply.view('recording/web/pictures.njk', {
        title: 'Pictures for easy read and forms',
        pictures: pictureNames.map((name) => ({
          name,
          svg: pictureOnPage(pictureNamed(name, own)),
          alt: pictureNamed(name, own).alt,
          isOwn: own[name] !== undefined,
          href: authorityPath(code, 'pictures', name),
        })),
      })
    })

    async function show(
      request: FastifyRequest<OfPicture>,
      reply: FastifyReply,
      name: PictureName,
      { fault, done, alt }: { fault?: string; done?: string; alt?: string },
    ) {
      const { code } = request.authority
      const own = await picturesOf(code)
      const picture = pictureNamed(name, own)
      return reply.code(fault === undefined ? 200 : 400).view('recording/web/picture.njk', {
        title: `The picture “${name}”`,
        back: { href: authorityPath(code, 'pictures'), text: 'Pictures for easy read and forms' },
        action: authorityPath(code, 'pictures', name),
        csrfToken: reply.generateCsrf(),
        svg: pictureOnPage(picture),
        alt: alt ?? picture.alt,
        isOwn: own[name] !== undefined,
        done: done ?? null,
        fault,
        errors: fault === undefined ? [] : [{ text: fault, href: '#files' }],
      })
    }

    function nameIn({ params }: FastifyRequest<OfPicture>): PictureName {
      if (!isPictureName(params.picture)) throw new PageNotFound()
      return params.picture
    }

    app.get<OfPicture>('/pictures/:picture', { config }, (request, reply) => show(request, reply, nameIn(request), {}))

    app.post<OfPicture>('/pictures/:picture', { config: { ...config, takesFiles: true } }, async (request, reply) => {
      const name = nameIn(request)
      const sent = await pictureSent(request, { side: SIDE, isWhole: true })
      const isToGo = sent.text('then') === 'remove'
      const alt = sent.text('alt').trim().slice(0, MOST_WORDS)
      if (!isToGo && sent.picture === null) return show(request, reply, name, { fault: sent.fault ?? '', alt })
      if (!isToGo && alt === '')
        return show(request, reply, name, { fault: 'Say what the picture shows, for someone who does not see it', alt })
      const asking = { by: actorOf(request), authority: request.authority }
      const named = { kind: ownPictureKind.name, ref: name, children: [], permission: recordingPermissions.pictures }
      const written = pictureFields(sent.picture && !isToGo ? { ...sent.picture, alt } : null)
      const isIssued = await issueAtOnce(documents, asking, named, { written, recipients: everyone })
      logged(request)
      if (isIssued !== true) return show(request, reply, name, { fault: 'The picture could not be saved: try again', alt }) // prettier-ignore
      return show(request, reply, name, {
        done: isToGo ? 'The picture is ours again.' : 'Your picture is used from now on.',
      })
    })
  }

const MOST_WORDS = 200

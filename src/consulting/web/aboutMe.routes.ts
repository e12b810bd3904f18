import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Documents } from '../../access/app/documents.ts'
import { issueAtOnce } from '../../access/app/issueAtOnce.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged } from '../../access/web/logging.ts'
import { reviewsSection } from '../../booking/sections.ts'
import { NO_PICTURE, pictureFields, pictureIn } from '../../documents/pictureKind.ts'
import { counted } from '../../kernel/words.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { type FaultIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import { pictureSent } from '../../platform/web/pictureSent.ts'
import type { SaveAboutMe, SheetSaved } from '../app/saveAboutMe.ts'
import type { TellChildren } from '../app/tellChildren.ts'
import { aboutMeKind, photoKind } from '../domain/aboutMe.ts'
import { consultingPermissions } from '../permissions.ts'

/** What an IRO’s own sheet for children needs. */
export interface AboutMeDeps {
  documents: Pick<Documents, 'drafts' | 'saveDraft' | 'issue' | 'issues'>
  saveAboutMe: SaveAboutMe
  tellChildren: TellChildren
  originOf: (request: FastifyRequest) => string
}

const aboutForm = formOf({
  hello: linesField({ most: 1000 }),
  likes: linesField({ most: 1000 }),
  job: linesField({ most: 1000 }),
  reach: linesField({ most: 500 }),
})
const aboutFields = ['hello', 'likes', 'job', 'reach'] as const
const everyone = [{ ref: 'children', name: 'My children', reader: 'everyone', withheld: [] }]

/** Pixels a side of an IRO’s picture. */
const PHOTO_SIDE = 320

type Shown = {
  typed?: Parameters<typeof aboutForm.shown>[0]
  faults?: readonly FaultIn<typeof aboutForm>[]
  photoFault?: string
  done?: string
}

/** What an IRO writes about themselves, with a picture, for the children whose IRO they are. */
export const aboutMeRoutes =
  ({ documents, saveAboutMe, tellChildren, originOf }: AboutMeDeps): Routes =>
  (app) => {
    const config = { permission: consultingPermissions.writeAboutMe, section: reviewsSection } as const

    const about = (request: FastifyRequest) => {
      const actor = actorOf(request)
      const named = {
        ref: actor.officerId ?? '',
        children: [],
        permission: consultingPermissions.writeAboutMe,
      }
      return {
        asking: { by: actor, authority: request.authority },
        text: { ...named, kind: aboutMeKind.name },
        photo: { ...named, kind: photoKind.name },
        officerId: actor.officerId,
      }
    }

    async function show(request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
      const { asking, text, photo, officerId } = about(request)
      const isOfficer = officerId !== null
      const drafts = isOfficer ? await documents.drafts(asking, text) : null
      const [issue] = isOfficer ? ((await documents.issues(asking, text)) ?? []) : []
      const [photoIssue] = isOfficer ? ((await documents.issues(asking, photo)) ?? []) : []
      const written = drafts?.own?.written ?? {}
      const texts = issue?.content.parts.flatMap(({ fields }) => fields) ?? []
      const textOf = (field: (typeof aboutFields)[number]) =>
        texts.find(({ label }) => label === labelOf(field))?.text ?? written[field] ?? null
      const first = aboutForm.first({
        hello: textOf('hello'),
        likes: textOf('likes'),
        job: textOf('job'),
        reach: textOf('reach'),
      })
      const picture = photoIssue ? pictureIn(photoIssue) : null
      const { code } = request.authority
      const { fields, errors } = aboutForm.shown(shown.typed ?? first, shown.faults ?? [])
      const photoErrors = shown.photoFault === undefined ? [] : [{ text: shown.photoFault, href: '#files' }]
      return reply.code(errors.length + photoErrors.length > 0 ? 400 : 200).view('consulting/web/aboutMe.njk', {
        title: 'All about me',
        isOfficer,
        action: authorityPath(code, 'about-me'),
        photoAction: authorityPath(code, 'about-me', 'picture'),
        tellAction: issue ? authorityPath(code, 'about-me', 'tell') : null,
        photo: picture && { src: `data:${picture.type};base64,${picture.base64}`, alt: picture.alt },
        photoFault: shown.photoFault,
        csrfToken: reply.generateCsrf(),
        done: shown.done ?? null,
        fields,
        errors: [...errors, ...photoErrors],
      })
    }

    app.get('/about-me', { config }, (request, reply) => show(request, reply, {}))

    app.post('/about-me', { config }, async (request, reply) => {
      const { asking, officerId } = about(request)
      const { typed, values, faults } = aboutForm.read(request.body)
      if (officerId === null || values === null) return show(request, reply, { typed, faults })
      if (values.hello === null) {
        const missing = [{ field: 'hello' as const, text: 'Say hello to your children, in a few words' }]
        return show(request, reply, { typed, faults: missing })
      }
      const written = Object.fromEntries(aboutFields.map((field) => [field, values[field] ?? '']))
      const saved = await saveAboutMe({ ...asking, officerId }, written)
      logged(request)
      if (saved === null || saved === false) {
        const again = [{ field: null, text: 'It could not be saved: it was changed in another window. Try again' }]
        return show(request, reply, { typed, faults: again })
      }
      return show(request, reply, { done: doneWords(saved) })
    })

    app.post('/about-me/picture', { config: { ...config, takesFiles: true } }, async (request, reply) => {
      const { asking, photo, officerId } = about(request)
      if (officerId === null) throw new PageNotFound()
      const sent = await pictureSent(request, { side: PHOTO_SIDE, isWhole: false })
      const isToGo = sent.text('then') === 'remove'
      if (!isToGo && sent.picture === null) return show(request, reply, { photoFault: sent.fault ?? '' })
      const alt = `A picture of ${asking.by.name}`
      const written = pictureFields(sent.picture && !isToGo ? { ...sent.picture, alt } : null)
      const isIssued = await issueAtOnce(documents, asking, photo, { written, recipients: everyone })
      logged(request)
      if (isIssued !== true) return show(request, reply, { photoFault: 'The picture could not be saved: try again' })
      const done = written['type'] === NO_PICTURE ? 'Your picture is removed.' : 'Your children see this picture from now on.' // prettier-ignore
      return show(request, reply, { done })
    })

    app.post('/about-me/tell', { config }, async (request, reply) => {
      const { asking, officerId } = about(request)
      if (officerId === null) throw new PageNotFound()
      const { told, unreached } = await tellChildren({ ...asking, origin: originOf(request), officerId })
      logged(request)
      const without = unreached === 0 ? '' : ` ${counted(unreached, 'child', 'children')} can’t be reached by a message: give them a link by hand.` // prettier-ignore
      return show(request, reply, { done: `${counted(told, 'child is', 'children are')} sent a link to their page.${without}` }) // prettier-ignore
    })
  }

/** What was done with the sheet. */
function doneWords({ drafted, unreached }: SheetSaved): string {
  return [
    'Your children read this from now on.',
    ...(drafted === 0 ? [] : [`${counted(drafted, 'letter that brings it to a child waits', 'letters that bring it to children wait')} for someone to read and approve.`]), // prettier-ignore
    ...(unreached === 0 ? [] : [`${counted(unreached, 'child has', 'children have')} no address to which a letter can go.`]), // prettier-ignore
  ].join(' ')
}

const labelOf = (field: (typeof aboutFields)[number]): string =>
  aboutMeKind.parts.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.label ?? ''

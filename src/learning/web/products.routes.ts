import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { actorOf } from '../../access/web/actor.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { wholeOf } from '../../documents/copy.ts'
import { type WrittenFields, fieldsOf } from '../../documents/kind.ts'
import { documentFile, documentFormats } from '../../documents/write/file.ts'
import { type PlainDate, compareDates, instant, longDate } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'
import { councilName } from '../../messages/settings.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'
import type { Products } from '../app/products.ts'
import { learningProduct } from '../domain/product.ts'
import { learningPermissions } from '../permissions.ts'
import { learningProducts, productKinds } from '../registers/learningProducts.ts'
import { learningSection } from '../sections.ts'
import { learningPath, learningTabs } from './learning.view.ts'

/** What the pages of learning products need. */
export interface ProductsPagesDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  products: Products
}

type OfProduct = { Params: { product: string } }

const beginForm = formOf({
  kind: choiceField(itemsOf(productKinds)),
  title: lineField({ most: 200 }),
})

const done = doneWords({ draft: 'The draft is saved.', published: 'It is published.' })
const sentOf = z.record(z.string(), z.unknown()).catch({})
const fileQuery = z.object({ format: z.enum(documentFormats).catch('pdf') })
const CHANGED = 'You saved this in another window meanwhile. Open it again, and write what you need into it.'

/** Briefings, reviews of good practice and notes on case law: one page each, in which nobody can be recognised. */
export const productsRoutes =
  ({ worldsFor, today, products }: ProductsPagesDeps): Routes =>
  (app) => {
    const read = { permission: learningPermissions.readProducts, section: learningSection } as const
    const write = { permission: learningPermissions.writeProducts, section: learningSection } as const
    const worldFor = (request: FastifyRequest) => worldsFor(request).onDay(request.authority.code, today(), null)

    const showList = async (
      request: FastifyRequest,
      reply: FastifyReply,
      typed: TypedIn<typeof beginForm>,
      faults: readonly FaultIn<typeof beginForm>[] = [],
    ) => {
      const { code } = request.authority
      const mayWrite = request.may(learningPermissions.writeProducts)
      const all = recordsOf(await worldFor(request), learningProducts)
        .filter(({ publishedOn }) => publishedOn !== null || mayWrite)
        .toSorted((a, b) => compareDates(b.publishedOn ?? b.begunOn, a.publishedOn ?? a.begunOn))
      return reply.code(faults.length > 0 ? 400 : 200).view('learning/web/products.njk', {
        title: 'Learning from practice',
        tabs: learningTabs(code, 'products', request.may.bind(request)),
        done: done.of(request),
        csrfToken: reply.generateCsrf(),
        action: mayWrite ? learningPath(code, 'products') : null,
        rows: all.map(({ productRef, kind, title, publishedOn }) => ({
          title,
          kind: productKinds[kind],
          published: publishedOn === null ? 'Draft' : longDate(publishedOn),
          href: mayWrite ? learningPath(code, 'products', productRef) : null,
          fileHref: publishedOn === null ? null : `${learningPath(code, 'products', productRef)}/file`,
        })),
        ...beginForm.shown(typed, faults),
      })
    }

    app.get('/learning/products', { config: read }, (request, reply) => showList(request, reply, beginForm.first()))

    app.post('/learning/products', { config: write }, async (request, reply) => {
      const { typed, values, faults } = beginForm.read(request.body)
      if (values === null) return showList(request, reply, typed, faults)
      const outcome = await products.begin({ authority: request.authority, by: actorOf(request), ...values })
      if ('productRef' in outcome) return reply.redirect(learningPath(request.authority.code, 'products', outcome.productRef), 303) // prettier-ignore
      const wrong = outcome.problems.map((problem): FaultIn<typeof beginForm> => {
        switch (problem.code) {
          case 'kind_missing':
            return { field: 'kind', text: 'Choose what it is' }
          case 'title_missing':
            return { field: 'title', text: 'Enter the title' }
          case 'not_kept':
            return { field: null, text: problem.why }
        }
      })
      return showList(request, reply, typed, wrong)
    })

    async function opened(request: FastifyRequest<OfProduct>) {
      const { authority, params } = request
      const world = await worldFor(request)
      const product = recordsOf(world, learningProducts).find(({ productRef }) => productRef === params.product)
      const asking = { authority, by: actorOf(request) }
      const text = product && (await products.open(asking, product.productRef))
      if (!product || !text) throw new PageNotFound()
      return { world, product, asking, text }
    }
    type Opened = Awaited<ReturnType<typeof opened>>

    const show = async (
      request: FastifyRequest<OfProduct>,
      reply: FastifyReply,
      { product, text }: Opened,
      sent: WrittenFields | null = null,
      problem: string | null = null,
    ) => {
      const issued = text.issues[0]?.content.parts
      const ofIssue =
        issued && Object.fromEntries(issued.map(({ id, fields }) => [`${id}_text`, fields[0]?.text ?? '']))
      const written = sent ?? text.own?.written ?? ofIssue ?? {}
      const whole = [product.title, ...Object.values(written)].join('\n\n')
      const found = await products.check(request.authority.code, whole)
      const { code } = request.authority
      return reply.code(problem === null ? 200 : 400).view('learning/web/product.njk', {
        title: product.title,
        caption: productKinds[product.kind],
        back: { href: learningPath(code, 'products'), text: 'Learning from practice' },
        action: learningPath(code, 'products', product.productRef),
        csrfToken: reply.generateCsrf(),
        done: done.of(request),
        version: text.own?.version ?? '',
        errors: problem === null ? [] : [{ text: problem, href: `#${fieldsOf(learningProduct)[0]?.id ?? ''}` }],
        others: text.others.length,
        certain: found.certain,
        perhaps: found.perhaps,
        issued: text.issues.map(({ content }) => longDate(localOf(instant(content.at)).day)),
        fields: learningProduct.parts.flatMap(({ heading, fields }) =>
          fields.map(({ id, isMandatory }) => ({
            id,
            label: isMandatory ? heading : `${heading} (optional)`,
            value: written[id] ?? '',
          })),
        ),
      })
    }

    app.get<OfProduct>('/learning/products/:product', { config: write }, async (request, reply) =>
      show(request, reply, await opened(request)),
    )

    app.post<OfProduct>('/learning/products/:product', { config: write }, async (request, reply) => {
      const open = await opened(request)
      const { product, asking, text } = open
      const body = sentOf.parse(request.body)
      const written = Object.fromEntries(
        fieldsOf(learningProduct).map(({ id }) => {
          const typed = body[id]
          return [id, typeof typed === 'string' ? typed.replaceAll(/\r\n?/g, '\n').trim() : '']
        }),
      )
      const tooLong = fieldsOf(learningProduct).find(({ id, most }) => (written[id] ?? '').length > most)
      if (tooLong) return show(request, reply, open, written, 'It must fit one page: enter 3,000 characters or fewer under a heading') // prettier-ignore
      const version = body['version']
      const replaces = typeof version === 'string' && /^[1-9]\d{0,8}$/.test(version) ? Number(version) : null
      const saved = await products.save(asking, product.productRef, written, replaces)
      if (!saved) throw new PageNotFound()
      if ('problems' in saved) return show(request, reply, open, written, CHANGED)
      const here = learningPath(request.authority.code, 'products', product.productRef)
      if (body['then'] !== 'publish') return reply.redirect(done.path(here, 'draft'), 303)
      const again = async (problem: string) => show(request, reply, await opened(request), written, problem)
      const found = await products.check(
        request.authority.code,
        [product.title, ...Object.values(written)].join('\n\n'),
      )
      if (found.certain.length > 0) return again(`Someone can be recognised: ${found.certain.join('; ')}`)
      if (found.perhaps.length > 0 && body['looked'] !== 'yes') return again('Look at what is listed below, and tick that nobody can be recognised by it') // prettier-ignore
      const missing = fieldsOf(learningProduct).find(({ id, isMandatory }) => isMandatory && !written[id])
      if (missing) return again('Write what was found, and what it means for practice')
      const outcome = await products.publish(asking, product.productRef, saved.version, text.issues[0]?.id ?? null)
      if (!outcome) throw new PageNotFound()
      if ('problems' in outcome) return again(CHANGED)
      return reply.redirect(done.path(learningPath(request.authority.code, 'products'), 'published'), 303)
    })

    app.get<OfProduct>('/learning/products/:product/file', { config: read }, async (request, reply) => {
      const { format } = fileQuery.parse(request.query)
      const world = await worldFor(request)
      const product = recordsOf(world, learningProducts).find(({ productRef }) => productRef === request.params.product)
      const [issue] = product ? await products.published(request.authority.code, product.productRef) : []
      if (!product || !issue) throw new PageNotFound()
      const head = {
        issuer: councilName(world.settings, request.authority),
        subtitle: `${productKinds[product.kind]}: ${product.title}`,
        fingerprint: issue.fingerprint,
      }
      const { type, content } = await documentFile(wholeOf(issue.content, head), format)
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="learning-${product.productRef}.${format}"`)
        .send(content)
    })
  }

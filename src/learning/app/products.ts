import type { Asking } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import type { Documents, DraftSaved } from '../../access/app/documents.ts'
import { childrenRegister } from '../../children/registers/children.ts'
import type { World } from '../../children/domain/world.ts'
import type { DocumentStore, Draft, Issue } from '../../documents/app/ports.ts'
import type { WrittenFields } from '../../documents/kind.ts'
import { fosterHouseholds } from '../../fostering/registers/fosterHouseholds.ts'
import { fosterCarers } from '../../fostering/registers/fosterCarers.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { people } from '../../children/registers/people.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { recordsOf } from '../../world/world.ts'
import { learningProduct } from '../domain/product.ts'
import { type KnownPeople, type Recognisable, recognisable } from '../domain/recognise.ts'
import { learningPermissions } from '../permissions.ts'
import { type LearningProductFact, learningProducts } from '../registers/learningProducts.ts'

/** What is wrong with a product as someone begins it. */
export type ProductProblem = { code: 'kind_missing' | 'title_missing' } | NotKept

/** A product as it stands for the person who writes it. */
export interface ProductWritten {
  own: Draft | null
  others: readonly Draft[]
  issues: readonly Issue[]
}

/** Pages from which others learn: begun, written, checked, published. */
export interface Products {
  begin: (
    asked: Asking & { kind: LearningProductFact['kind'] | null; title: string | null },
  ) => Promise<{ productRef: string } | { problems: readonly ProductProblem[] }>
  open: (asking: Asking, productRef: string) => Promise<ProductWritten | null>
  save: (
    asking: Asking,
    productRef: string,
    written: WrittenFields,
    replaces: number | null,
  ) => Promise<DraftSaved | null>
  /** By what someone could be recognised in a text: everyone whom the records know, also whom the user may not see. */
  check: (authority: string, text: string) => Promise<Recognisable>
  /** What was published, the latest first: for everyone of the service. */
  published: (authority: string, productRef: string) => Promise<readonly Issue[]>
  publish: (
    asking: Asking,
    productRef: string,
    version: number,
    corrects: string | null,
  ) => ReturnType<Documents['issue']>
}

export interface ProductsDeps extends Changing {
  documents: Documents
  documentStore: Pick<DocumentStore, 'issues'>
  today: () => PlainDate
  newRef: () => string
  /** All that an authority's records tell, also what the user may not see. */
  everyone: (authority: string) => Promise<World>
}

export function makeProducts({
  documents,
  documentStore,
  today,
  newRef,
  everyone,
  ...changing
}: ProductsDeps): Products {
  const asked = (productRef: string) => ({
    kind: learningProduct.name,
    ref: productRef,
    children: [],
    permission: learningPermissions.writeProducts,
  })
  return {
    begin: async ({ kind, title, ...asking }) => {
      const productRef = newRef()
      const problems = await keepRecords<ProductProblem>(changing, asking, {
        what: 'began a learning product',
        registers: [learningProducts],
        logged: () => null,
        decide: () => {
          const missing: ProductProblem[] = [
            ...(kind === null ? [{ code: 'kind_missing' } as const] : []),
            ...(title === null ? [{ code: 'title_missing' } as const] : []),
          ]
          if (kind === null || title === null) return { problems: missing }
          return { rows: [keeping(learningProducts, { productRef, kind, title, begunOn: today(), publishedOn: null })] }
        },
      })
      return problems.length > 0 ? { problems } : { productRef }
    },
    open: async (asking, productRef) => {
      const drafts = await documents.drafts(asking, asked(productRef))
      const issues = await documents.issues(asking, asked(productRef))
      return drafts && issues && { ...drafts, issues }
    },
    save: (asking, productRef, written, replaces) =>
      documents.saveDraft(asking, { ...asked(productRef), written, replaces }),
    check: async (authority, text) => recognisable(text, knownIn(await everyone(authority))),
    published: (authority, productRef) => documentStore.issues(authority, asked(productRef)),
    publish: (asking, productRef, version, corrects) =>
      documents.issue(asking, {
        ...asked(productRef),
        version,
        corrects,
        recipients: [{ ref: 'staff', name: 'Staff', reader: 'staff', withheld: [] }],
      }),
  }
}

/** Whom the records know. */
function knownIn(world: World): KnownPeople {
  const children = recordsOf(world, childrenRegister)
  const named = recordsOf(world, people)
  return {
    identifiers: new Set([
      ...world.histories.map(({ record }) => record.child),
      ...named.map(({ child }) => child),
      ...recordsOf(world, fosterCarers).map(({ carerRef }) => carerRef.toUpperCase()),
    ]),
    names: [
      ...children.flatMap(({ knownAs, familyName }) => (familyName === null ? [knownAs] : [`${knownAs} ${familyName}`, knownAs])), // prettier-ignore
      ...recordsOf(world, contacts).map(({ name }) => name),
      ...recordsOf(world, officers).map(({ name }) => name),
      ...recordsOf(world, fosterHouseholds).flatMap(({ party, person }) =>
        party === 'FOSTERED_CHILD' ? [] : [person],
      ),
    ],
    birthdays: [
      ...world.histories.flatMap(({ record }) => record.bornOn ?? []),
      ...named.flatMap(({ bornOn }) => bornOn ?? []),
    ],
  }
}

import { officerName } from '../../officers/domain/names.ts'
import * as z from 'zod'
import { everyOfficer, isNarrowedByOfficer, isOfOfficer } from '../../access/web/ownList.ts'
import { NOBODY, iroItems } from '../../booking/web/iros.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { householdOf } from '../../fostering/domain/households.ts'
import { officerOf } from '../../fostering/domain/next.ts'
import { fosteringPath } from '../../fostering/web/paths.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choicesOf, pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { recordsOf } from '../../world/world.ts'
import { householdSignsPath } from './householdSigns.page.ts'
import { linesOf, lists } from './lists.ts'

/** What a list is narrowed to, as it stands in the address. */
export const signFilters = z.object({
  list: textFilter,
  kind: textFilter,
  officer: textFilter,
  state: textFilter,
  page: pageFilter,
})
export type SignFilters = z.infer<typeof signFilters>

function householdOfficer(world: World, carerRef: string): string | null {
  const household = householdOf(world, carerRef)
  return household && officerOf(world, household)
}

const states = [
  { value: 'waiting', text: 'Not acknowledged' },
  { value: 'acknowledged', text: 'Acknowledged' },
  { value: 'new', text: 'New since the last import' },
]

/** Who looks, and what they may do. `ownOfficer`: their id as an officer; empty for who is none. */
interface Viewer {
  ownOfficer: string
  mayAcknowledge: boolean
  maySeeHouseholds: boolean
  mayAcknowledgeHouseholds: boolean
}

/** All that list.njk shows. `before`: the signs that were known before the last import (`identitiesOf`); null where there was none. */
export function signsPage(
  world: World,
  before: ReadonlySet<string> | null,
  filters: SignFilters,
  code: string,
  { ownOfficer, mayAcknowledge, maySeeHouseholds, mayAcknowledgeHouseholds }: Viewer,
) {
  const list = lists.find(({ id }) => id === filters.list) ?? lists[0]
  const path = authorityPath(code, 'signs')
  const address = (change: Partial<SignFilters>) => withQuery(path, { ...filters, page: '', ...change })
  const all = linesOf(list.id, world, before, maySeeHouseholds).map((one) => ({
    ...one,
    officerId: one.subject ? householdOfficer(world, one.subject.ref) : officerIdOf(world, one.child, world.asAt),
  }))
  const shown = all.filter(
    ({ kind, officerId, said, isNew }) =>
      (filters.kind === '' || kind === filters.kind) &&
      isOfOfficer(filters.officer, officerId ?? NOBODY) &&
      (filters.state === '' || (filters.state === 'new' ? isNew : (said === '') === (filters.state === 'waiting'))),
  )
  const page = pageOf(shown, filters.page, (number) => address({ page: number }), ['line'])
  const isSigns = list.id === ''
  return {
    children: page.items.flatMap(({ child }) => child || []),
    view: {
      title: isSigns ? 'Signs' : list.text,
      tabs: lists.map(({ id, text }) => ({
        text,
        href: withQuery(path, { list: id, officer: filters.officer }),
        isCurrent: id === list.id,
      })),
      action: path,
      list: list.id,
      isSigns,
      columns: isSigns
        ? ['Since', maySeeHouseholds ? 'Child or household, and sign' : 'Child and sign', 'Why', 'IRO', 'Acknowledged']
        : ['When', 'Child and what', 'Why', 'IRO'],
      selects: {
        kind: selectItems(
          'Every sign',
          choicesOf(all, ({ kind, what }) => ({ value: kind, text: what })),
          filters.kind,
        ),
        officer: iroItems(all, world, filters.officer, ownOfficer),
        state: selectItems('Acknowledged or not', states, filters.state),
      },
      isFiltered: [filters.kind, filters.state, isNarrowedByOfficer(filters.officer)].some(Boolean),
      clearHref: withQuery(path, { list: list.id, officer: everyOfficer(ownOfficer) }),
      isOwn: ownOfficer !== '' && filters.officer === ownOfficer,
      everyoneHref: address({ officer: everyOfficer(ownOfficer) }),
      rows: page.items.map((one) => ({
        ...one,
        about: one.subject ? `Household ${one.subject.ref}` : '',
        href: one.subject
          ? (mayAcknowledgeHouseholds ? householdSignsPath : fosteringPath)(code, one.subject.ref)
          : isKnown(world, one.child)
            ? authorityPath(
                code,
                'children',
                one.child,
                ...((isSigns || list.id === 'changes') && mayAcknowledge ? ['signs'] : []),
              )
            : null,
        iro: officerName(recordsOf(world, officers), one.officerId) || 'No IRO',
      })),
      summary: page.summary,
      pagination: page.pagination,
      hasRecords: world.coverage.length > 0,
    },
  }
}

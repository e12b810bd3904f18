import { serviceSetting } from '../../messages/settings.ts'
import type { Authority } from '../../platform/authorities.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Guide, GuideRole, GuideSection } from '../domain/guide.ts'
import { type Publisher, standardAccessibility, standardAsk, standardPrivacy } from '../domain/standardTexts.ts'
import { statementParts } from '../domain/statement.ts'
import { noticesSetting } from '../settings.ts'

/** A page whose text is the authority's own, or the standard one. */
export interface Statement {
  path: string
  title: string
  own: 'accessibility' | 'privacy' | 'ask'
  standard: (publisher: Publisher) => string
  /** Whether the contact details of the service stand on it. */
  hasContact: boolean
}

/** The statements, by the addresses that the footer leads to. */
export const statements: readonly Statement[] = [
  {
    path: '/accessibility-statement',
    title: 'Accessibility statement',
    own: 'accessibility',
    standard: standardAccessibility,
    hasContact: false,
  },
  { path: '/privacy-notice', title: 'Privacy notice', own: 'privacy', standard: standardPrivacy, hasContact: false },
  { path: '/who-to-ask', title: 'Who to ask', own: 'ask', standard: standardAsk, hasContact: true },
]

/** What the pages say of whose they are. */
const published = (authority: Authority | null) => ({
  caption: authority?.name ?? null,
  footerFor: authority?.code ?? null,
})

const hrefOf = (path: string, authority: Authority | null): string =>
  authority === null ? path : `${path}?authority=${encodeURIComponent(authority.code)}`

/** All that statement.njk shows. */
export function statementPage(
  { title, own, standard, hasContact }: Statement,
  authority: Authority | null,
  settings: Settings,
) {
  const notices = noticesSetting.of(settings)
  const service = serviceSetting.of(settings)
  const text =
    notices[own].trim() === ''
      ? standard({ council: authority?.name ?? null, service, dataProtection: notices.dataProtection.trim() })
      : notices[own]
  return {
    title,
    ...published(authority),
    parts: statementParts(text),
    contact: hasContact
      ? [
          { key: 'Service', lines: [service.name] },
          { key: 'Telephone', lines: [service.phone] },
          { key: 'Email', lines: [service.email] },
          { key: 'Address', lines: service.address.split('\n') },
        ]
          .map(({ key, lines }) => ({ key, lines: lines.filter((line) => line.trim() !== '') }))
          .filter(({ lines }) => lines.length > 0)
      : [],
  }
}

/** All that help.njk shows: help by role. */
export const helpPage = ({ roles }: Guide, authority: Authority | null) => ({
  title: 'Help',
  ...published(authority),
  roles: roles.map(({ id, words, wants }) => ({
    text: `If you are ${words}`,
    href: hrefOf(`/help/for/${id}`, authority),
    wants: `You want to ${wants}.`,
  })),
  guideHref: hrefOf('/help/guide', authority),
  askHref: hrefOf('/who-to-ask', authority),
})

const sectionsOf = (sections: readonly GuideSection[], authority: Authority | null) => ({
  sections,
  /** Links lead within the page where the section is on it, and to the whole guide otherwise. */
  onPage: sections.map(({ id }) => id),
  guideHref: hrefOf('/help/guide', authority),
  back: { href: hrefOf('/help', authority), text: 'Help' },
})

/** All that guide.njk shows of one role. */
export const rolePage = ({ words, sections }: GuideRole, authority: Authority | null) => ({
  title: `Help if you are ${words}`,
  ...published(authority),
  ...sectionsOf(sections, authority),
})

/** All that guide.njk shows of the whole guide. */
export const guidePage = ({ sections }: Guide, authority: Authority | null) => ({
  title: 'User guide',
  ...published(authority),
  ...sectionsOf(sections, authority),
})

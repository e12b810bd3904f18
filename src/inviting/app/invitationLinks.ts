import type { InvitationLinks } from './ports.ts'
import type { PrivateLinks } from './privateLinks.ts'

const INVITATION = 'invitation'

/** Links to meetings, among all private links. */
export const makeInvitationLinks = (links: Pick<PrivateLinks, 'make' | 'find'>): InvitationLinks => ({
  make: (unit, { reviewRef, contactRef }) =>
    links.make(unit, { purpose: INVITATION, child: null, reviewRef, contactRef, detail: null, endsOn: null }),
  find: async (token) => {
    const link = await links.find(INVITATION, token)
    if (link?.reviewRef == null) return null
    const { authority, reviewRef, contactRef, createdAt } = link
    return { authority, reviewRef, contactRef, createdAt }
  },
})

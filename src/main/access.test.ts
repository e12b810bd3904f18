import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { footprint } from '../../test/support/commandLine.ts'
import { importRegisters as importFiles } from '../../test/support/booking.ts'
import { putIn } from '../../test/support/messages.ts'
import { folderOf } from '../../test/support/smallReturn.ts'
import {
  CODE,
  TestBrowser,
  aLog,
  aPeopledApplication,
  enter,
  headingOf,
  signedInAs,
  tokenIn,
  withoutTokens,
} from '../../test/support/people.ts'
import { childrenPermissions } from '../children/permissions.ts'
import { accessPermissions } from '../access/permissions.ts'
import { may } from '../access/domain/actor.ts'
import { allRoles, type Role } from '../house/roles.ts'
import { makeAccess } from '../access/web/access.ts'
import { showed } from '../access/web/logging.ts'
import { settingsSection } from '../access/sections.ts'
import { caseloadKinds } from '../caseload/messageKinds.ts'
import { allRegisters, rooms } from './rooms.ts'
import { permissionsOf } from '../house/joined.ts'
import { demoAuthority } from '../platform/authorities.ts'
import { webServer } from '../platform/web/server.ts'
import { accessThrough, openDoor } from './door.ts'
import type { Services } from '../../test/support/services.ts'

const children = [
  { child: 'NORTH1', worker: 'SW1' },
  { child: 'NORTH2', worker: 'SW2' },
  { child: 'SOUTH1', worker: 'SW9' },
]

/** Every route that the application serves, and what the person who opens it must be allowed to do. A new route needs a row. */
const routes: Readonly<Record<string, string>> = {
  'GET /': 'authorities.list',
  'GET /authorities': 'authorities.list',
  'GET /authorities/:code': 'authorities.list',
  'GET /authorities/:code/work': 'work.read',
  'GET /authorities/:code/work/all/:part': 'work.read',
  'GET /authorities/:code/due': 'reviews.read',
  'GET /authorities/:code/due.csv': 'reviews.read',
  'GET /authorities/:code/children': 'children.read',
  'GET /authorities/:code/children.csv': 'children.read',
  'GET /authorities/:code/children/:child/name': 'choices.write',
  'POST /authorities/:code/children/:child/name': 'choices.write',
  'GET /authorities/:code/search': 'children.read',
  'POST /authorities/:code/search': 'children.read',
  'GET /authorities/:code/children/:child': 'children.read',
  'GET /authorities/:code/children/:child/log': 'log.read',
  'GET /authorities/:code/messages': 'messages.read',
  'GET /authorities/:code/messages.csv': 'messages.read',
  'GET /authorities/:code/messages/letters': 'messages.send',
  'POST /authorities/:code/messages/letters': 'messages.send',
  'GET /authorities/:code/messages/:message': 'messages.read',
  'GET /authorities/:code/messages/:message/print': 'messages.read',
  'GET /authorities/:code/messages/:message/again': 'messages.send',
  'POST /authorities/:code/messages/:message/again': 'messages.send',
  'POST /authorities/:code/messages/:message/draft': 'messages.send',
  'POST /authorities/:code/messages/:message/withdraw': 'messages.send',
  'POST /authorities/:code/messages/:message/settle': 'messages.send',
  'POST /authorities/:code/messages/:message/posted': 'messages.send',
  'GET /authorities/:code/reviews': 'reviews.read',
  'GET /authorities/:code/reviews/to-book.csv': 'reviews.read',
  'GET /authorities/:code/reviews/booked': 'reviews.read',
  'GET /authorities/:code/reviews/booked.csv': 'reviews.read',
  'GET /authorities/:code/reviews/calendar': 'reviews.read',
  'GET /authorities/:code/reviews/rearranged': 'reviews.read',
  'GET /authorities/:code/reviews/rearranged.csv': 'reviews.read',
  'GET /authorities/:code/reviews/late': 'reviews.read',
  'GET /authorities/:code/reviews/late.csv': 'reviews.read',
  'GET /authorities/:code/reviews/several': 'reviews.book',
  'POST /authorities/:code/reviews/several': 'reviews.book',
  'GET /authorities/:code/reviews/book/:child': 'reviews.book',
  'POST /authorities/:code/reviews/book/:child': 'reviews.book',
  'GET /authorities/:code/reviews/:ref': 'reviews.read',
  'GET /authorities/:code/reviews/:ref/move': 'reviews.book',
  'POST /authorities/:code/reviews/:ref/move': 'reviews.book',
  'GET /authorities/:code/reviews/:ref/adjourn': 'reviews.book',
  'POST /authorities/:code/reviews/:ref/adjourn': 'reviews.book',
  'GET /authorities/:code/reviews/:ref/meetings/new': 'reviews.book',
  'POST /authorities/:code/reviews/:ref/meetings/new': 'reviews.book',
  'GET /authorities/:code/reviews/:ref/held': 'reviews.book',
  'POST /authorities/:code/reviews/:ref/held': 'reviews.book',
  'GET /authorities/:code/reviews/:ref/correct': 'reviews.book',
  'POST /authorities/:code/reviews/:ref/correct': 'reviews.book',
  'GET /authorities/:code/reviews/:ref/cancel': 'reviews.book',
  'POST /authorities/:code/reviews/:ref/cancel': 'reviews.book',
  'GET /authorities/:code/children/:child/officer': 'allocations.read',
  'POST /authorities/:code/children/:child/officer': 'allocations.manage',
  'POST /authorities/:code/children/:child/officer/end': 'allocations.manage',
  'POST /authorities/:code/children/:child/officer/family': 'allocations.manage',
  'POST /authorities/:code/children/:child/officer/letters': 'allocations.manage',
  'GET /authorities/:code/children/:child/officer/ask': 'requests.write',
  'POST /authorities/:code/children/:child/officer/ask': 'requests.write',
  'GET /authorities/:code/children/:child/officer/requests/:on': 'allocations.manage',
  'POST /authorities/:code/children/:child/officer/requests/:on': 'allocations.manage',
  'GET /authorities/:code/support': 'support.read',
  'GET /authorities/:code/support/volunteers': 'support.write',
  'POST /authorities/:code/support/volunteers/:form': 'support.write',
  'GET /authorities/:code/children/:child/support': 'support.write',
  'POST /authorities/:code/children/:child/support': 'support.write',
  'GET /authorities/:code/duties': 'duties.read',
  'POST /authorities/:code/duties': 'duties.read',
  'POST /authorities/:code/duties/links': 'duties.links',
  'GET /authorities/:code/duties/establishment': 'duties.establishment',
  'GET /authorities/:code/duties/gaps': 'duties.gaps',
  'GET /authorities/:code/children/:child/without-officer': 'duties.gaps',
  'POST /authorities/:code/children/:child/without-officer/:form': 'duties.gaps',
  'GET /authorities/:code/learning': 'audits.read',
  'GET /authorities/:code/learning/sample': 'audits.write',
  'GET /authorities/:code/learning/programmes': 'audits.read',
  'GET /authorities/:code/learning/products': 'learning.read',
  'POST /authorities/:code/learning/products': 'learning.write',
  'GET /authorities/:code/learning/products/:product': 'learning.write',
  'POST /authorities/:code/learning/products/:product': 'learning.write',
  'GET /authorities/:code/learning/products/:product/file': 'learning.read',
  'POST /authorities/:code/learning/audits/:audit/discussion': 'audits.write',
  'GET /authorities/:code/learning/audits/new': 'audits.write',
  'POST /authorities/:code/learning/audits/new': 'audits.write',
  'GET /authorities/:code/learning/audits/:audit': 'audits.read',
  'POST /authorities/:code/learning/audits/:audit': 'audits.write',
  'POST /authorities/:code/learning/audits/:audit/:number': 'audits.write',
  'GET /authorities/:code/learning/observations': 'observations.read',
  'GET /authorities/:code/learning/observations/new': 'observations.write',
  'POST /authorities/:code/learning/observations/new': 'observations.write',
  'GET /authorities/:code/watched': 'watched.read',
  'GET /authorities/:code/watched/private': 'watched.read',
  'GET /authorities/:code/watched/orders': 'watched.read',
  'GET /authorities/:code/watched/preparing': 'watched.read',
  'GET /authorities/:code/watched/new': 'watched.add',
  'POST /authorities/:code/watched/new': 'watched.add',
  'GET /authorities/:code/children/:child/watched': 'watched.write',
  'POST /authorities/:code/children/:child/watched/:form': 'watched.write',
  'GET /authorities/:code/children/:child/preparation': 'watched.write',
  'POST /authorities/:code/children/:child/preparation/:form': 'watched.write',
  'GET /authorities/:code/children/:child/early-placements': 'oversight.write',
  'POST /authorities/:code/children/:child/early-placements/:form': 'oversight.write',
  'GET /authorities/:code/fostering': 'fostering.read',
  'GET /authorities/:code/fostering/households/new': 'fostering.manage',
  'POST /authorities/:code/fostering/households/new': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/approval': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/approval': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/people': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/people': 'fostering.manage',
  'GET /authorities/:code/fostering/:household': 'fostering.read',
  'GET /authorities/:code/fostering/households/surveys': 'fostering.read',
  'GET /authorities/:code/fostering/:household/events': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/events/:form': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/checks': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/checks/:form': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/reviews/:day/invitations': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/reviews/:day/invitations': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/reviews/:day/consultation': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/reviews/:day/consultation': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/reviews/:day/consultation/remind': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/reviews/:day/consultation/returned': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/reviews/:day/consultation/paper/:form': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/reviews/:day/record': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/reviews/:day/record': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/reviews/:day/record/file': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/reviews/:day/letter': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/reviews/:day/letter': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/reviews/:day/letter/file': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/book': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/book': 'fostering.manage',
  'GET /authorities/:code/fostering/:household/reviews/:day': 'fostering.manage',
  'POST /authorities/:code/fostering/:household/reviews/:day': 'fostering.manage',
  'GET /authorities/:code/caseload': 'caseload.read',
  'GET /authorities/:code/caseload.csv': 'caseload.read',
  'GET /authorities/:code/caseload/of/:officer': 'caseload.read',
  'GET /authorities/:code/caseload/ahead': 'caseload.read',
  'GET /authorities/:code/caseload/waiting': 'allocations.read',
  'GET /authorities/:code/caseload/waiting.csv': 'allocations.read',
  'GET /authorities/:code/caseload/requests': 'allocations.read',
  'GET /authorities/:code/caseload/officers': 'officers.manage',
  'GET /authorities/:code/caseload/officers/new': 'officers.manage',
  'POST /authorities/:code/caseload/officers/new': 'officers.manage',
  'GET /authorities/:code/caseload/officers/:officer': 'officers.manage',
  'POST /authorities/:code/caseload/officers/:officer': 'officers.manage',
  'POST /authorities/:code/caseload/officers/:officer/absences': 'officers.manage',
  'POST /authorities/:code/caseload/officers/:officer/absences/:from': 'officers.manage',
  'GET /authorities/:code/caseload/officers/:officer/hand-over': 'allocations.manage',
  'POST /authorities/:code/caseload/officers/:officer/hand-over': 'allocations.manage',
  'GET /authorities/:code/caseload/officers/:officer/handed-over': 'allocations.manage',
  'GET /authorities/:code/caseload/officers/:officer/handed-over/undo': 'allocations.manage',
  'POST /authorities/:code/caseload/officers/:officer/handed-over/undo': 'allocations.manage',
  'GET /authorities/:code/figures': 'figures.read',
  'GET /authorities/:code/figures/:year': 'figures.read',
  'GET /authorities/:code/figures/:year.csv': 'figures.read',
  'GET /authorities/:code/figures/:year/:id': 'figures.read',
  'GET /authorities/:code/figures/:year/:id.csv': 'children.read',
  'GET /authorities/:code/book': 'book.read',
  'GET /authorities/:code/book/:month': 'book.read',
  'GET /authorities/:code/book/:month/download/:format': 'book.read',
  'GET /authorities/:code/check-report': 'report.check',
  'POST /authorities/:code/check-report': 'report.check',
  'GET /authorities/:code/report': 'report.read',
  'GET /authorities/:code/report/:year': 'report.read',
  'GET /authorities/:code/report/:year/read': 'report.read',
  'GET /authorities/:code/report/:year/check': 'report.read',
  'GET /authorities/:code/report/:year/download/:format': 'report.read',
  'GET /authorities/:code/report/:year/words/:section': 'report.write',
  'POST /authorities/:code/report/:year/words/:section': 'report.write',
  'GET /authorities/:code/report/:year/publish': 'report.read',
  'POST /authorities/:code/report/:year/publish': 'report.read',
  'GET /authorities/:code/report/:year/published/:number': 'report.read',
  'GET /authorities/:code/report/:year/published/:number/download/figures': 'report.read',
  'GET /authorities/:code/report/:year/published/:number/download/:edition/:format': 'report.read',
  'GET /authorities/:code/report/:year/published/:number/figures/:id': 'report.explain',
  'GET /authorities/:code/report/:year/definitions': 'report.read',
  'GET /authorities/:code/report/:year/aims': 'report.read',
  'GET /authorities/:code/report/:year/aims/:aim': 'report.write',
  'POST /authorities/:code/report/:year/aims/:aim': 'report.write',
  'GET /authorities/:code/report/:year/stories': 'report.stories',
  'GET /authorities/:code/report/:year/stories/:story': 'report.stories',
  'POST /authorities/:code/report/:year/stories/:story': 'report.stories',
  'POST /authorities/:code/report/:year/stories/:story/read': 'report.stories',
  'GET /authorities/:code/glance': 'report.read',
  'GET /authorities/:code/comparators': 'report.read',
  'GET /authorities/:code/comparators/:year': 'report.read',
  'GET /authorities/:code/comparators/:year/new': 'report.write',
  'POST /authorities/:code/comparators/:year/new': 'report.write',
  'GET /authorities/:code/data': 'imports.read',
  'GET /authorities/:code/data/import': 'imports.make',
  'POST /authorities/:code/data/import': 'imports.make',
  'GET /authorities/:code/data/import/:run': 'imports.make',
  'GET /authorities/:code/data/import/:run/errors.csv': 'imports.make',
  'POST /authorities/:code/data/import/:run/confirm': 'imports.make',
  'POST /authorities/:code/data/import/:run/discard': 'imports.make',
  'GET /authorities/:code/data/undo/:year': 'imports.make',
  'POST /authorities/:code/data/undo/:year': 'imports.make',
  'GET /authorities/:code/data/registers': 'imports.read',
  'GET /authorities/:code/data/registers/empty.xlsx': 'imports.read',
  'GET /authorities/:code/data/registers/registers.xlsx': 'registers.export',
  'GET /authorities/:code/data/registers/:register.csv': 'registers.export',
  'GET /authorities/:code/data/registers/import': 'imports.make',
  'POST /authorities/:code/data/registers/import': 'imports.make',
  'GET /authorities/:code/data/registers/import/:run': 'imports.make',
  'GET /authorities/:code/data/registers/import/:run/errors.csv': 'imports.make',
  'POST /authorities/:code/data/registers/import/:run/confirm': 'imports.make',
  'POST /authorities/:code/data/registers/import/:run/discard': 'imports.make',
  'GET /authorities/:code/data/findings': 'findings.read',
  'GET /authorities/:code/data/findings.csv': 'findings.read',
  'GET /authorities/:code/data/validation/:year': 'findings.read',
  'GET /authorities/:code/data/validation/:year.csv': 'findings.read',
  'GET /authorities/:code/settings': 'settings.read',
  'GET /authorities/:code/settings/rules/:page': 'settings.manage',
  'POST /authorities/:code/settings/rules/:page': 'settings.manage',
  'POST /authorities/:code/settings/rules/:page/default': 'settings.manage',
  'GET /authorities/:code/settings/presets': 'settings.manage',
  'GET /authorities/:code/settings/presets/:preset': 'settings.manage',
  'POST /authorities/:code/settings/presets/:preset': 'settings.manage',
  'GET /authorities/:code/settings/history': 'settings.manage',
  'GET /authorities/:code/settings/roles': 'people.manage',
  'GET /authorities/:code/account': 'authorities.list',
  'POST /authorities/:code/account/end': 'authorities.list',
  'GET /authorities/:code/settings/people': 'people.manage',
  'GET /authorities/:code/settings/people/new': 'people.manage',
  'POST /authorities/:code/settings/people/new': 'people.manage',
  'GET /authorities/:code/settings/people/:person': 'people.manage',
  'POST /authorities/:code/settings/people/:person': 'people.manage',
  'GET /authorities/:code/settings/people/:person/sessions': 'people.manage',
  'POST /authorities/:code/settings/people/:person/sessions/end': 'people.manage',
  'GET /authorities/:code/sealed': 'sealed.read',
  'POST /authorities/:code/sealed/name': 'sealed.name',
  'GET /authorities/:code/sealed/new': 'sealed.manage',
  'POST /authorities/:code/sealed/new': 'sealed.manage',
  'GET /authorities/:code/sealed/records/:child': 'sealed.manage',
  'POST /authorities/:code/sealed/records/:child': 'sealed.manage',
  'POST /authorities/:code/sealed/records/:child/unseal': 'sealed.manage',
  'POST /authorities/:code/sealed/openings/:opening/seen': 'sealed.read',
  'POST /authorities/:code/sealed/namings/:naming/seen': 'sealed.manage',
  'GET /authorities/:code/sealed/open': 'sealed.open',
  'POST /authorities/:code/sealed/open': 'sealed.open',
  'GET /authorities/:code/log': 'log.read',
  'GET /authorities/:code/kept': 'authorities.list',
  'POST /authorities/:code/kept/:form/save': 'authorities.list',
  'POST /authorities/:code/kept/:form/drop': 'authorities.list',
  'GET /authorities/:code/children/:child/contacts': 'choices.write',
  'GET /authorities/:code/children/:child/contacts/new': 'choices.write',
  'POST /authorities/:code/children/:child/contacts/new': 'choices.write',
  'GET /authorities/:code/children/:child/contacts/:contact': 'choices.write',
  'POST /authorities/:code/children/:child/contacts/:contact': 'choices.write',
  'GET /authorities/:code/children/:child/choices': 'choices.write',
  'POST /authorities/:code/children/:child/choices': 'choices.write',
  'GET /authorities/:code/children/:child/oversight': 'oversight.write',
  'POST /authorities/:code/children/:child/oversight/:form': 'oversight.write',
  'GET /authorities/:code/children/:child/missing': 'oversight.write',
  'POST /authorities/:code/children/:child/missing/:form': 'oversight.write',
  'GET /authorities/:code/children/:child/signs': 'signs.acknowledge',
  'POST /authorities/:code/children/:child/signs/:form': 'signs.acknowledge',
  'GET /authorities/:code/signs': 'signs.read',
  'GET /authorities/:code/fostering/:household/signs': 'signs.households.acknowledge',
  'POST /authorities/:code/fostering/:household/signs/:form': 'signs.households.acknowledge',
  'GET /authorities/:code/children/:child/checks': 'checks.write',
  'POST /authorities/:code/children/:child/checks': 'checks.write',
  'POST /authorities/:code/children/:child/checks/:kind/:on/:change': 'checks.write',
  'GET /authorities/:code/children/:child/court': 'court.read',
  'POST /authorities/:code/children/:child/court/proceedings': 'court.write',
  'POST /authorities/:code/children/:child/court/hearings': 'court.write',
  'POST /authorities/:code/children/:child/court/papers': 'court.write',
  'POST /authorities/:code/children/:child/challenge': 'challenge.write',
  'GET /authorities/:code/challenge': 'challenge.read',
  'GET /authorities/:code/challenge/raise': 'challenge.write',
  'POST /authorities/:code/challenge/raise': 'challenge.write',
  'GET /authorities/:code/challenge/themes': 'challenge.read',
  'GET /authorities/:code/challenge/themes/download/:file': 'challenge.read',
  'GET /authorities/:code/challenge/:challenge': 'challenge.read',
  'POST /authorities/:code/challenge/:challenge/move': 'challenge.write',
  'POST /authorities/:code/challenge/:challenge/answer': 'challenge.answer',
  'POST /authorities/:code/challenge/:challenge/close': 'challenge.write',
  'POST /authorities/:code/challenge/:challenge/note': 'challenge.write',
  'POST /authorities/:code/challenge/:challenge/children': 'challenge.write',
  'POST /authorities/:code/challenge/:challenge/ask': 'challenge.write',
  'GET /authorities/:code/reviews/decisions': 'recording.read',
  'GET /authorities/:code/reviews/decisions.csv': 'recording.read',
  'GET /authorities/:code/reviews/:ref/after/decisions/:number/ask': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/decisions/:number/ask': 'recording.write',
  'GET /authorities/:code/reviews/:ref/after': 'recording.read',
  'POST /authorities/:code/reviews/:ref/after/issue': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/answer': 'recording.answer',
  'POST /authorities/:code/reviews/:ref/after/earlier/:of/:number': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/sent': 'recording.write',
  'GET /authorities/:code/reviews/:ref/after/decisions/:number': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/decisions/:number': 'recording.write',
  'GET /authorities/:code/reviews/:ref/after/download/:file': 'recording.read',
  'GET /authorities/:code/reviews/:ref/after/record': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/record': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/record/draft': 'recording.write',
  'GET /authorities/:code/reviews/:ref/after/letter': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/letter/draft': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/easy-read/draft': 'recording.write',
  'GET /authorities/:code/children/:child/review-without-meeting': 'recording.write',
  'POST /authorities/:code/children/:child/review-without-meeting': 'recording.write',
  'GET /decisions/:token': 'public',
  'POST /decisions/:token': 'public',
  'POST /decisions/:token/answer': 'public',
  'GET /copies/:token': 'public',
  'POST /copies/:token': 'public',
  'POST /authorities/:code/reviews/:ref/after/letter': 'recording.write',
  'GET /authorities/:code/reviews/:ref/after/translation': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/translation': 'recording.write',
  'GET /authorities/:code/reviews/:ref/after/translation.html': 'recording.write',
  'GET /authorities/:code/reviews/:ref/after/easy-read': 'recording.write',
  'POST /authorities/:code/reviews/:ref/after/easy-read': 'recording.write',
  'GET /authorities/:code/reviews/:ref/invitations': 'messages.read',
  'POST /authorities/:code/reviews/:ref/invitations': 'messages.send',
  'GET /authorities/:code/reviews/:ref/consultation': 'consulting.send',
  'POST /authorities/:code/reviews/:ref/consultation': 'consulting.send',
  'POST /authorities/:code/reviews/:ref/consultation/remind': 'consulting.send',
  'POST /authorities/:code/reviews/:ref/consultation/returned': 'consulting.send',
  'GET /authorities/:code/reviews/:ref/consultation/paper/:form': 'consulting.send',
  'GET /authorities/:code/reviews/readiness': 'consulting.read',
  'GET /authorities/:code/reviews/:ref/preparation': 'consulting.read',
  'POST /authorities/:code/reviews/:ref/preparation/chase': 'consulting.send',
  'GET /authorities/:code/children/:child/wishes': 'wishes.write',
  'POST /authorities/:code/children/:child/wishes': 'wishes.write',
  'GET /authorities/:code/children/:child/wishes/:wish': 'wishes.write',
  'POST /authorities/:code/children/:child/wishes/:wish': 'wishes.write',
  'GET /authorities/:code/children/:child/own-page': 'consulting.send',
  'POST /authorities/:code/children/:child/own-page': 'consulting.send',
  'GET /authorities/:code/pictures': 'recording.pictures',
  'GET /authorities/:code/pictures/:picture': 'recording.pictures',
  'POST /authorities/:code/pictures/:picture': 'recording.pictures',
  'GET /authorities/:code/reviews/:ref/feedback': 'consulting.send',
  'POST /authorities/:code/reviews/:ref/feedback': 'consulting.send',
  'POST /authorities/:code/about-me/picture': 'about_me.write',
  'POST /authorities/:code/about-me/tell': 'about_me.write',
  'GET /authorities/:code/about-me': 'about_me.write',
  'POST /authorities/:code/about-me': 'about_me.write',
  'GET /authorities/:code/forms': 'forms.read',
  'GET /authorities/:code/forms/:form': 'forms.read',
  'POST /authorities/:code/forms/:form': 'forms.read',
  'GET /authorities/:code/feedback': 'feedback.write',
  'GET /authorities/:code/feedback/:feedback': 'feedback.write',
  'POST /authorities/:code/feedback/:feedback': 'feedback.write',
  'GET /answer-challenge/:token': 'public',
  'POST /answer-challenge/:token': 'public',
  'GET /report-decision/:token': 'public',
  'POST /report-decision/:token': 'public',
  'GET /your-views/:token': 'public',
  'POST /your-views/:token': 'public',
  'GET /your-views/:token/questions/:number': 'public',
  'POST /your-views/:token/questions/:number': 'public',
  'GET /your-views/:token/readers': 'public',
  'POST /your-views/:token/readers': 'public',
  'GET /your-views/:token/check': 'public',
  'POST /your-views/:token/check': 'public',
  'GET /your-views/:token/thanks': 'public',
  'GET /your-views/:token/later': 'public',
  'GET /your-views/:token/leave': 'public',
  'GET /your-feedback/:token': 'public',
  'POST /your-feedback/:token': 'public',
  'GET /your-page/:token': 'public',
  'POST /your-page/:token': 'public',
  'GET /authorities/:code/calendar': 'calendar.take',
  'POST /authorities/:code/calendar': 'calendar.take',
  'POST /authorities/:code/calendar/off': 'calendar.take',
  'GET /invitations/:token': 'public',
  'GET /invitations/:token/meeting.ics': 'public',
  'GET /calendars/:token.ics': 'public',
  'GET /help': 'public',
  'GET /help/guide': 'public',
  'GET /help/for/:role': 'public',
  'GET /accessibility-statement': 'public',
  'GET /privacy-notice': 'public',
  'GET /who-to-ask': 'public',
  'GET /sign-in': 'public',
  'GET /sign-in/again': 'public',
  'POST /sign-in': 'public',
  'GET /sign-out': 'public',
  'GET /signed-out': 'public',
}

const NOBODY = '7f2c1e1e-0000-4000-8000-000000000000'
/** What stands in an address for each of its parts. A new kind of part needs a value. */
const values: Readonly<Record<string, string>> = {
  month: '2023-03',
  code: CODE,
  child: 'NORTH1',
  year: '2022-23',
  id: 'reviews.on_time',
  format: 'html',
  section: 'timeliness',
  run: NOBODY,
  register: 'reviews',
  ref: 'R-NORTH1',
  person: 'iro',
  page: 'words',
  preset: 'leicester',
  opening: NOBODY,
  naming: NOBODY,
  form: NOBODY,
  message: NOBODY,
  contact: 'mother',
  officer: 'O1',
  picture: 'home',
  on: '2022-11-01',
  from: '2022-11-01',
  kind: 'DENTAL_CHECK',
  change: 'withdraw',
  challenge: 'C-NORTH1',
  file: 'themes-2022-23-q3.html',
  household: 'FC1',
  audit: 'A-NORTH1',
  product: 'LP1',
  number: '1',
  day: '2022-11-01',
  of: 'R0',
  wish: NOBODY,
  feedback: NOBODY,
  aim: 'new',
  story: 'new',
  edition: 'board',
  part: 'overdue',
}

const addressOf = (pattern: string, more: Readonly<Record<string, string>> = {}): string =>
  pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = more[name] ?? values[name]
    assert.ok(value, `the part :${name} of ${pattern} needs a value in this test`)
    return value
  })

const servedBy = (app: { servedRoutes: readonly { method: string; pattern: string; permission: string }[] }) =>
  app.servedRoutes
    .filter(({ method, pattern }) => method !== 'HEAD' && !pattern.startsWith('/assets/'))
    .map(({ method, pattern, permission }) => ({ name: `${method} ${pattern}`, method, pattern, permission }))

const allPermissions = permissionsOf(rooms)
const REFUSED = 'You do not have permission to open this page'

describe('every role, every route', async () => {
  const { app, services } = await aPeopledApplication(children)
  const served = servedBy(app)

  test('the table above has every route that is served, and no other', () => {
    assert.deepEqual(Object.fromEntries(served.map(({ name, permission }) => [name, permission])), routes)
  })

  test('the operator’s guide names each address to be let through from the internet', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/operators-guide.md'), 'utf8')
    const opened = served.filter(({ permission, pattern }) => permission === 'public' && !pattern.startsWith('/sign'))
    const roots = new Set(opened.map(({ pattern }) => pattern.replace(/^(\/[^/]+\/).*/, '$1')))
    const unnamed = [...roots].filter((root) => !guide.includes(`\`${root}\``) && !guide.includes(`\`${root}/\``))
    assert.deepEqual(unnamed, [])
  })

  for (const role of allRoles) {
    test(`${role} opens what the table of permissions says, and nothing else`, async () => {
      await enter(services, role, { roles: [role], team: 'North' })
      const headers = await signedInAs(services, role)
      for (const { name, method, pattern, permission } of served) {
        if (permission === 'public' || (method !== 'GET' && method !== 'POST')) continue
        const answer = await app.inject({ method, url: addressOf(pattern), headers })
        const isRefused = headingOf(answer.body) === REFUSED
        assert.ok(answer.statusCode < 500, `${name}: ${answer.statusCode}`)
        assert.notEqual(answer.headers.location?.startsWith('/sign-in'), true, name)
        assert.equal(
          isRefused,
          !allPermissions.some((one) => one.id === permission && may({ roles: [role] }, one)),
          name,
        )
        assert.equal(isRefused && answer.statusCode !== 403, false, name)
      }
    })
  }

  for (const { why, headers, isRole } of [
    { why: 'who has not signed in', headers: {}, isRole: false },
    {
      why: 'with a cookie that is nobody’s',
      headers: { cookie: `footprint-session=${CODE}.${'x'.repeat(43)}` },
      isRole: false,
    },
    { why: 'who has no role', headers: null, isRole: true },
  ]) {
    test(`someone ${why} opens nothing but the door`, async () => {
      if (headers === null) await enter(services, 'none')
      const sent = headers ?? (await signedInAs(services, 'none'))
      for (const { name, method, pattern, permission } of served) {
        if (permission === 'public' || (method !== 'GET' && method !== 'POST')) continue
        const answer = await app.inject({ method, url: addressOf(pattern), headers: sent })
        if (isRole) assert.equal(headingOf(answer.body), REFUSED, name)
        else if (method === 'GET') assert.match(String(answer.headers.location), /^\/sign-in\?to=/, name)
        else assert.equal(answer.statusCode, 401, name)
        assert.doesNotMatch(answer.body, /NORTH|SOUTH/)
      }
    })
  }

  test('the navigation offers what the role opens, and the first page is the first of it', async () => {
    for (const { role, first, offered, beside } of [
      {
        role: 'iro',
        first: 'work',
        offered: ['work', 'children', 'reviews', 'challenge', 'fostering', 'figures', 'report', 'data'],
        beside: ['work', 'due', 'signs', 'caseload', 'duties', 'messages'],
      },
      {
        role: 'social_worker',
        first: 'work',
        offered: ['work', 'children', 'reviews', 'challenge'],
        beside: ['work', 'due'],
      },
      { role: 'senior_leader', first: 'figures', offered: ['figures', 'report'], beside: ['figures', 'book'] },
      { role: 'administrator', first: 'settings', offered: ['settings'], beside: [] },
    ] satisfies { role: Role; first: string; offered: string[]; beside: string[] }[]) {
      const who = `first-${role}`
      await enter(services, who, { roles: [role], team: 'North' })
      const headers = await signedInAs(services, who)
      const answer = await app.inject({ url: '/', headers })
      assert.equal(answer.headers.location, `/authorities/${CODE}/${first}`, role)
      const page = await app.inject({
        url: `/authorities/${CODE}/${first === 'figures' ? 'figures/2022-23' : first}`,
        headers,
      })
      const linksIn = (list: RegExp) =>
        [...(list.exec(page.body)?.[0] ?? '').matchAll(/href="[^"]*\/(\w+)"/g)].map((match) => match[1])
      assert.deepEqual(linksIn(/service-navigation__list[^]*?<\/ul>/), offered, role)
      assert.deepEqual(linksIn(/app-beside__list[^]*?<\/ul>/), beside, role)
    }
  })
})

describe('whose records someone sees', async () => {
  const { app, services } = await aPeopledApplication(children)
  await enter(services, 'worker', { roles: ['social_worker'], workerId: 'SW1', team: 'North' })
  await enter(services, 'colleague', { roles: ['social_worker'], workerId: 'SW2', team: 'North' })
  await enter(services, 'head', { roles: ['team_manager'], team: 'North' })
  await enter(services, 'iro', { roles: ['iro'] })
  await enter(services, 'leader', { roles: ['senior_leader'] })

  for (const { who, sees } of [
    { who: 'worker', sees: ['NORTH1'] },
    { who: 'head', sees: ['NORTH1', 'NORTH2'] },
    { who: 'iro', sees: ['NORTH1', 'NORTH2', 'SOUTH1'] },
  ]) {
    test(`${who}: ${sees.join(', ')}, in lists, files, and one by one`, async () => {
      const headers = await signedInAs(services, who)
      for (const pattern of ['children', 'children.csv', 'due', 'due.csv', 'children?asAt=2022-06-01']) {
        const { body, statusCode } = await app.inject({ url: `/authorities/${CODE}/${pattern}`, headers })
        assert.equal(statusCode, 200)
        for (const { child } of children)
          assert.equal(body.includes(child), sees.includes(child), `${pattern} ${child}`)
      }
      for (const { child } of children) {
        const { statusCode } = await app.inject({ url: `/authorities/${CODE}/children/${child}`, headers })
        assert.equal(statusCode, sees.includes(child) ? 200 : 404, child)
      }
    })
  }

  test('a child that is not theirs and one that is not there give the same answer, to the letter', async () => {
    const headers = await signedInAs(services, 'worker')
    for (const page of ['children/:child', 'children/:child?asAt=2022-06-01']) {
      const [forbidden, absent] = await Promise.all(
        ['SOUTH1', 'NOBODY'].map((child) =>
          app.inject({ url: `/authorities/${CODE}/${page.replace(':child', child)}`, headers }),
        ),
      )
      assert.equal(forbidden?.statusCode, 404)
      assert.deepEqual(
        { status: forbidden.statusCode, body: withoutTokens(forbidden.body) },
        { status: absent?.statusCode, body: withoutTokens(absent?.body ?? '') },
      )
    }
  })

  test('a leader sees how many, and not who', async () => {
    const headers = await signedInAs(services, 'leader')
    const { body } = await app.inject({ url: `/authorities/${CODE}/figures/2022-23/cla.count`, headers })
    assert.match(body, /app-value">3</)
    assert.doesNotMatch(body, /NORTH|SOUTH|Records behind it/)
  })

  test('another authority is not there', async () => {
    const headers = await signedInAs(services, 'iro')
    for (const url of [
      '/authorities/E09000033/due',
      '/authorities/E09000033/settings/people',
      '/authorities/E09000033',
    ]) {
      assert.equal((await app.inject({ url, headers })).statusCode, 404, url)
    }
  })
})

test('a sealed record', async (t) => {
  const sealedChild = { child: 'SEALED7', worker: 'SW1' }
  const withIt = await aPeopledApplication([...children, sealedChild])
  const withoutIt = await aPeopledApplication(children)
  const messages: ((child: string) => string)[] = []
  for (const { services } of [withIt, withoutIt]) {
    const all = services === withIt.services ? [...children, sealedChild] : children
    await importRegisters(services, all)
    messages.push(await sendMessages(services, all))
    await enter(services, 'named', { roles: ['iro_manager'] })
    await enter(services, 'iro', { roles: ['iro'], officerId: 'O1' })
    await enter(services, 'manager', { roles: ['iro_manager', 'analyst'] })
    await enter(services, 'support', { roles: ['business_support'] })
    await enter(services, 'worker', { roles: ['social_worker'], workerId: 'SW1' })
    await enter(services, 'leader', { roles: ['senior_leader'] })
  }
  const { app, services, test: database } = withIt
  const page = (...parts: string[]) => `/authorities/${CODE}/${parts.join('/')}`
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const named = await browserOf('named')
  // Before it is sealed, someone looks at it, alone and in a list: the log knows.
  const iro = await browserOf('iro')
  await iro.get(page('children', sealedChild.child))
  await iro.get(page('children'))
  const form = { child: sealedChild.child, people: 'named', reason: 'Named in the press' }
  assert.equal((await named.post(page('sealed', 'new'), page('sealed', 'new'), form)).statusCode, 303)

  const gets = servedBy(app).filter(({ method, permission }) => method === 'GET' && permission !== 'public')
  const more = [
    ...['children', 'due', 'figures/2022-23/cla.count', 'data/findings'].map((list) =>
      page(`${list}?child=${sealedChild.child}`),
    ),
    ...['csv', 'json'].map((format) => page(`report/2022-23/download/${format}`)),
    ...['csv', 'json'].map((format) => page(`book/2023-03/download/${format}`)),
    ...allRegisters.map(({ name }) => page(`data/registers/${name}.csv`)),
    ...['week', 'month'].flatMap((view) =>
      ['team', 'child'].map((by) => page(`reviews/calendar?day=2022-12-01&view=${view}&by=${by}`)),
    ),
    ...['O1', 'O2'].flatMap((officer) => [
      page('caseload', 'of', officer),
      page(`caseload/ahead?officer=${officer}&from=2022-12-01&to=2023-02-01`),
      page('caseload', 'officers', officer, 'hand-over'),
    ]),
    ...['NORTH2', 'SOUTH1'].flatMap((child) => [
      page('children', child, 'officer'),
      page('reviews', 'book', child),
      page('reviews', `R-${child}`),
    ]),
    page(`reviews/several?review=R-NORTH1&review=R-${sealedChild.child}`),
    page('challenge', 'C-ALL'),
    page('challenge?which=all'),
    ...['html', 'txt'].map((format) => page('challenge', 'themes', 'download', `themes-2022-23-q3.${format}`)),
  ]
  const partsOf = (child: string, message: string) => ({ child, ref: `R-${child}`, challenge: `C-${child}`, message })
  /** What differs between any two asks: tokens, moments and, of imports, how much was in them. */
  const plain = (body: string) =>
    withoutTokens(body)
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
      .replaceAll(/\d+ \w+ \d{4} at \d+:\d+/g, '')
      .replaceAll(/Entry \d+/g, '')
      .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID')
      // Since when rows are known: the same rows were stored at another moment there.
      .replaceAll(/\b\d{20}(?:-\d+)?\b/g, 'VERSION')
  for (const who of ['iro', 'manager', 'support', 'worker', 'leader']) {
    await t.test(`is to ${who} as though it had never been, on every page and in every file`, async () => {
      const here = await browserOf(who)
      const there = new TestBrowser(withoutIt.app, (await signedInAs(withoutIt.services, who)).cookie)
      // What was done in each of them is another: not all that the log tells is the same, nor who is signed in where.
      const isCounted = (url: string) => !/\/(log|account)$/.test(url)
      const [message, messageThere] = messages.map((of) => of('NORTH1'))
      const own = gets.map(({ pattern }) =>
        [message, messageThere].map((id) => addressOf(pattern, partsOf('NORTH1', id ?? ''))),
      )
      for (const [url = '', urlThere = url] of [...own, ...more.map((address) => [address])]) {
        const [answer, without] = [await here.get(url), await there.get(urlThere)]
        assert.equal(answer.statusCode, without.statusCode, url)
        const isSearch = url.includes(sealedChild.child)
        const [text, textWithout] = await Promise.all([answer, without].map(textOf))
        assert.equal(!isSearch && text?.includes(sealedChild.child), false, url)
        assert.doesNotMatch(text ?? '', /(?:href|action|src)="[^"]*known/i, `${url} has a name in an address`)
        if (isCounted(url)) assert.equal(plain(text ?? ''), plain(textWithout ?? ''), url)
      }
      const gone = await here.get(page('children', sealedChild.child))
      const absent = await here.get(page('children', 'NOBODY'))
      assert.deepEqual([gone.statusCode, plain(gone.body)], [absent.statusCode, plain(absent.body)])
      if (who === 'leader') return
      // Who sees no child sees no search either.
      for (const q of [
        sealedChild.child,
        `Known as ${sealedChild.child}`,
        'Known',
        `R-${sealedChild.child}`,
        'North',
      ]) {
        const [found, foundThere] = [
          await here.post(page('children'), page('search'), { q }),
          await there.post(page('children'), page('search'), { q }),
        ]
        assert.deepEqual([found.statusCode, plain(found.body)], [foundThere.statusCode, plain(foundThere.body)], q)
      }
    })
  }

  for (const who of ['iro', 'manager', 'support', 'worker']) {
    await t.test(`answers ${who} as what is not there does, whatever is asked or sent`, async () => {
      const browser = await browserOf(who)
      const token =
        tokenIn((await browser.get(page('kept'))).body) || tokenIn((await browser.get(page('calendar'))).body)
      const about = servedBy(app).filter(({ pattern }) => /:(?:child|ref|challenge|message)\b/.test(pattern))
      for (const { method, pattern } of about) {
        const answers = []
        for (const [child, message] of [
          [sealedChild.child, messages[0]?.(sealedChild.child) ?? ''],
          ['NOBODY', NOBODY],
        ] as const) {
          const url = addressOf(pattern, partsOf(child, message))
          const { statusCode, body } = await (method === 'GET' ? browser.get(url) : browser.send(url, { _csrf: token }))
          answers.push({ statusCode, body: plain(body).replaceAll(child, '') })
        }
        assert.deepEqual(answers[0], answers[1], `${method} ${pattern}`)
        assert.ok((answers[0]?.statusCode ?? 0) >= 400, `${method} ${pattern}`)
      }
    })
  }

  /** All that the log tells someone of what the officer has done: it has many pages. */
  async function wholeLog(browser: TestBrowser): Promise<string> {
    let all = ''
    for (let address: string | undefined = page('log?person=iro'); address !== undefined;) {
      const { body } = await browser.get(address)
      all += body
      address = /href="([^"]*)">Older entries/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    return all
  }

  await t.test('is in the log of those only who may see it', async () => {
    for (const [who, count] of [
      ['named', 4],
      ['manager', 3],
    ] as const) {
      const body = await wholeLog(await browserOf(who))
      assert.equal(body.includes(sealedChild.child), who === 'named')
      assert.match(body, new RegExp(`>${count} children<`))
    }
    assert.equal((await named.get(page('children', sealedChild.child, 'log'))).statusCode, 200)
    const other = await browserOf('manager')
    assert.equal((await other.get(page('children', sealedChild.child, 'log'))).statusCode, 404)
    assert.equal((await other.get(page('sealed', 'records', sealedChild.child))).statusCode, 404)
    assert.doesNotMatch((await other.get(page('sealed'))).body, /SEALED7/)
  })

  await t.test('is seen by those named, who are told that it is sealed', async () => {
    assert.match((await named.get(page('children'))).body, /SEALED7/)
    assert.match((await named.get(page('children', sealedChild.child))).body, /This record is sealed/)
    assert.doesNotMatch((await named.get(page('children', 'NORTH1'))).body, /This record is sealed/)
    assert.match((await named.get(page('sealed'))).body, /SEALED7/)
  })

  await t.test('can not be sealed again by someone who does not see it: it is not there', async () => {
    const other = await browserOf('manager')
    const answers = []
    for (const child of [sealedChild.child, 'NOBODY']) {
      const { statusCode, body } = await other.post(page('sealed', 'new'), page('sealed', 'new'), {
        child,
        people: 'manager',
        reason: 'x',
      })
      answers.push({ statusCode, body: plain(body).replaceAll(child, '') })
    }
    assert.equal(answers[0]?.statusCode, 400)
    assert.deepEqual(answers[0], answers[1])
  })

  await t.test('opens for a few hours to someone who says why, and the manager named for it is told', async () => {
    const breaking = await browserOf('iro')
    const open = (child: string, reason: string) =>
      breaking.post(page('sealed', 'open'), page('sealed', 'open'), { child, reason })
    assert.match((await open(sealedChild.child, '')).body, /Say why you need to open the record/)
    const guesses = [await open('NOBODY', 'why'), await open('NORTH1', 'why')].map(({ body }) =>
      plain(body).replaceAll(/NOBODY|NORTH1/g, ''),
    )
    assert.equal(guesses[0], guesses[1], 'a record that is not sealed and one that is not there: the same answer')
    const opened = await open(sealedChild.child, 'Missing since last night')
    assert.equal(opened.headers.location, page('children', sealedChild.child))
    assert.equal((await breaking.get(page('children', sealedChild.child))).statusCode, 200)

    const told = await named.get(page('sealed'))
    assert.match(told.body, /Missing since last night/)
    assert.match((await named.get(page('due'))).body, /Someone who is not named for it opened 1 sealed record/)
    assert.match(told.body, /I have looked into it/)
    assert.doesNotMatch((await (await browserOf('manager')).get(page('sealed'))).body, /Missing since/)
    const seen = /action="([^"]*\/seen)"/.exec(told.body)?.[1] ?? ''
    assert.equal((await named.post(page('sealed'), seen, {})).statusCode, 303)
    assert.doesNotMatch((await named.get(page('sealed'))).body, /I have looked into it/)
    assert.doesNotMatch((await named.get(page('due'))).body, /opened 1 sealed record/)
    const log = await named.get(page('children', sealedChild.child, 'log'))
    assert.match(log.body, /opened the sealed record for 4 hours/)

    await sql`update seal_opening set open_until = now()`.execute(database.database)
    assert.equal((await breaking.get(page('children', sealedChild.child))).statusCode, 404)
  })

  await t.test('is open to all again when the seal is taken off', async () => {
    const record = page('sealed', 'records', sealedChild.child)
    const replaces = /name="replaces" value="([^"]+)"/.exec((await named.get(record)).body)?.[1] ?? ''
    assert.equal((await named.post(record, `${record}/unseal`, { replaces: '2020-01-01T00:00:00Z' })).statusCode, 400)
    assert.equal((await named.post(record, `${record}/unseal`, { replaces })).statusCode, 303)
    assert.equal((await iro.get(page('children', sealedChild.child))).statusCode, 200)
  })
})

/** NORTH1 and the sealed child are brothers or sisters, and it is the parent of SOUTH1. */
const tiesOf = (child: string): string[] =>
  child === 'SEALED7'
    ? ['NORTH1,SEALED7,SIBLING', 'SEALED7,SOUTH1,PARENT']
    : child === 'NORTH2'
      ? ['NORTH1,NORTH2,SIBLING']
      : []

/** Two at one time have different officers. */
const officerOf = (child: string): string => (child === 'SEALED7' ? 'O2' : 'O1')

/** Has a message about each child in the outbox, one that needs someone; gives the id of that about a child. */
async function sendMessages(services: Services, all: readonly { child: string }[]): Promise<(child: string) => string> {
  const ids = new Map<string, string>()
  for (const { child } of all) {
    await putIn(
      services.changing.inOneTransaction,
      services.outbox,
      [
        {
          key: `invitation ${child}`,
          kind: caseloadKinds.goodbye_letter,
          child,
          reviewRef: `R-${child}`,
          contactRef: 'mother',
          role: 'MOTHER',
          name: `Mother of ${child}`,
          channel: 'LETTER',
          address: `1 Road of ${child}\nTown\nAB1 2CD`,
          subject: 'Goodbye',
          body: `Dear mother of ${child}`,
          tells: null,
          event: null,
          sendFrom: null,
        },
      ],
      'test',
    )
    const [message] = await services.outbox.ofChild(CODE, child)
    if (message) ids.set(child, message.messageId)
  }
  return (child) => ids.get(child) ?? NOBODY
}

/** Has the registers tell all that they can of each child: whose they are, who is around them, what is booked. */
async function importRegisters(services: Services, all: readonly { child: string }[]): Promise<void> {
  const rows = (head: string, line: (child: string) => string) =>
    [head, ...all.map(({ child }) => line(child))].join('\n')
  const path = folderOf({
    'officers.csv': 'officer_id,name,role,fte,start_date\nO1,An IRO,IRO,1,2020-01-01\nO2,Another,IRO,1,2020-01-01',
    'allocations.csv': rows('child,officer_id,from', (child) => `${child},O1,2022-05-09`),
    'contacts.csv': rows(
      'child,contact_ref,role,name,channel,email',
      (child) => `${child},mother,MOTHER,Mother of ${child},EMAIL,${child}@example.org`,
    ),
    'children.csv': rows('child,known_as,family_name', (child) => `${child},Known,As ${child}`),
    'family.csv': ['child,relative,kind', ...all.flatMap(({ child }) => tiesOf(child))].join('\n'),
    'choices.csv': rows('child,date,where,told_to', (child) => `${child},2022-10-03,At home with ${child},A worker`),
    // Outside the hours that are suggested, and not in this week: that a time is not free would be said.
    'meetings.csv': rows(
      'review_ref,number,child,date,starts_at,ends_at,officer_id,place,format,purpose,status',
      (child) =>
        `R-${child},1,${child},2022-12-01,07:00,08:00,${officerOf(child)},Home of ${child},IN_PERSON,REVIEW,BOOKED`,
    ),
    'rearrangements.csv': rows(
      'review_ref,number,child,date,from_date,to_date,asked_by,reason',
      (child) => `R-${child},1,${child},2022-11-01,2022-11-28,2022-12-01,CHILD,Exams of ${child}`,
    ),
    'officer_requests.csv': rows('child,date,asked_by,reason', (child) => `${child},2022-11-01,CHILD,Wish of ${child}`),
    'handovers.csv': rows(
      'child,date,from_officer,to_officer,reason',
      (child) => `${child},2022-05-09,O2,O1,Reason for ${child}`,
    ),
    'foster_carers.csv': 'carer_ref,approved_date\nFC1,2020-01-01',
    'foster_reviews.csv': 'carer_ref,kind,status,booked_date,held_date\nFC1,ANNUAL,HELD,,2022-11-01',
    'foster_households.csv': rows('carer_ref,party,person,from', (child) => `FC1,FOSTERED_CHILD,${child},2022-05-09`),
    'people.csv': rows('child,kind,from', (child) => `${child},CARE_LEAVER,2022-10-03`),
    'advisers.csv': rows('child,worker_id,name,from', (child) => `${child},SW9,Adviser of ${child},2022-10-03`),
    'early_placements.csv': rows(
      'child,kind,from,carer',
      (child) => `${child},CONNECTED_PERSON,2022-10-03,Aunt of ${child}`,
    ),
    'placement_consultations.csv': rows(
      'child,kind,move_date,view',
      (child) => `${child},OUT_OF_AREA,2022-10-03,View on ${child}`,
    ),
    'preparation_steps.csv': rows('child,step,date,note', (child) => `${child},ADVISER,2022-10-03,Step of ${child}`),
    'volunteers.csv': 'volunteer_ref,recruited_date,checked_date\nV1,2020-01-01,2020-02-01',
    'support.csv': rows(
      'child,kind,referred_date,from,outcome',
      (child) => `${child},ADVOCACY,2022-05-10,2022-06-01,Help for ${child}`,
    ),
    'audits.csv': rows(
      'audit_ref,date,child,theme,grade',
      (child) => `A-${child},2022-10-03,${child},Theme of ${child},GOOD`,
    ),
    'audit_actions.csv': rows('audit_ref,number,text,owner', (child) => `A-${child},1,Help ${child},The IRO`),
    'learning_products.csv': 'product_ref,kind,title,begun_date\nLP1,BRIEFING,Plans that wait,2022-10-03',
    'duties.csv': rows(
      'duty_ref,date,officer_id,kind,child',
      (child) => `D-${child},2022-10-03,O1,STRATEGY_MEETING,${child}`,
    ),
    'absences.csv': 'officer_id,from,to,kind\nO1,2022-11-01,2022-11-04,LEAVE',
    'notifications.csv': rows('child,started_date,notified_date', (child) => `${child},2022-05-09,2022-05-11`),
    'oversight.csv': rows('child,date,kind,note', (child) => `${child},2022-10-20,CONTACT,Note on ${child}`),
    'visits.csv': rows('child,date,kind', (child) => `${child},2022-10-20,SOCIAL_WORK`),
    'flags.csv': rows('child,kind,from', (child) => `${child},EXPLOITATION,2022-10-20`),
    'ratings.csv': rows('child,date,rating,why', (child) => `${child},2022-10-20,RED,Rating of ${child}`),
    'contact_plans.csv': rows('child,from,every_weeks,how', (child) => `${child},2022-10-20,4,Way of ${child}`),
    'missing_returns.csv': rows('child,missing_from,returned_at', (child) => `${child},2022-10-20,2022-10-21T06:00`),
    'missing_meetings.csv': rows('child,stage,date,note', (child) => `${child},STAGE_1,2022-10-24,Meeting on ${child}`),
    'events.csv': rows('child,kind,date,note', (child) => `${child},EMERGENCY_MOVE,2022-10-24,Move of ${child}`),
    'acknowledgements.csv': rows(
      'child,kind,since,date,word',
      (child) => `${child},EMERGENCY_MOVE,2022-10-24,2022-10-25,Word on ${child}`,
    ),
    'checks.csv': rows('child,kind,date,value', (child) => `${child},DENTAL_CHECK,2022-11-01,Teeth of ${child}`),
    'challenges.csv': [
      rows(
        'challenge_ref,child,raised_date,route,themes,concern',
        (child) => `C-${child},${child},2022-10-03,FORMAL,visits late,Visits to ${child}`,
      ),
      'C-ALL,,2022-10-03,THEMED,visits late,Visits to several',
    ].join('\n'),
    'challenge_children.csv': rows('challenge_ref,child', (child) => `C-ALL,${child}`),
    'challenge_stages.csv': rows(
      'challenge_ref,stage,started_date,with_role',
      (child) => `C-${child},1,2022-10-03,Manager of ${child}`,
    ),
    'proceedings.csv': rows(
      'proceedings_ref,child,issued_date,guardian',
      (child) => `P-${child},${child},2022-09-05,Guardian of ${child}`,
    ),
    'court_documents.csv': rows(
      'proceedings_ref,kind,received_date',
      (child) => `P-${child},Report on ${child},2022-10-03`,
    ),
    'hearings.csv': rows('proceedings_ref,date,kind', (child) => `P-${child},2022-12-02,FINAL`),
    'reviews.csv': rows(
      'review_ref,child,kind,status,booked_date',
      (child) => `R-${child},${child},CLA,PLANNED,2022-12-01`,
    ),
  })
  const request = {
    authority: demoAuthority,
    path,
    sourceName: 'registers',
    isKeepingValidRows: false,
    recordedBy: null,
  }
  const { checked, change } = await services.registersImport.store(request)
  assert.deepEqual(checked.errors, [])
  assert.ok(change)
}

/** What an answer says: of a workbook, every cell of every sheet. */
async function textOf({ headers, body, rawPayload }: Awaited<ReturnType<TestBrowser['get']>>): Promise<string> {
  if (!String(headers['content-type']).includes('spreadsheet')) return body
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.read(Readable.from([rawPayload]))
  return workbook.worksheets.map((sheet) => `${sheet.name} ${JSON.stringify(sheet.getSheetValues())}`).join('\n')
}

describe('the log', async () => {
  const { app, services } = await aPeopledApplication(children)
  await enter(services, 'iro', { roles: ['iro'] })
  const latest = async () => (await services.log.latest(CODE, { before: null, most: 1 }))[0]
  const page = (path: string) => `/authorities/${CODE}/${path}`

  for (const { url, what, shown } of [
    { url: 'children', what: 'looked at the list of children', shown: ['NORTH1', 'NORTH2', 'SOUTH1'] },
    { url: 'children?child=south', what: 'looked at the list of children', shown: ['SOUTH1'] },
    { url: 'children.csv?child=south', what: 'took away the list of children as a file', shown: ['SOUTH1'] },
    { url: 'children/NORTH1', what: 'looked at the child’s page', shown: ['NORTH1'] },
    { url: 'due?child=north1', what: 'looked at what is due', shown: ['NORTH1'] },
    { url: 'due.csv?child=north1', what: 'took away what is due as a file', shown: ['NORTH1'] },
    {
      url: 'figures/2022-23/cla.count',
      what: 'looked at the records behind cla.count',
      shown: ['NORTH1', 'NORTH2', 'SOUTH1'],
    },
    {
      url: 'figures/2022-23/cla.count.csv',
      what: 'took away the records behind cla.count as a file',
      shown: ['NORTH1', 'NORTH2', 'SOUTH1'],
    },
  ]) {
    test(`${url}: ${what}`, async () => {
      const answer = await app.inject({ url: page(url), headers: await signedInAs(services, 'iro') })
      assert.equal(answer.statusCode, 200)
      const entry = await latest()
      assert.deepEqual(
        {
          who: entry?.personId,
          action: entry?.action,
          what: entry?.what,
          children: [...(entry?.children ?? [])].sort(),
        },
        { who: 'iro', action: 'read', what, children: shown },
      )
    })
  }

  test('has no entry for what was not shown: an empty list, a page not found, a figure without its records or of officers', async () => {
    await enter(services, 'leader', { roles: ['senior_leader'] })
    await importFiles(services, {
      'officers.csv': 'officer_id,name,role,fte,start_date\nO1,Ada Adams,IRO,1,2020-01-01',
    })
    const before = await latest()
    for (const [who, url] of [
      ['iro', 'children?child=nobody'],
      ['iro', 'children/NOBODY'],
      ['iro', 'figures/2022-23/iros.headcount'],
      ['iro', 'figures/2022-23/iros.headcount.csv'],
      ['leader', 'figures/2022-23/cla.count'],
    ] as const) {
      await app.inject({ url: page(url), headers: await signedInAs(services, who) })
    }
    assert.deepEqual(await latest(), before)
  })

  test('knows of what a form showed that came back with faults', async () => {
    await enter(services, 'chief', { roles: ['iro_manager'] })
    const browser = new TestBrowser(app, (await signedInAs(services, 'chief')).cookie)
    const officer = page('children/NORTH1/officer')
    assert.equal((await browser.post(officer, officer, { officerId: 'NOBODY' })).statusCode, 400)
    const entries = await services.log.latest(CODE, { before: null, most: 2 })
    const shown = { personId: 'chief', what: 'looked at the child’s officers', children: ['NORTH1'] }
    assert.deepEqual(
      entries.map(({ personId, what, children: seen }) => ({ personId, what, children: seen })),
      [shown, shown],
    )
  })

  test('is not asked of what no address can name, and the database neither', async () => {
    const headers = await signedInAs(services, 'iro')
    for (const path of [
      'children/%00',
      'reviews/R-NORTH1%00',
      'children/NORTH1?asAt=9999-12-31',
      'due?asAt=0001-01-01',
    ]) {
      const { statusCode } = await app.inject({ url: page(path), headers })
      assert.equal(statusCode, path.includes('%00') ? 404 : 200, path)
    }
  })

  test('where it can’t be written, nothing is shown; and a route that says nothing of whom it shows fails', async () => {
    const failing = { ...services.log, append: () => Promise.reject(new Error('the disk is full')) }
    const door = {
      sessions: services.sessions,
      keptForms: services.keptForms,
      limits: openDoor.limits,
      cookies: { isSecure: false },
      settingsOf: services.settingsOf,
      isSendingSetUp: false,
    }
    for (const [log, says] of [
      [failing, true],
      [services.log, false],
    ] as const) {
      const other = await webServer({
        ...accessThrough(openDoor, services.house),
        access: makeAccess({ ...services, permissions: allPermissions, signIn: null, guard: door, log }),
        log: aLog(),
        authorities: () => Promise.resolve([]),
        choosing: accessPermissions.chooseAuthority,
        sections: [settingsSection],
        routes: [
          (scope) => {
            scope.get('/children/:child', { config: { permission: childrenPermissions.read } }, (request, reply) => {
              if (says) showed(request, 'looked', ['NORTH1'])
              return reply.type('text/html').send('<h1>NORTH1</h1>')
            })
          },
        ],
      })
      const answer = await other.inject(page('children/NORTH1'))
      assert.equal(answer.statusCode, 500)
      assert.doesNotMatch(answer.body, /NORTH1/)
      await other.close()
    }
  })
})

describe('a session', async () => {
  const { app, services, test: database } = await aPeopledApplication(children)
  await enter(services, 'manager', { roles: ['iro_manager'] })
  await enter(services, 'other', { roles: ['iro_manager'] })
  const words = `/authorities/${CODE}/report/2022-23/words/timeliness`
  const makeIdle = () => sql`update session set last_seen_at = now() - interval '31 minutes'`.execute(database.database)

  test('that has ended loses no typing: it is kept, shown after signing in again, and saved', async () => {
    const browser = new TestBrowser(app, (await signedInAs(services, 'manager')).cookie)
    const token = tokenIn((await browser.get(words)).body)
    await makeIdle()
    const typed = 'A paragraph that took an hour.\r\nAnd its <second> line.'
    const late = await browser.send(words, { _csrf: token, words: typed })
    assert.equal(late.statusCode, 401)
    assert.match(late.body, /What you typed is kept/)

    const someoneElse = new TestBrowser(app, (await signedInAs(services, 'other')).cookie)
    assert.equal((await someoneElse.get(`/authorities/${CODE}/kept`)).statusCode, 302, 'nobody else’s')

    assert.match(String((await browser.get(words)).headers.location), /^\/sign-in\?to=/)
    const back = await browser.post('/sign-in', '/sign-in', { person: 'manager', to: words })
    assert.equal(back.headers.location, `/authorities/${CODE}/kept`)
    const kept = await browser.get(`/authorities/${CODE}/kept`)
    assert.match(kept.body, /A paragraph that took an hour\.\r\nAnd its &lt;second&gt; line\./)
    const save = /action="([^"]*\/save)"/.exec(kept.body)?.[1] ?? ''
    const fields = { _csrf: tokenIn(kept.body), words: typed }
    const sent = await browser.send(save, fields)
    assert.equal(sent.statusCode, 307)
    assert.equal(sent.headers.location, words)
    assert.equal((await browser.send(words, fields)).statusCode, 303)
    assert.match((await browser.get(words)).body, /A paragraph that took an hour/)
    assert.equal((await browser.get(`/authorities/${CODE}/kept`)).statusCode, 302, 'it does not come up again')
  })

  test('that has ended keeps nothing that was forged', async () => {
    const browser = new TestBrowser(app, (await signedInAs(services, 'other')).cookie)
    await browser.get(words)
    await makeIdle()
    assert.equal((await browser.send(words, { _csrf: 'forged', words: 'x' })).statusCode, 403)
    assert.equal(await services.keptForms.latest(CODE, 'other'), null)
  })

  test('ends with signing out, also where the cookie is used again', async () => {
    const { cookie } = await signedInAs(services, 'manager')
    const browser = new TestBrowser(app, cookie)
    assert.equal((await browser.get('/sign-out')).headers.location, '/signed-out')
    assert.equal((await app.inject({ url: words, headers: { cookie } })).statusCode, 302)
  })

  test('is not ended by a page of another site', async () => {
    const { cookie } = await signedInAs(services, 'manager')
    await app.inject({ url: '/sign-out', headers: { cookie, 'sec-fetch-site': 'cross-site' } })
    assert.equal((await app.inject({ url: words, headers: { cookie } })).statusCode, 200)
  })

  test('is held by a cookie that scripts and other sites can not use', async () => {
    const browser = new TestBrowser(app)
    const answer = await browser.post('/sign-in', '/sign-in', { person: 'manager', to: '/' })
    const cookie = [answer.headers['set-cookie'] ?? []].flat().find((one) => one.startsWith('footprint-session='))
    assert.match(cookie ?? '', /HttpOnly/)
    assert.match(cookie ?? '', /SameSite=Lax/)
  })
})

describe('the command line of people', async () => {
  const { test: database, services } = await aPeopledApplication(children)
  const run = (...argv: string[]) => footprint(argv, { FOOTPRINT_DATABASE_URL: database.url })
  const ofAuthority = ['--authority', CODE]
  const add = (...more: string[]) => run('people', 'add', ...ofAuthority, '--name', 'Ada Adams', ...more)

  test('enters the first administrator, once', async () => {
    const added = await add('--email', 'Ada@Example.org', '--role', 'administrator', '--role', 'iro_manager')
    assert.deepEqual([added.status, added.stderr], [0, ''])
    const again = await add('--email', 'ada@example.org', '--role', 'iro')
    assert.equal(again.status, 1)
    assert.match(again.stderr, /Ada Adams has this email address/)
    const unknown = await add('--email', 'b@example.org', '--role', 'boss')
    assert.equal(unknown.status, 2)
    assert.match(unknown.stderr, /--role is one of iro, .*, not boss/)
    const listed = await run('people', 'list', ...ofAuthority)
    assert.match(listed.stdout, /Ada Adams +ada@example\.org +administrator, iro_manager/)
  })

  test('says that the log is whole, and names the entry that was changed behind its back', async () => {
    for (const child of ['NORTH1', 'NORTH2', 'SOUTH1']) {
      await services.log.append(CODE, {
        personId: 'ada',
        action: 'read',
        what: 'looked at the child’s page',
        children: [child],
      })
    }
    const whole = await run('audit', 'check', ...ofAuthority)
    assert.equal(whole.status, 0)
    const noted = /--noted (\S+)/.exec(whole.stdout)?.[1] ?? ''
    assert.equal((await run('audit', 'check', ...ofAuthority, '--noted', noted)).status, 0)
    await database.database.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction)
      await sql`update audit_entry set children = '{SOUTH1}' where children = '{NORTH2}'`.execute(transaction)
    })
    const broken = await run('audit', 'check', ...ofAuthority)
    assert.equal(broken.status, 1)
    const entries = await services.log.latest(CODE, { before: null, most: 9 })
    const number = entries.find(({ children: shown }) => shown[0] === 'SOUTH1')?.number ?? NaN
    // The one before the last, which is truly of that child.
    assert.match(broken.stderr, new RegExp(`Entry ${number - 1} is not as it was written`))
    const forMachines = await run('audit', 'check', ...ofAuthority, '--format', 'json')
    assert.match(forMachines.stderr, new RegExp(`"row":${number - 1}`))
  })
})

import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { sumsRules } from './index.ts'

// prettier-ignore
const LOOKED_AFTER = 'On 31 March 2023 there were 243 children looked after.'
// prettier-ignore
const LEFT = ['Of the 134 children who left, most went home.', '- 63 returned to their parents', '- 19 were adopted', '- 26 left on a special guardianship order', '- 26 turned 18'].join('\n') // prettier-ignore
const PLACES = table('Table 2: Children by placement at 31 March 2023', cells('Placement', 'Children', '%'), cells('Foster care', 140, '57.6'), cells('Kinship homes', 33, '13.6'), cells('With parents', 30, '12.3'), cells('Other', 40, '16.5'), cells('Total', 243, '100')) // prettier-ignore
const BY_HOME = table('Table 1: Children by home', cells('Home', 'Children', '%'), cells('Foster care', 86, '35%'), cells('Children’s homes', 28, '12%'), cells('With parents', 33, '14%'), cells('Other', 96, '40%'), cells('Total', 243, '100%')) // prettier-ignore
// prettier-ignore
const LAST_YEAR = 'On 31 March 2022 there were 230 children looked after.'
const THIS_YEAR = 'On 31 March 2023 there were 243 children looked after.'

eachRule(sumsRules, {
  boysAndGirls: [
    wrong(`${LOOKED_AFTER}\n\n121 are boys and 132 girls.`, /add up to 253/),
    right(`${LOOKED_AFTER}\n\n121 are boys and 122 girls.`),
    right(`${LOOKED_AFTER}\n\nOf those aged 10 and over 121 are boys and 132 girls.`),
  ],
  complements: [
    wrong('46 of the 74 children had theirs in time, so 38 did not.', /leave 28, not 38/),
    right('46 of the 74 children had theirs in time, so 28 did not.'),
    wrong('Seven of the ten recommendations were accepted. The other four were not.', /leave 3, not four/),
    right('Seven of the ten recommendations were accepted. The other three were not.'),
    wrong('An interview was offered after 389 of the 412 occasions. On the 32 occasions when none was offered the IRO wrote.', /leave 23, not 32/), // prettier-ignore
    right('An interview was offered after 389 of the 412 occasions. On the 23 occasions when none was offered the IRO wrote.'), // prettier-ignore
  ],
  countsOfLists: [
    wrong('We have three priorities for next year:\n\n- Reviews on time\n- Views of children\n- Permanence\n- Foster care', /“three priorities”, and 4/), // prettier-ignore
    right('We have four priorities for next year:\n\n- Reviews on time\n- Views of children\n- Permanence\n- Foster care'), // prettier-ignore
    wrong('The board agreed four actions: a new form, a new leaflet and training for every officer.', /and 3 are listed/), // prettier-ignore
    wrong('Two themes stood out: delay in the plan, placements, and family time.', /and 3 are listed/),
    right('Three themes stood out: delay in the plan, placements, and family time.'),
    right('There are three areas for improvement: recording and oversight, challenge, and follow-up.'),
    right('Among the five themes were these: delay in the plan, placements, and family time.'),
    right('There are three areas for improvement, and four are told of in the plan: recording, challenge and oversight.'), // prettier-ignore
  ],
  equations: [
    wrong('In the year 305 + 131 - 147 = 298.', /is 289, not 298/),
    right('In the year 305 + 131 - 147 = 289.'),
    wrong('231 children started to be looked after and 202 ceased. The net increase was 39.', /difference of 29/),
    right('231 children started to be looked after and 202 ceased. The net increase was 29.'),
    wrong('There are 4.5 FTE in post and a vacancy of 0.5 FTE: an establishment of 5.5 FTE.', /are 5, not/),
    right('There are 4.5 FTE in post and a vacancy of 0.5 FTE: an establishment of 5.0 FTE.'),
  ],
  listParts: [
    right('Age: 0 to 4, 70; 5 to 9, 81; 10 to 15, 151; 16 and 17, 87.'),

    wrong('On 31 March 2023 there were 426 children looked after.\n\nHow old are they?\n\nUnder 5: 97\n5 to 9: 84\n10 to 15: 168\n16 and 17: 95', /444/), // prettier-ignore
    right('On 31 March 2023 there were 426 children looked after.\n\nHow old are they?\n\nUnder 5: 79\n5 to 9: 84\n10 to 15: 168\n16 and 17: 95'), // prettier-ignore

    wrong(LEFT.replace('- 19 were adopted', '- 19 were adopted (14%)').replace('parents', 'parents (47%)').replace('- 26 left', '- 26 left (19%)').replace('turned 18', 'turned 18 (25%)'), /26 of 134 is 19%, not 25%/), // prettier-ignore
    right(LEFT.replace('- 19 were adopted', '- 19 were adopted (14%)').replace('parents', 'parents (47%)').replace('- 26 left', '- 26 left (19%)')), // prettier-ignore
    wrong('We had 58 compliments. Here is who from.\n\n- 14 from children\n- 11 from parents\n- 21 from carers\n- 21 from others', /add up to 67/), // prettier-ignore
    right('We had 58 compliments. Here is who from.\n\n- 14 from children\n- 11 from parents\n- 21 from carers\n- 12 from others'), // prettier-ignore
    wrong('IROs raised 192 disputes.\n\nBy area, 58 disputes concerned the North, 71 the South, 93 the East and 24 the West.', /add up to 246/), // prettier-ignore
    right('IROs raised 192 disputes.\n\nBy area, 58 disputes concerned the North, 71 the South, 39 the East and 24 the West.'), // prettier-ignore
  ],
  listsAnnounced: [
    wrong(
      'Five things to know about your IRO\n\n- They chair.\n- They listen.\n- They check.\n- They write to you.',
      /Five things”, and 4/,
    ),
    right('Four things to know about your IRO\n\n- They chair.\n- They listen.\n- They check.\n- They write to you.'),
    wrong('The plan has four priorities for the city. These priorities are:\n\n- health\n- school\n- a safe home', /four priorities”, and 3/), // prettier-ignore
    right('The plan has three priorities for the city. These priorities are:\n\n- health\n- school\n- a safe home'),
    right('Two of our three aims were met, and four priorities were set for the city.\n\n- health\n- school\n- a safe home'), // prettier-ignore
  ],
  moreThanAll: [
    wrong('Of those aged five and under, 48 of 41 had development checks.', /48 of 41 is more/),
    right('Of those aged five and under, 38 of 41 had development checks.'),
    wrong('Two IROs left and one joined, two of whom cover leave.', /two of one is more/),
    right('Two IROs left and three joined, one of whom covers leave.'),
    wrong('Of the 41 parents who were asked only 53 answered.', /53 of 41 is more than all/),
    right('Of the 41 parents who were asked only 35 answered.'),
    right('Of the 41 parents, 53 children were asked.'),
    right('Of the 41 children who went missing 53 times were reported.'),
  ],
  partsInAll: [
    wrong('Boys 255, girls 151: 396 in all.', /add up to 406/),
    right('Boys 255, girls 141: 396 in all.'),
    wrong('In the year 127 went home, 74 got special guardians, 58 were adopted, 139 turned 18 and 24 left for other reasons: 412 in all.', /add up to 422/), // prettier-ignore
    right('In the year 127 went home, 74 got special guardians, 58 were adopted, 139 turned 18 and 14 left for other reasons: 412 in all.'), // prettier-ignore
    wrong('The grant was £24,600. We spent £11,400 on activity days, £7,250 on the awards evening, £4,950 on tablets and £2,000 on travel.', /add up to 25,600/), // prettier-ignore
    right('The grant was £25,600. We spent £11,400 on activity days, £7,250 on the awards evening, £4,950 on tablets and £2,000 on travel.'), // prettier-ignore
  ],
  partsMadeUp: [
    wrong(
      'They are in line with last year, with 14 complaints received, 9 about contact, 2 about homes and 1 about a review; of these one went to stage two.',
      /add up to 12/,
    ),
    right(
      'In line with last year, with 14 complaints received, 11 about contact, 2 about homes and 1 about a review; of these one went to stage two.',
    ),
    wrong('There were 31 meetings when it was used; 9 were short, 3 long and 1 was put off.', /add up to 13/),
    right('There were 31 meetings when it was used; 9 were short, 3 long and 1 was put off.'.replace('9', '27')),
    wrong('Fifty-eight children left care. Twenty-one turned 18, sixteen went home, eleven were adopted and twelve left under other orders.', /add up to 60/), // prettier-ignore
    right('Fifty-eight children left care. Twenty-one turned 18, sixteen went home, nine were adopted and twelve left under other orders.'), // prettier-ignore
    right('For 71 it was abuse, for 29 a family in stress, for 21 absent parenting and for 11 some other reason.'),
    wrong('The unit held 1,246 reviews, and 49 were late. Late reviews were made up of 19 first reviews, 14 second reviews and 18 later ones.', /add up to 51/), // prettier-ignore
  ],
  peopleTold: [
    wrong(
      'The team has nine permanent IROs, five full time and three part time.',
      /5 and 3 are 8, and the whole is given as 9/,
    ),
    right('The team has nine permanent IROs, five full time and four part time.'),
    right('The team has nine permanent IROs, five full time and three part time, and one who is an agency worker.'),
    wrong('By March 61 families (48 children) had been through it.', /61 families cannot have only 48/),
    right('By March 48 families (61 children) had been through it.'),
    wrong('Orders were made for 4 brothers (of 3).', /more than all/),
    right('Orders were made for 3 brothers (of 4).'),
  ],
  portionsTogether: [
    wrong(`Those with parents and in kinship homes together are 53.\n\n${PLACES}`, /63 together/),
    right(`Those with parents and in kinship homes together are 63.\n\n${PLACES}`),
    wrong(`Foster care and kinship homes account for 71.3% of the children.\n\n${PLACES}`, /71\.2% together/),
    right(`Foster care and kinship homes account for 71.2% of the children.\n\n${PLACES}`),
    wrong(`Kinship homes account for 16.3% of the total.\n\n${PLACES}`, /13\.6%.* not 16\.3%/),
    wrong(`${LEFT}\n\nTaken together, special guardianship and adoption account for 33% of those who left.`, /34% together.* rounded/), // prettier-ignore
    right(`${LEFT}\n\nTaken together, special guardianship and adoption account for 34% of those who left.`),
    wrong('For the 274 who came it was neglect for 151 (55%), dysfunction for 45 (16%), absent parents for 36 (13%), acute stress for 31 (11%) and others for 11 (4%). Dysfunction and acute stress between them accounted for 27%.', /28% together/), // prettier-ignore
    right(`In England foster care and kinship homes account for 69% of the children.\n\n${PLACES}`),
    right('White: 322 (66.3%)\nMixed: 68 (14.0%)\nAsian: 47 (9.7%)\nBlack: 34 (7.0%)\nOther: 15 (3.1%)\n\nChildren from Black, Asian, Mixed and other backgrounds are 164 in all.'), // prettier-ignore
  ],
  roundedTogether: [
    wrong(`${BY_HOME}\n\n12% were in children’s homes and 14% with parents, 26% in all.`, /is 25%, not 26%/),
    right(`${BY_HOME}\n\n12% were in children’s homes and 14% with parents, 25% in all.`),
    wrong('There were 27 escalations; police (5, or 19%) and adult services (4, or 15%) together made up 34%.', /is 33%, not 34%/), // prettier-ignore
    right('There were 27 escalations; police (5, or 19%) and adult services (4, or 15%) together made up 33%.'),
  ],
  sentenceSums: [
    right('There are nine IROs: six work full time, two work 0.8 of a week and one works 0.6, which makes 8.2.'), // prettier-ignore
    right('The protocol has four stages: (1) the manager in writing, (2) the service manager, (3) the head and (4) the director.'), // prettier-ignore
    right('Of the 47, 31 were settled by the manager, eleven by the head of service and four by the director. One is still open.'), // prettier-ignore
    wrong('In 878 of these (90%) views were given: by speaking (487), through an advocate (63), by an app (251), or by telling the IRO (97).', /898/), // prettier-ignore
    right('In 878 of these (90%) views were given: by speaking (487), through an advocate (43), by an app (251), or by telling the IRO (97).'), // prettier-ignore
    wrong(
      '118 children live in the borough and 103 in the next borough, so that 231 live close to home.',
      /add up to 221/,
    ),
    right('118 children live in the borough and 103 in the next borough, so that 221 live close to home.'),
    right('We saw 118 children and 103 carers, so that 64 plans could be changed.'),
    wrong('39 reviews were late. The reasons were: no report (14), sickness (6), parents not available (9) and other (7).', /add up to 36/), // prettier-ignore
    right('39 reviews were late. The reasons were: no report (14), sickness (9), parents not available (9) and other (7).'), // prettier-ignore
    right('39 reviews were late. The main reasons were: no report (14), sickness (9) and parents not available (9).'),
    wrong('The service raised 64 challenges: 41 informal, 19 formal and 14 themed.', /add up to 74/),
    right('The service raised 64 challenges: 41 informal, 19 formal and 4 themed.'),
    wrong('604 ratings were green, 203 amber and 45 red, 812 in all.', /add up to 852/),
    wrong('In 969 (95%) the child took part: 570 came, 204 sent an advocate and 255 wrote.', /add up to 1,029/),
    right('In 969 (95%) the child took part: 510 came, 204 sent an advocate and 255 wrote.'),
    right('Contents: 1 Headlines; 2 Duties; 3 Staffing; 4 Cohort; 5 Reviews.'),
    right('Results (52 replies): 44 (85%) knew their IRO, 39 (75%) had met them, 47 (90%) were content.'),
    wrong('Of the 1,398 children, 620 attended and the other 796 wrote.', /add up to 1,416/),
    right('Of the 1,398 children, 602 attended and the other 796 wrote.'),
    wrong('We have ten full-time and four half-time posts, 16 people in all.', /add up to 14/),
    right('We have ten full-time and four half-time posts, 14 people in all.'),
    right('The average caseload was 63.8 in the first of these years: 64.4 in the second and 64.0 in the third.'),
    wrong("Here is why, as it wasn't. Those 39 were late:\n\n- 17 because of a report\n- 9 because of sickness\n- 15 because of a move", /add up to 41/), // prettier-ignore
    wrong('We grade letters: of the 80, 51 were clear, 20 fair and 19 poor.', /add up to 90/),
    right('We grade letters: of the 90, 51 were clear, 20 fair and 19 poor.'),
    wrong('The 64 late reviews are explained by sickness (31), by floods (22) and by leave (21).', /add up to 74/),
    right('The 74 late reviews are explained by sickness (31), by floods (22) and by leave (21).'),
    right('The 94 late reviews are explained mainly by sickness (31), by floods (22) and by leave (21).'),
    wrong('Of the 260, 120 had waited for less than three months; 70 for at least three but less than six months; and 60 for longer.', /add up to 250/), // prettier-ignore
    right('Of the 250, 120 had waited for less than three months; 70 for at least three but less than six months; and 60 for longer.'), // prettier-ignore
    wrong('For 35 of the 46 she agreed, and asked for advice on the other 13.', /add up to 48/),
    right('For 35 of the 46 she agreed, and asked for advice on the other 11.'),
    wrong('There were 12 referrals in spring, 14 in summer and 20 in winter, which comes to 48.', /add up to 46/),
  ],
  spreadParts: [
    right('Fifty-five are in homes and 31 in flats. The remaining 42 are elsewhere.'),
    wrong('298 live with foster carers. Of these, 181 live with our own and 171 with others.', /add up to 352/),
    right('298 live with foster carers. Of these, 181 live with our own and 117 with others.'),
    wrong('Twenty-one of the 45 were late because of sickness, 41 because of a report and 10 for other reasons.', /add up to 72/), // prettier-ignore
    right('Twenty-one of the 45 were late because of sickness, 14 because of a report and 10 for other reasons.'),
    wrong('The reasons for the 74 were illness in 29 cases, a report in 12, a move in 15 and others in nine.', /add up to 65/), // prettier-ignore
    right('The reasons for the 74 were illness in 29 cases, a report in 21, a move in 15 and others in nine.'),
    wrong('IROs made 42 challenges. Sixteen were about drift. Fourteen were about placements. The last 21 were about health.', /add up to 51/), // prettier-ignore
    right('IROs made 42 challenges. Sixteen were about drift. Fourteen were about placements. The last 12 were about health.'), // prettier-ignore
    wrong('Of the 1,220 reviews 180 were of children under four. The figures are of the other 1,140.', /1,320/),
    right('Of the 1,220 reviews 180 were of children under four. The figures are of the other 1,040.'),
  ],
  stepsOfDays: [
    wrong('The team manager answers within five working days. A senior manager has a further ten days. After 20 days it goes to Cafcass.', /15 days together, not 20/), // prettier-ignore
    right('The team manager answers within five working days. A senior manager has a further ten days. After 15 days it goes to Cafcass.'), // prettier-ignore
    right('The team manager answers within five working days. A senior manager has a further ten days. After 20 weeks we look at it again.'), // prettier-ignore
    right('The team manager answers within five days, with a further ten days for a senior one; after ten days more it goes to Cafcass.'), // prettier-ignore
  ],
  stockAndFlow: [
    wrong('At the end of March 2023 we were looking after 426 children, 18 more than the 408 we were looking after a year before.\n\nOver the year 125 children came into our care and 134 ceased to be looked after.', /399 would be left/), // prettier-ignore

    wrong('On 31 March 2023 there were 348 children in our care. A year earlier there were 361.\n\nOver the year 112 children came into care and 134 left.', /339 would be left/), // prettier-ignore
    right('On 31 March 2023 there were 348 children in our care. A year earlier there were 361.\n\nOver the year 121 children came into care and 134 left.'), // prettier-ignore
    wrong(
      `${LAST_YEAR}\n\n${THIS_YEAR}\n\nIn the year 115 children came into care and 120 left it.`,
      /225 would be left/,
    ),
    right(`${LAST_YEAR}\n\n${THIS_YEAR}\n\nIn the year 115 children came into care and 102 left it.`),
  ],
  whatIsLeft: [
    wrong('140 children have a brother or sister in care. 96 of them live with all of them. That leaves 54 who do not.', /leave 44, not 54/), // prettier-ignore
    right(
      '140 children have a brother or sister in care. 96 of them live with all of them. That leaves 44 who do not.',
    ),
    right('In the year 121 children came into care and 134 left.'),
  ],
  furtherParts: [
    wrong('215 live with our own carers, 129 with agency carers and 97 with relatives. That makes 451 in families.', /215 and 129 and 97 are 441, not 451/), // prettier-ignore
    right('215 live with our own carers, 129 with agency carers and 97 with relatives. That makes 441 in families.'),
    wrong('412 of the 655 reviews were attended by the child. A further 188 sent their views, so that 610 contributed.', /412 and 188 are 600, not 610/), // prettier-ignore
    right(
      '412 of the 655 reviews were attended by the child. A further 198 sent their views, so that 610 contributed.',
    ),
    right('412 reviews were attended. A further 188 sent their views, so that 97% contributed.'),
  ],
})

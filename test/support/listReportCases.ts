import { type Case, right, wrong } from './reportCases.ts'

/** Cases of rules about how many things are listed, their order, and what lies between the least and the most. */
export const listCases: Readonly<Record<string, readonly Case[]>> = {
  bracketsCompared: [
    wrong('The majority of children (43%) live with foster carers.', /does not describe 43%/),
    right('The majority of children (63%) live with foster carers.'),
    wrong('Fewer than half of them (58%) had seen a dentist.', /does not describe 58%/),
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
  ranksTold: [
    wrong('The commonest reason was illness (9), followed by absence (14) and a change of placement (6).', /9 is said to come before 14/), // prettier-ignore
    right('The commonest reason was illness (14), followed by absence (9) and a change of placement (6).'),
    wrong('Neglect was the most common category, with 131 children, and emotional abuse the second, with 187.', /131 is said to come before 187/), // prettier-ignore
    right('Neglect was the most common category, with 187 children, and emotional abuse the second, with 131.'),
    wrong('Caseloads range from 52 to 71 children. The highest caseload was 78.', /78 lies outside the range/),
    right('Caseloads range from 52 to 71 children. The highest caseload was 71.'),
    wrong('Performance ranged from 85% to 92% in the year with an annual figure of 82.8%.', /82\.8% lies outside/),
    wrong(
      'Monthly performance was between 91% and 98%, and the figure for the whole year was 89%.',
      /89% lies outside/,
    ),
    wrong('The average was 28.3% for the year, with a range between 8% and 27.3%.', /outside the range/),
    right('Performance ranged from 85% to 92% across the teams, while overall attendance was 64%.'),
    right('The ages range from 5 to 17 and the average stay was 21 months.'),
  ],
  targetMet: [
    wrong('Our target was 95%, which we achieved: 93% of reviews were on time.', /93% is below the 95%/),
    right('Our target was 95%, which we achieved: 96% of reviews were on time.'),
    wrong(
      'We met both of our targets: 97% on time (target 95%) and 81% attendance (target 85%).',
      /81% is below the 85%/,
    ),
    right('We met both of our targets: 97% on time (target 95%) and 86% attendance (target 85%).'),
  ],
  thenAndNow: [right('Late reviews fell to 41. This is 12 fewer than the previous year.')],
  twoDirections: [
    wrong('Oversight has much increased, with 3,604 records. This represents 718 fewer records than the previous year.', /of one change/), // prettier-ignore
    right('Oversight has much increased, with 3,604 records. This represents 718 more records than the previous year.'),
    right('Timeliness rose to 97%. This is 12 fewer late reviews than last year.'),
    wrong('We held 1,544 reviews, an increase of 149 reviews, which reflects the overall reduction of children in our care.', /of one change/), // prettier-ignore
    right('We held 1,544 reviews, a decrease of 149 reviews, which reflects the overall reduction of children in our care.'), // prettier-ignore
  ],
}

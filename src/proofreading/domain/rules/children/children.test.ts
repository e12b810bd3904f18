import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { childrenRules } from './index.ts'

eachRule(childrenRules, {
  belowThreshold: [
    wrong('We give no number of children below five.\n\nThere were complaints from three children in the year.', /three children are told of/), // prettier-ignore
    right('We give no number of children below five.\n\nThere were complaints from nine children in the year.'),
    right('We give no number of children below five.\n\nWe shall carry on with three-monthly reviews for babies.'),
    right('No group of fewer than five children is shown.\n\n2 Children.\n\nThree brothers had been placed with an aunt.'), // prettier-ignore
  ],
  namesAmongInitials: [
    wrong('The officer met K twice. K chose the room, and at the review Keira was the chair.', /Keira/),
    right('The officer met K twice. K chose the room, and at the review K was the chair.'),
    right('K told the officer, Keira Moss, what she wanted. K was the chair.'),
    wrong('Children said:\n\n- "Kerry is kind" and "Kelly Marsh is brilliant"', /Kelly Marsh/),
    right('Children said:\n\n- "K is kind" and "My IRO is brilliant"'),
    right('Children said:\n\n- "Kelly Marsh is a brilliant IRO"'),
    wrong('Two young people from the group, Callum and Sophie Hart, spoke to the board.', /Callum and Sophie Hart/),
    wrong('Two members of Just Us, Callum and Sophie, attended a conference.', /Callum and Sophie/),
    right('Two members of the team, Callum Hart and Sophie Moss, spoke to young people.'),
    right('Two young people from the group, north and south of the river, spoke to the board.'),
  ],
  personalData: [
    right('Participation, age 4 and over, was 94.1%.'),
    wrong('Tyler was seldom at his CLA reviews.', /Tyler/),
    right('Our officer, Tyler Moss, was seldom at her LAC reviews.'),
    wrong('Kayleigh Burton, aged 14, was placed with her aunt.', /name of a child/),
    wrong('One girl (date of birth 04/05/2010) told us so.', /date of birth/),
    right('The Director, Helen Mason, thanked the team.'),
    wrong('Chloe M, who is 12, chaired hers.', /name of a child/),
    wrong('She had recently moved home to 27 Larch Road, and the IRO met her there.', /27 Larch Road.* is where/),
    right('The young people meet at our office at 27 Larch Road.'),
    wrong('Oberon Tranter, who is 13 and at St Aldhelm’s, told me more than in all the meetings.', /name with an age/),
    wrong('There were 2 young people (brothers aged 15 and 16 from Lisson Grove) on remand.', /kin, ages and place/),
    right('In Year 9, who is 13 and who is 14 matters little.'),
    wrong('Amina Yusuf told us that her IRO, Peter, got her moved from Oakdene children’s home.', /Amina Yusuf/),
    wrong('Three sisters, Amelia, Jade and Poppy Thorncliffe, moved to foster care.', /names of children/),
  ],
  smallCells: [
    right(table('In this report', cells('Part', 'Section'), cells('Children in care', 1), cells('Reviews', 2), cells('Placements', 3), cells('Adoption', 4))), // prettier-ignore
    wrong(table('Table 1: Children looked after by ethnicity', cells('Group', 'Number'), cells('White', 140), cells('Asian', 41), cells('Other', 2)), /under five/), // prettier-ignore
    right(table('Table 1: Children looked after by ethnicity', cells('Group', 'Number'), cells('White', 140), cells('Asian', 41), cells('Other', 12))), // prettier-ignore
  ],
  smallCounts: [
    wrong('There are 3 Traveller children in care, all in one home.', /3 with “Traveller”/),
    wrong('Only one young person was pregnant.', /pregnant/),
    right('There are 13 Traveller children in care.'),
    right('Three children were chairs of their reviews.'),
    right('One young person who is deaf said that the interpreter helped.'),
    right('Three brothers had been placed with an aunt for two years.'),
    wrong('Three brothers, all Vietnamese children, had been placed with an aunt.', /who somebody is/),
  ],
})

/** A section or regulation: words that stand beside it where it is right, and those that tell of it and of no other. */
export interface Provision {
  law: string
  number: string
  /** What it is about, for the reader. */
  about: string
  /** Any of these may stand beside it. */
  loosely: RegExp
  /** These are said of it alone; null where nothing is. */
  strictly: RegExp | null
}

const of = (
  law: string,
  number: string,
  about: string,
  strictly: RegExp | null,
  loosely: RegExp = /(?!)/,
): Provision => ({
  law,
  number,
  about,
  loosely: strictly === null ? loosely : new RegExp(`${strictly.source}|${loosely.source}`, 'i'),
  strictly,
})

const CA = 'Children Act 1989'
const REGS = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const IRO = String.raw`(?:IROs?|(?:independent )?reviewing officers?)`

/** Source: legislation.gov.uk. */
export const provisions: readonly Provision[] = [
  of(CA, '1', 'the welfare of the child', /\bparamount/i, /\bwelfare|checklist|delay/i),
  of(CA, '3', 'parental responsibility', null, /responsib/i),
  of(CA, '8', 'child arrangements orders', /\bchild arrangements? orders?\b/i, /\border|residence|contact/i),
  of(CA, '14A', 'special guardianship', /\bspecial guardianship orders? (?:is|are|may|can) (?:be )?made\b/i, /\bguardian/i),
  of(CA, '17', 'children in need', /\bchild(?:ren)? in need\b/i, /\bneed|support|services|disab|assess|family|famil/i),
  of(CA, '20', 'accommodation by agreement', /\baccommodated (?:by agreement|with (?:the )?(?:\w+ )?consent|voluntarily)|\bvoluntary accommodation\b|\bwith (?:the )?(?:parents?'?|their parents'?) (?:agreement|consent)\b/i, /\baccommodat|consent|agree|volunt|parent|unaccompanied|looked after|care|LAC\b|status/i),
  of(CA, '22', 'the duty to children looked after', /\bwishes and feelings\b[^.]{0,60}\bdue consideration\b|\bdue consideration\b[^.]{0,60}\bwishes and feelings\b|\bvirtual school head\b|\beducational achievement\b/i, /\bduty|duties|wishes|welfare|looked after|consult|educat/i),
  of(CA, '22C', 'ways in which children are accommodated', null, /\bplace|accommodat|allowance/i),
  of(CA, '22G', 'enough accommodation', /\bsufficien(?:cy|t) (?:duty|accommodation)|\bduty to (?:have|secure|provide) (?:enough|sufficient)\b/i, /\bsufficien|enough|accommodation/i),
  of(CA, '23ZA', 'visits to children looked after', /\bduty to visit\b|\bmust (?:be )?visit(?:ed)?\b/i, /\bvisit/i),
  of(CA, '23ZB', 'independent visitors', /\bindependent visitors?\b/i, /\bvisitor|befriend/i),
  of(CA, '23A', 'relevant children', null, /\brelevant|leav/i),
  of(CA, '23B', 'duties to relevant children', null, /\brelevant|leav|pathway|advis/i),
  of(CA, '23C', 'duties to former relevant children', /\bformer relevant child/i, /\brelevant|leav|pathway|advis/i),
  of(CA, '23D', 'personal advisers', null, /\badvis|leav/i),
  of(CA, '23E', 'pathway plans', null, /\bpathway|leav/i),
  of(CA, '24', 'advice for young people', null, /\badvice|leav|qualif|assist/i),
  of(CA, '25', 'secure accommodation', /\bsecure accommodation\b|\bplaced in secure\b/i, /\bsecure|libert/i),
  of(CA, '25A', 'the appointment of reviewing officers', new RegExp(String.raw`\b(?:appoint(?:ed|s|ing)? (?:of )?an? (?:named )?${IRO}|appointment of (?:an |the )?${IRO}|${IRO} (?:must|has to|is to|should) be appointed)`, 'i'), /\bappoint|officer|IRO/i),
  of(CA, '25B', 'the functions of reviewing officers', new RegExp(String.raw`\bfunctions of (?:the |an )?${IRO}|\b${IRO}(?:'s?)?(?:'s)? (?:main )?functions\b|\bmonitor (?:how )?(?:the (?:performance|authority|council))|\bwatch over how the (?:council|authority)\b`, 'i'), /\bfunction|monitor|duties|duty|officer|IRO|refer|co-?operat/i),
  of(CA, '25C', 'cases referred by reviewing officers', null, /\brefer|Cafcass|court/i),
  of(CA, '26', 'reviews, and complaints', /\bduty to (?:hold )?reviews?\b|\b(?:must|requir\w+ (?:to|[^.;]{0,30} to)|obliged to|has to) review (?:the |each |every )?(?:case|child|plan)|\bduty to review\b|\brepresentations? (?:and|or) complaints? procedure\b/i, /\breview|complain|represent|advoca/i),
  of(CA, '26A', 'advocacy', /\b(?:right to|duty to provide|provision of|entitled to) (?:an |independent )*advoca\w+/i, /\badvoca/i),
  of(CA, '27', 'help from other authorities', null, /\bco-?operat|help|request/i),
  of(CA, '31', 'care and supervision orders', /\bthreshold criteria\b|\b(?:full )?care orders? (?:is|are) made\b/i, /\border|threshold|harm|proceedings/i),
  of(CA, '31A', 'care plans', null, /\bplan/i),
  of(CA, '33', 'the effect of a care order', /\bshares? parental responsibility\b/i, /\border|responsib/i),
  of(CA, '34', 'contact with children in care', /\b(?:reasonable contact|contact with (?:their |his or her )?parents)\b/i, /\bcontact|family time/i),
  of(CA, '37', 'investigation directed by a court', /\bcourt (?:may |can )?(?:direct|order)\w*\b[^.]{0,60}\binvestigat/i, /\bcourt|direct|judge|proceedings/i),
  of(CA, '38', 'interim orders', /\binterim (?:care|supervision) orders?\b/i, /\binterim|order/i),
  of(CA, '43', 'child assessment orders', /\bchild assessment orders?\b/i, /\bassess/i),
  of(CA, '44', 'emergency protection', /\bemergency protection\b/i, /\bemergency|EPO/i),
  of(CA, '46', 'police protection', /\bpolice (?:powers? of )?protection\b/i, /\bpolice/i),
  of(CA, '47', 'enquiries into significant harm', /\b(?:enquir\w+|investigat\w+)\b[^.]{0,80}\bsignificant harm\b|\bsignificant harm\b[^.]{0,90}\benquir/i, /\benquir|investigat|harm|protect/i),
  of('Children Act 2004', '10', 'co-operation', null, /\bco-?operat|partner|improve/i),
  of('Children Act 2004', '11', 'safeguarding by all', null, /\bsafeguard|welfare/i),
  of('Children Act 2004', '18', 'directors of children’s services', null, /\bdirector/i),
  of('Children Act 2004', '19', 'lead members', null, /\blead member/i),
  of('Children and Social Work Act 2017', '1', 'corporate parenting principles', /\bcorporate parenting principles\b/i, /\bcorporate parent/i),
  of('Children and Social Work Act 2017', '2', 'the local offer to care leavers', /\blocal offer\b[^.]{0,30}\bcare leavers\b/i, /\boffer/i),
  of('Children and Social Work Act 2017', '3', 'personal advisers to 25', null, /\badvis/i),
  of('Legal Aid, Sentencing and Punishment of Offenders Act 2012', '104', 'looked-after status of children on remand', /\bremand\w*\b[^.]{0,90}\b(?:treated|looked after)\b/i, /\bremand|detention|looked after/i),
  of('Immigration Act 2016', '69', 'transfer of unaccompanied children', /\btransfer scheme\b|\bNTS\b/i, /\btransfer/i),
  of('Borders, Citizenship and Immigration Act 2009', '55', 'children’s welfare in immigration', /\bHome Office\b[^.]{0,60}\b(?:welfare|safeguard)/i, /\bHome Office|immigration|welfare/i),
  of('Adoption and Children Act 2002', '22', 'placement orders', null, /\bplacement order|adopt/i),
  of('Adoption and Children Act 2002', '118', 'independent review of cases', null, /\breview|IRO|officer|appoint/i),
  of('Equality Act 2010', '149', 'the public sector equality duty', /\bpublic sector equality duty\b/i, /\bequality/i),
  of('Mental Health Act 1983', '117', 'aftercare', null, /\baftercare|after-care|hospital|discharge/i),
  of(REGS, '28', 'visits', /\b(?:frequency|timing) of visits\b/i, /\bvisit/i),
  of(REGS, '32', 'the duty to review', null, /\breview/i),
  of(REGS, '33', 'the timing of reviews', /\b(?:timing|frequency|intervals?) of (?:the )?(?:statutory )?reviews\b|\breviewed within 20 working days\b|\bfirst review\b[^.]{0,40}\b20 working days\b/i, /\btim|interval|20 working|three months|within|often/i),
  of(REGS, '36', 'the officer’s part at reviews', null, /\brole|officer|IRO|chair/i),
  of(REGS, '37', 'carrying out decisions', null, /\bdecision|implement/i),
  of(REGS, '38', 'records of reviews', /\brecords? of (?:the )?reviews?\b/i, /\brecord/i),
  of(REGS, '45', 'further duties of officers', null, /\bofficer|IRO|refer|duties|function|adjourn/i),
  of(REGS, '46', 'who may be an officer', new RegExp(String.raw`\b(?:qualifications?|experience|independen\w+)\b[^.]{0,50}\b${IRO}|\b(?:five years|registered social worker)\b`, 'i'), /\bqualif|experience|registered|independen|manage/i),
] // prettier-ignore

/** What one law alone brought, whatever its sections: the words, and the laws of which it can be said. */
export const sources: readonly { words: RegExp; laws: readonly string[] }[] = [
  { words: /\bsections? 25[ABC]\b[^.;]{0,90}\b(?:inserted|added|introduced|brought in)\b[^.;]{0,30}\bby\b|\b(?:inserted|added|introduced)\b[^.;]{0,60}\bsections? 25[ABC]\b/i, laws: ['Children and Young Persons Act 2008', CA] },
  { words: /\bcorporate parenting (?:principles|duties)\b/i, laws: ['Children and Social Work Act 2017', CA, 'Children Act 2004'] },
  { words: /\bstaying put (?:duty|arrangements|was introduced|is a duty|came)\b/i, laws: ['Children and Families Act 2014', CA] },
  { words: /\b(?:EHC|education,? health and care) plans? (?:were|was|are|is) (?:introduced|brought in|made|governed|required)\b/i, laws: ['Children and Families Act 2014'] },
  { words: /\bpublic sector equality duty\b/i, laws: ['Equality Act 2010'] },
  { words: /\bnational transfer scheme\b|\btransfer scheme\b/i, laws: ['Immigration Act 2016', 'Immigration and Asylum Act 1999', CA] },
  { words: /\bremanded to youth detention\b/i, laws: ['Legal Aid, Sentencing and Punishment of Offenders Act 2012', CA] },
  { words: /\bsafeguarding partners\b/i, laws: ['Children and Social Work Act 2017', 'Children Act 2004'] },
  { words: /\bIROs? (?:were|was) (?:first )?(?:introduced|created|established|brought in|made a requirement)\b/i, laws: ['Adoption and Children Act 2002', 'Children and Young Persons Act 2008', CA] },
] // prettier-ignore

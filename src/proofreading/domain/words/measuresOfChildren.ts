import { type Measure, CHILDREN, REVIEWS, re, OTHER_REVIEWS } from './measure.ts'

/** Children who are looked after, their reviews, and how they are. */
export const measuresOfChildren: readonly Measure[] = [
  {
    id: 'reviews held',
    unit: 'count',
    said: [
      re(
        `# ${REVIEWS}(?: (?:for|of|were|was|have|had|been|in|meetings|a total|with) *)*(?:\\w+ ){0,3}(?:held|chaired|undertaken|took place|taken place|completed|carried out|convened)`,
      ),
      re(`number of ${REVIEWS} (?:went up|rose|increased|fell|went down|dropped) to #`),
      re(
        `(?:chaired|held|undertook|completed|conducted|convened|carried out|total of|number of reviews held (?:was|is|in \\S+ was)) #(?: ${REVIEWS}| review meetings|$|\\.)`,
      ),
    ],
    not: OTHER_REVIEWS,
    row: /^(?:total )?(?:number of )?(?:looked after |children looked after |cared for |statutory |CLA |LAC )*(?:child(?:ren)? )?reviews(?: held| taken place| undertaken| chaired| completed)(?: in (?:the )?year)?$/i,
    total: /^(?!.*(?:foster|pathway|carer|late\b|outside|audit|reason)).*\breviews?\b/i,
  },
  {
    id: 'children looked after at the year end',
    unit: 'count',
    said: [
      re(
        `there (?:were|was|are)(?: a total of)? # (?:${CHILDREN} (?:who were )?(?:being )?(?:looked after|in (?:our |the )?care|cared for)|CLA|LAC|(?:looked after|cared for) children|children looked after)(?! (?:aged|in|under|with|placed|who))`,
      ),
      re(
        `(?:number of ${CHILDREN}(?: looked after| in care)?(?: at| on| as at| as of)?[^#.;]{0,40}(?:was|is|stood at|were)) #`,
      ),
      re(
        `(?:at|on|as at|as of|by) (?:the )?(?:end of (?:the year|march)|31(?:st)? (?:of )?march)[^#.;]{0,50}# ${CHILDREN}`,
      ),
      re(
        `(?:looked after|cared for|had|caring for|responsible for) # ${CHILDREN}[^#.;]{0,30}(?:at|on) (?:the )?(?:31|end of)`,
      ),
      re(
        `^\\W*# ${CHILDREN}(?: (?:who )?(?:were )?(?:being )?(?:looked after|in (?:our )?care|cared for))? (?:at|on|as at) (?:the )?(?:31(?:st)? |end of |year[- ]end)`,
      ),
    ],
    not: /aged|under|over \d|became|started|ceased|left|placed|adopt|special guardian|unaccompanied|UASC|asylum|missing|protection plan|attended|disab|subject to|foster|residential|orders?\b|homes?\b|kinship|live[sd]?\b|living|male|female|boys|girls|reviews?\b|carers|supervis|private|care leavers|of (?:these|whom|which)|entered|during|advoca|visitor|visits?|siblings|council/i,
    total:
      /\b(?:children looked after|looked after children|CLA|LAC|children in care|cared for children|children by (?:placement|age|legal status|gender|ethnic\w*))\b(?!.*(?:start|becom|became|ceas|leav|new|enter|missing|uasc|unaccompanied|review|adopt))/i,
  },
  {
    id: 'children who started to be looked after',
    unit: 'count',
    said: [
      re(
        `# (?:${CHILDREN} )?(?:became looked after|started to be looked after|came into care|entered care|new entr\\w+|started)`,
      ),
      re(`# ${CHILDREN} (?:who )?(?:became|started|came into|entered)`),
    ],
    not: /aged|under \d|over \d|of (?:these|whom)|unaccompanied|UASC|male|female|first|review|training|told|notif/i,
    // A child can start twice in a year: periods and starts are no children.
    total:
      /^(?!.*\b(?:periods?|episodes?|starts|times)\b).*(?:\b(?:start\w*|becom\w*|became|enter\w*|new) \b.*(?:looked after|care|LAC|CLA|starters)|new LAC)/i,
  },
  {
    id: 'children who ceased to be looked after',
    unit: 'count',
    said: [
      re(`# (?:${CHILDREN} )?(?:who )?(?:ceased|left care|left our care|leaving care|exited care)`),
      re(`# ${CHILDREN} (?:were recorded as having )?(?:ceased|left)`),
    ],
    not: /aged|under \d|over \d|of (?:these|whom)|because|adopt|special|returned|male|female|turned/i,
    total: /^(?!.*\b(?:periods?|episodes?|times)\b).*\b(?:ceas\w*|leav\w*|left|exit\w*)\b.*\b(?:care|looked after)/i,
  },
  {
    id: 'reviews held in time',
    unit: 'percent',
    said: [
      re(`# (?:of )?(?:all )?(?:the )?${REVIEWS}[^#.;]{0,50}(?:within|in|on) (?:the )?(?:statutory )?time`),
      re(
        `reviews?[^#.;]{0,60}(?:in|within|on) (?:the )?(?:statutory )?time(?:scales?)?[^#.;]{0,40}(?:was|is|at|in|were|to|of|stood at|performance) #`,
      ),
      re(
        `# (?:were |was )?(?:held|undertaken|completed|taking place|took place)(?: with)?(?:in)? (?:on |the )?(?:statutory )?time`,
      ),
    ],
    not: /pathway|foster|carer|initial|first|second|PEP|health|minutes|letters|recommendation|report|child protection|conference|within \d|visit|resolv|assess|life story|escalat|dispute|challeng|interview/i,
    row: /^(?:percentage of |% of |% )?(?:cared for |looked after |CLA |LAC )?reviews (?:held )?(?:with)?in (?:statutory )?time(?:scales?)?(?: \(?%\)?)?$/i,
  },
  {
    id: 'reviews held in time, counted',
    unit: 'count',
    said: [
      re(
        `# (?:${REVIEWS} )?(?:were |was )?(?:held |completed |undertaken |took place )?(?:with)?(?:in|on) (?:the )?(?:statutory )?time(?:scales?)?\\b`,
      ),
    ],
    not: /pathway|foster|carer|initial|first|PEP|health|minutes|letters|recommendation|report|resolv|assess|interview|not (?:held )?(?:with)?in|challeng|escalat|dispute/i,
    row: /^(?:number of |numbers of )?(?:cared for |looked after |CLA |LAC )?reviews held (?:with)?in (?:statutory )?time(?:scales?)?$/i,
  },
  {
    id: 'children who took part in their review',
    unit: 'percent',
    said: [
      re(
        `# of (?:our )?${CHILDREN}[^#.;]{0,40}(?:participated|contributed|took part|shar(?:ed|ing) their views|gave their views)`,
      ),
      re(`participat\\w+[^#.;]{0,50}(?:was|is|at|to|of|stands at|stood at) #`),
      re(
        `${CHILDREN} (?:shar(?:ing|ed)|giving|gave|expressing) their views[^#.;]{0,90}(?:was|is|at|to|of|stands at|stood at) #`,
      ),
      re(
        `[Ii]n # of ${REVIEWS}[^#.;]{0,60}(?:the child|children) (?:gave|had given|shared) (?:their|his or her) views`,
      ),
      re(`${CHILDREN} (?:took part|participated|contributed) (?:in|to) # of (?:their )?${REVIEWS}`),
    ],
    not: /attend|direct|pathway|care leavers|parents?|foster|target|training/i,
  },
  {
    id: 'children who attended their review',
    unit: 'percent',
    said: [
      re(`# of (?:our )?${CHILDREN}[^#.;]{0,40}attend`),
      re(`attend(?:ance|ed)[^#.;]{0,50}(?:was|is|at|to|of|stands at|stood at) #`),
      re(`# attended their review`),
    ],
    not: /pathway|care leavers|parents?|mother|father|social worker|school|training|carers|health|dentist/i,
  },
  {
    id: 'children with an up-to-date health assessment',
    unit: 'percent',
    said: [
      re(`# [^#.;]{0,60}(?:up[- ]to[- ]date|annual|review) health assess`),
      re(`health assessments?[^#.;]{0,60}(?:was|is|were|at|to|stood at) #`),
    ],
    not: /initial|dent|timescale|within \d/i,
  },
  {
    id: 'children with an up-to-date dental check',
    unit: 'percent',
    said: [re(`# [^#.;]{0,60}dent(?:al|ist)`), re(`dent(?:al|ist)[^#.;]{0,50}(?:was|is|were|at|to|stood at) #`)],
    not: /rolling|health assess|immunis/i,
  },
  {
    id: 'children with an up-to-date personal education plan',
    unit: 'percent',
    said: [
      re(`# [^#.;]{0,60}(?:PEPs?|personal education plans?)`),
      re(`(?:PEPs?|personal education plans?)[^#.;]{0,50}(?:was|is|were|at|to|stood at) #`),
    ],
    not: /post|16|health|pathway|early years|care plans/i,
  },
  {
    id: 'children with a plan for permanence by the second review',
    unit: 'percent',
    said: [re(`# [^#.;]{0,60}perman\\w+[^#.;]{0,30}(?:second|2nd)`)],
  },
  {
    id: 'children in the same placement for two years',
    unit: 'percent',
    said: [
      re(`(?:same placement|long[- ]term (?:placement )?stability)[^#.;]{0,70}(?:was|is|at|to|stood at) #`),
      re(`# [^#.;]{0,60}same placement`),
    ],
    not: /three|moves/i,
  },
  {
    id: 'children with three or more placements',
    unit: 'percent',
    said: [
      re(`(?:three|3) or more placements?[^#.;]{0,60}(?:was|is|at|to|stood at) #`),
      re(`# [^#.;]{0,60}(?:three|3) or more placement`),
    ],
    not: /two years|same placement/i,
  },
]

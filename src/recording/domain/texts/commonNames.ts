/** First names that are common in England, in small letters. Those that are ordinary words too (will, may, grace) are left out. */
export const commonNames: ReadonlySet<string> = new Set(
  (
    'aaliyah aaron abdul abdullah abigail adam adele adrian ahmed aidan aisha alan alba albert alex alexander alexandra alfie ' +
    'alfred ali alice alicia alison allison amanda amber amelia amina amir amirah amy ana anastasia andre andrea andrew angela ' +
    'angelina anita ann anna annabel anne annie anthony antonio archie arlo arthur arun asad ash asha ashley ava ayaan ayesha barbara ' +
    'barry beatrice becky bella ben benjamin bernard beth bethany betty beverley billy blake bobby bradley brandon brenda brian bridget ' +
    'bruce caitlin callum cameron carl carla carly carol caroline catherine cathy charles charlie charlotte chelsea cheryl chloe ' +
    'chris christina christine christopher claire clara clare clive colin connor conor courtney craig cynthia daisy daniel danielle ' +
    'daphne darren dave david dawn dean deborah declan denise dennis derek diana diane dominic donna doris dorothy dylan edith edward ' +
    'eileen elaine eleanor elena eli elijah elizabeth ella ellen ellie elliot elsie emily emma eric erin esme ethan eva eve evelyn evie ' +
    'fatima felix finley fiona florence fran frances francesca francis frank fred freddie frederick freya gabriel gareth gary gavin ' +
    'gemma geoff george georgia georgina gerald geraldine gill gillian glen gordon graham greg gwen hannah harley haroon harriet harrison ' +
    'harry harvey hassan hayley hazel heather heidi helen henry hilary hugo ian ibrahim ibraheem imogen imran ines irene isaac isabel ' +
    'isabella isabelle isla ivan ivy jack jackie jackson jacob jade jake james jamie jamil jane janet janice jasmine jason jayden jean ' +
    'jeff jeffrey jen jennifer jenny jeremy jess jessica jill jim jo joan joanna joanne jodie joe joel john johnny jon jonathan jordan ' +
    'joseph josephine josh joshua joyce juan jude judith judy julia julian julie june justin karen kate katherine kathleen kathy katie ' +
    'kayla keith kelly ken kenneth kerry kevin khalid kieran kim kirsty kyle lara laura lauren layla leah leanne lee lena leo leon ' +
    'leonard lesley leslie lewis liam lilly lily linda lisa logan lola lorraine louis louisa louise luca lucas lucy luis luke luna lydia ' +
    'lynn lynne maggie mahmoud maisie malcolm mandy marcus margaret maria mariam marian marie marion marjorie martha martin mary maryam ' +
    'mason matilda matt matthew maureen maurice max maya megan mehdi melanie melissa mia michael michelle miguel mike mila millie mo ' +
    'mohamed mohammad mohammed molly monica morgan muhammad musa nadia nancy naomi natalie natasha nathan neil nicholas nick nicola nicole ' +
    'nigel nina noah noor nora norman oliver olivia omar oscar osman owen pamela patricia patrick paul paula pauline peggy penny peter ' +
    'philip phil phoebe pippa polly priya rachel ralph raymond rebecca reece rhys ria richard rita riley robert roberta robin roger ' +
    'ronald rosemary ross rowan roxanne ruby rupert russell ruth ryan sabrina sadie safiya sally sam samantha samir samira samuel sandra ' +
    'sara sarah saskia scarlett scott sean sebastian shane shannon sharon shaun sheila shirley sienna simon sofia sonia sophia sophie ' +
    'stacey stanley stella stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tamara tanya tara tariq teddy terence teresa terry thea ' +
    'theo theodore theresa thomas tia tim timothy tina toby tom tommy tony tracey tracy trevor tyler ursula valerie vanessa vera veronica ' +
    'vicky victor victoria vincent violet vivienne wayne wendy wilfred wilf william willow winston yasmin yusuf yvonne zac zach zachary zahra zain ' +
    'zainab zara zoe'
  ).split(' '),
)

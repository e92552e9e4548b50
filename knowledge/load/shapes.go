package load

import (
	"go.yaml.in/yaml/v4"
)

// What the files hold, as written. The tag is the key; the order is that in
// which the README explains them.

type rawInterview struct {
	Sections []word      `y:"sections,must"`
	Findings []word      `y:"findings"` // files, in the order in which reports tell them
	Longest  longest     `y:"longest,must"`
	Role     word        `y:"role"`   // the fact that branches go by
	Danger   word        `y:"danger"` // the question whether somebody is safe
	Always   []word      `y:"always"` // facts asked of everyone first
	Asks     []word      `y:"asks"`   // what is asked most, in the order of offering
	States   []rawOption `y:"deadline_states"`
	Paying   []rawPaying `y:"paying"`
}

// A longest is one number for all, or one for each branch.
type longest struct {
	All      word
	Branches pairs
}

func (l *longest) read(d *decoder, n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		l.Branches.read(d, n)
		return
	}
	l.All = d.word(n)
}

type rawSection struct {
	At        at
	Section   word          `y:"section,must"`
	Title     bi            `y:"title,must"`
	When      word          `y:"when"`
	Questions []rawQuestion `y:"questions,must"`
}

func (*rawSection) noun() (key, kind string) { return "section", "section" }

type rawQuestion struct {
	At      at
	Ask     word        `y:"ask,must"`
	Was     []word      `y:"was"` // ids of earlier times
	Kind    word        `y:"kind,must"`
	Own     word        `y:"own"`   // only the person knows it
	Topic   word        `y:"topic"` // what the person wants to hear of
	Label   bi          `y:"label,must"`
	Title   bi          `y:"title,must"`
	Why     bi          `y:"why,must"`
	How     bi          `y:"how,must"`
	When    word        `y:"when"`
	Range   word        `y:"range"`
	After   word        `y:"after"`
	Unasked word        `y:"unasked"`
	Options []rawOption `y:"options"`
}

func (*rawQuestion) noun() (key, kind string) { return "ask", "question" }

type rawOption struct {
	At    at
	ID    word   `y:"id,must"`
	Was   []word `y:"was"`  // ids of earlier times, of questions only
	When  word   `y:"when"` // of derived facts only
	Text  bi     `y:",must"`
	Alone word   `y:"alone"` // of several only
}

func (*rawOption) noun() (key, kind string) { return "id", "option" }

type rawFacts struct {
	Derived      []rawDerived     `y:"derived"`
	Calculations []rawCalculation `y:"calculations"`
	Deadlines    []rawDeadline    `y:"deadlines"`
}

type rawDerived struct {
	At      at
	Fact    word        `y:"fact,must"`
	Label   bi          `y:"label,must"`
	When    word        `y:"when"`
	Options []rawOption `y:"options"`
}

func (*rawDerived) noun() (key, kind string) { return "fact", "fact" }

type rawCalculation struct {
	At    at
	Calc  word      `y:"calc,must"`
	Rules []word    `y:"rules"`
	Label bi        `y:"label,must"`
	Takes pairs     `y:"takes,must"`
	Uses  []word    `y:"uses"`
	Gives []rawGive `y:"gives,must"`
}

func (*rawCalculation) noun() (key, kind string) { return "calc", "calculation" }

type rawGive struct {
	At      at
	Fact    word        `y:"fact,must"`
	Out     word        `y:"out"`
	Kind    word        `y:"kind,must"`
	Label   bi          `y:"label,must"`
	Options []rawOption `y:"options"`
}

func (*rawGive) noun() (key, kind string) { return "fact", "result" }

type rawDeadline struct {
	At     at
	Fact   word   `y:"fact,must"`
	Rules  []word `y:"rules"`
	Label  bi     `y:"label,must"`
	From   word   `y:"from,must"`
	Period word   `y:"period,must"`
	Roll   word   `y:"roll"`
	After  bi     `y:"after,must"`
	Basis  []cite `y:"basis,must"`
}

func (*rawDeadline) noun() (key, kind string) { return "fact", "deadline" }

type rawFindings struct {
	At       at
	About    bi           `y:"about,must"`
	When     word         `y:"when"`
	Groups   []rawGroup   `y:"groups"`
	Findings []rawFinding `y:"findings,must"`
}

type rawGroup struct {
	At     at
	ID     word `y:"id,must"`
	Covers word `y:"covers"`
	when   word // of its file
}

func (*rawGroup) noun() (key, kind string) { return "id", "group" }

type rawFinding struct {
	At          at
	ID          word       `y:"id,must"`
	Rules       []word     `y:"rules,must"`
	Always      word       `y:"always"`
	Doubt       word       `y:"doubt"`
	When        word       `y:"when"`
	Urgency     word       `y:"urgency,must"`
	Certainty   word       `y:"certainty,must"`
	Exclusive   word       `y:"exclusive"`
	Title       bi         `y:"title,must"`
	Text        bi         `y:"text,must"`
	LawOn       word       `y:"law_on"`
	Cites       []cite     `y:"cites"` // those that no text names
	Steps       []rawStep  `y:"steps"`
	Deadlines   []word     `y:"deadlines"`
	Evidence    []rawNote  `y:"evidence"`
	Avoid       []rawNote  `y:"avoid"`
	Drafts      []word     `y:"drafts"`
	Authorities []word     `y:"authorities"`
	Lawyer      *rawLawyer `y:"lawyer"`
	file        *rawFindings
}

func (*rawFinding) noun() (key, kind string) { return "id", "finding" }

type rawLawyer struct {
	At    at
	Grade word `y:"grade,must"`
	Text  bi   `y:",must"`
}

// A rawStep is a shared step's id alone, a step of a finding's own, or a
// shared step where it is defined.
type rawStep struct {
	rawStepLong
	Ref word // the id of a shared step
}

type rawStepLong struct {
	At    at
	ID    word   `y:"id"`
	By    word   `y:"by"`
	When  word   `y:"when"`
	Text  bi     `y:",must"`
	With  []word `y:"with"`
	Draft word   `y:"draft"`
}

func (*rawStepLong) noun() (key, kind string) { return "id", "step" }

func (s *rawStep) read(d *decoder, n *yaml.Node) {
	s.At = d.place(n)
	s.Ref = d.orRef(n, &s.rawStepLong)
}

// A rawNote is a shared note's id alone, one of a finding's own, or a shared
// note where it is defined.
type rawNote struct {
	rawNoteLong
	Ref word // the id of a shared note
}

type rawNoteLong struct {
	At   at
	ID   word `y:"id"`
	When word `y:"when"`
	Text bi   `y:",must"`
}

func (*rawNoteLong) noun() (key, kind string) { return "id", "entry" }

func (s *rawNote) read(d *decoder, n *yaml.Node) {
	s.At = d.place(n)
	s.Ref = d.orRef(n, &s.rawNoteLong)
}

type rawCommon struct {
	Steps    []rawStep `y:"steps"`
	Evidence []rawNote `y:"evidence"`
	Avoid    []rawNote `y:"avoid"`
}

type rawLaw struct {
	At       at
	Law      word         `y:"law,must"`
	Title    bi           `y:"title,must"`
	Short    bi           `y:"short,must"`
	Kind     word         `y:"kind,must"`
	Issuer   bi           `y:"issuer,must"`
	Versions []rawVersion `y:"versions,must"`
	Articles []rawArticle `y:"articles,must"`
}

func (*rawLaw) noun() (key, kind string) { return "law", "law" }

type rawVersion struct {
	At      at
	From    word   `y:"from,must"`
	Adopted word   `y:"adopted"`
	Number  word   `y:"number"`
	Read    word   `y:"read,must"`
	Files   []word `y:"files"`
	Source  word   `y:"source"`
	Note    word   `y:"note"` // for the next editor; not shown
	Checked word   `y:"checked,must"`
}

type rawArticle struct {
	At    at
	No    word `y:"no,must"`
	From  word `y:"from"`
	Was   word `y:"was"`
	Gist  bi   `y:"gist"`
	Quote word `y:"quote"`
}

func (*rawArticle) noun() (key, kind string) { return "no", "registered" }

// A rawRates is a file of numbers, days or scales, or a rate table (rates).
type rawRates struct {
	At       at
	Numbers  []rawNumber `y:"numbers"`
	Days     []rawDay    `y:"days"`
	Scales   []rawScale  `y:"scales"`
	Rates    word        `y:"rates"`
	Label    bi          `y:"label"`
	Verified word        `y:"verified"`
	Values   []rawRate   `y:"values"`
}

type rawNumber struct {
	At     at
	ID     word       `y:"id,must"`
	Label  bi         `y:"label,must"`
	Values []rawValue `y:"values,must"`
}

func (*rawNumber) noun() (key, kind string) { return "id", "number" }

type rawValue struct {
	At      at
	From    word `y:"from,must"`
	Value   word `y:"value,must"`
	Article cite `y:"article"`
	Note    word `y:"note"`
}

// A rawDay is a day on which the law changed.
type rawDay struct {
	At      at
	ID      word `y:"id,must"`
	Label   bi   `y:"label,must"`
	Day     word `y:"day,must"`
	Article cite `y:"article"`
	Note    word `y:"note"`
}

func (*rawDay) noun() (key, kind string) { return "id", "day" }

// A rawScale is a fee that rises with the amount.
type rawScale struct {
	At     at
	ID     word          `y:"id,must"`
	Label  bi            `y:"label,must"`
	Values []rawSchedule `y:"values,must"`
}

func (*rawScale) noun() (key, kind string) { return "id", "scale" }

type rawSchedule struct {
	At      at
	From    word         `y:"from,must"`
	Article cite         `y:"article,must"`
	Base    word         `y:"base,must"`  // for amounts up to First
	First   word         `y:"first,must"` // from here the parts begin
	Most    word         `y:"most"`
	Parts   []rawBracket `y:"parts,must"`
}

type rawBracket struct {
	At   at
	To   word `y:"to"` // left out on the last: without end
	Rate word `y:"rate,must"`
}

type rawRate struct {
	At     at
	From   word `y:"from,must"`
	Rate   word `y:"rate,must"`
	Source word `y:"source"`
}

type rawCalendar struct {
	At       at
	Year     word   `y:"year,must"`
	Notice   word   `y:"notice,must"`
	Read     word   `y:"read,must"`
	Source   word   `y:"source"`
	Holidays []word `y:"holidays,must"`
	Workdays []word `y:"workdays"`
}

type rawAuthorities struct {
	Help        bi             `y:"help"` // for people in danger
	Authorities []rawAuthority `y:"authorities,must"`
}

type rawAuthority struct {
	At     at
	ID     word `y:"id,must"`
	Number word `y:"number"`
	Name   bi   `y:"name,must"`
	For    bi   `y:"for,must"`
	NotFor bi   `y:"not_for"`
	Bring  bi   `y:"bring"`
	Urgent word `y:"urgent"`
	Read   word `y:"read,must"`
	Source word `y:"source"`
}

func (*rawAuthority) noun() (key, kind string) { return "id", "authority" }

type rawGlossary struct {
	Terms []rawTerm `y:"terms,must"`
}

type rawTerm struct {
	At   at
	ID   word `y:"id,must"`
	Term bi   `y:"term,must"`
	Text bi   `y:"text,must"`
}

func (*rawTerm) noun() (key, kind string) { return "id", "term" }

type rawMyths struct {
	When  word      `y:"when"`
	Myths []rawMyth `y:"myths,must"`
}

type rawMyth struct {
	At    at
	ID    word   `y:"id,must"`
	Rules []word `y:"rules"`
	When  word   `y:"when"`
	Myth  bi     `y:"myth,must"`
	Truth bi     `y:"truth,must"`
	Cites []cite `y:"cites"`
	file  word
}

func (*rawMyth) noun() (key, kind string) { return "id", "myth" }

type rawScope struct {
	When       word       `y:"when"`
	LawAsOf    word       `y:"law_as_of"`
	Disclaimer bi         `y:"disclaimer"`
	LawyerHow  []rawPlain `y:"lawyer_how"`
	NotCovered []rawLimit `y:"not_covered"`
}

type rawPlain struct {
	At   at
	Text bi `y:",must"`
}

type rawLimit struct {
	At    at
	ID    word   `y:"id,must"`
	Rules []word `y:"rules"`
	When  word   `y:"when"`
	Text  bi     `y:"text,must"`
	file  word
}

func (*rawLimit) noun() (key, kind string) { return "id", "uncovered" }

type rawDraft struct {
	At     at
	Draft  word       `y:"draft,must"`
	Rules  []word     `y:"rules"`
	When   word       `y:"when"`
	Title  bi         `y:"title,must"`
	To     bi         `y:"to,must"`
	Blanks []rawBlank `y:"blanks"`
	Parts  []rawPart  `y:"parts,must"`
	Notes  bi         `y:"notes,must"` // when to use it, and what it does not do
}

func (*rawDraft) noun() (key, kind string) { return "draft", "draft" }

type rawBlank struct {
	At   at
	ID   word `y:"id,must"`
	Text bi   `y:",must"`
}

func (*rawBlank) noun() (key, kind string) { return "id", "blank" }

type rawPart struct {
	At   at
	When word `y:"when"`
	Text bi   `y:",must"`
}

type rawCase struct {
	At        at
	Name      word       `y:"name,must"`
	Vignettes []word     `y:"vignettes"`
	From      word       `y:"from"`
	Today     word       `y:"today,must"`
	Answers   rawAnswers `y:"answers,must"`
	Rest      word       `y:"rest"`
	Asks      []caseAsk  `y:"asks"`
	Expect    rawExpect  `y:"expect"`
	Points    []rawPoint `y:"points"`
	Never     []word     `y:"never"`
}

func (*rawCase) noun() (key, kind string) { return "name", "case" }

// caseAsk is what the person of a case wants to know, and the first words of
// the answer that they get.
type caseAsk struct {
	At     at
	Ask    word `y:"ask,must"`
	Answer word `y:"answer,must"`
}

type rawExpect struct {
	Findings  []word `y:"findings"`
	Open      []word `y:"open"`
	Not       []word `y:"not"`
	Cites     []word `y:"cites"`
	Numbers   pairs  `y:"numbers"`
	Deadlines pairs  `y:"deadlines"`
	Drafts    pairs  `y:"drafts"`
	Says      []word `y:"says"`
	Never     []word `y:"never"`
	Lawyer    word   `y:"lawyer"`
}

type rawPoint struct {
	At    at
	Say   word   `y:"say,must"`
	By    []word `y:"by"`
	First []word `y:"first"` // words that stand on page one
	Gap   word   `y:"gap"`
}

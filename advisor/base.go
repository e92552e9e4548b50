package advisor

import (
	"wangdai/advisor/calc"
	"wangdai/advisor/code"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// Text is the same words in both languages; see [fact.Text]. In a Base, a text
// may hold placeholders in braces: {received}, {evidence.recordings},
// {licensed_cap}, {minfadian-670}, {@12345}, and in drafts [blank].
type Text = fact.Text

// Lang is a language; see [fact.Lang].
type Lang = fact.Lang

// A Pos is a place in the knowledge files.
type Pos struct {
	File      string // relative to the knowledge folder, with slashes
	Line, Col int    // from 1; 0 when not known
}

// A Base is the whole knowledge, compiled: every text, every condition, every
// article. It is plain data and never changes once built; many sessions share
// one. Facts are known by their index in Facts, everything else by its id.
type Base struct {
	Sections     []Section
	Questions    []Question // in the order of asking
	Facts        []Fact
	Program      []Item // the order in which a replay computes things
	Derived      []Derived
	Calculations []Calculation
	Deadlines    []Deadline
	Groups       []Group
	Findings     []Finding
	Steps        []Step // shared ones; a finding's own steps stand in the finding
	Evidence     []Note
	Avoid        []Note
	Laws         []Law
	Numbers      []NumberTable
	Rates        []RateTable
	Scales       []ScaleTable
	Calendar     fact.Calendar
	Authorities  []Authority
	Terms        []Term
	Myths        []Myth
	Limits       []Limit // what is not covered
	Drafts       []Draft
	Asks         []Ask // most asked first, role by role
	Paying       []Paying
	Always       []int // facts that every interview asks first: who, what, safe, papers and their days
	Cases        []Case

	RoleID       string // the fact that says which branch a person is of, or ""
	Disclaimer   Text
	DisclaimerAt Pos                // where it is written
	LawyerHow    []Text             // how to get a lawyer, free or paid
	LawAsOf      fact.Date          // the day the law in this base was last checked
	Longest      map[string]int     // most questions anyone may be asked, by branch; key "" for all
	LongestAt    Pos                // where that is written
	Past         []code.PastEdition // of the questions, so that their codes can be read
	AskNumbers   []string           // ids of asks by their number in codes, those of earlier times too

	Places map[*cond.Expr]Pos // where each part of each condition was written

	index index // built by Index
}

// Stale reports whether the law was last checked more than a year before that
// day.
func (b *Base) Stale(today fact.Date) bool { return today > b.LawAsOf.AddYears(1) }

// A Section is a run of questions under one heading.
type Section struct {
	ID    string
	Title Text
	When  *cond.Expr // holds for all its questions; already part of theirs
	Pos   Pos
}

// An Option is one answer a person can choose.
type Option struct {
	ID    string
	Text  Text
	Alone bool     // "none of these": excludes every other option
	Was   []string // ids of earlier times
	Pos   Pos
}

// An Origin says where a fact's value comes from.
type Origin uint8

// The options of the choice that every deadline has by itself. Conditions and
// reports know them by these ids, in every law; their words are in the files.
const (
	OpenDeadline   = "open"
	PassedDeadline = "passed"
)

// The origins of facts. A DeadlineState is the choice open or passed that
// every deadline has by itself.
const (
	Asked Origin = iota
	FromTable
	FromCondition
	Calculated
	DeadlineDate
	DeadlineState
)

// A Fact is a named, typed value. Options are set for Choice and Several, and
// for History, where they name the kinds of event.
type Fact struct {
	ID      string
	Kind    fact.Kind
	Label   Text
	Options []Option
	Origin  Origin
	Of      int // index of the question, derived entry, calculation or deadline it comes from
	Range   Range
	After   int    // index of the date fact that this date may not precede, or -1
	Unasked string // option that stands for "never asked", or ""
	Pos     Pos
}

// A Range bounds what may be entered. Dates may be relative to today.
type Range struct {
	Set                  bool
	Lo, Hi               int64
	LoToday, HiToday     bool // the bound is today plus Lo or Hi days
	LoWritten, HiWritten string
}

// Bounds are the lowest and highest value on that day.
func (r Range) Bounds(today fact.Date) (lo, hi int64) {
	lo, hi = r.Lo, r.Hi
	if r.LoToday {
		lo += int64(today)
	}
	if r.HiToday {
		hi += int64(today)
	}
	return lo, hi
}

// A Question asks one fact; its id is the fact's.
type Question struct {
	Fact    int
	Section int
	Title   Text
	Why     Text
	How     Text
	Was     []string   // ids of earlier times
	Own     bool       // what the person wants, does or did: nobody is sent to find it out
	Topic   bool       // picks what the person wants to hear of: an ask may answer it
	When    *cond.Expr // nil: asked of everyone
	Pos     Pos
}

// An Item is one step of a replay.
type Item struct {
	Kind ItemKind
	I    int // index into Questions, Derived, Calculations or Deadlines
}

// An ItemKind says what an Item computes.
type ItemKind uint8

// The kinds of Item.
const (
	AskItem ItemKind = iota
	DeriveItem
	CalcItem
	DeadlineItem
)

// A Derived fact follows from others: the first option whose condition holds,
// or, with a single condition, yes or no.
type Derived struct {
	Fact int
	When *cond.Expr   // for a named condition (kind yesno)
	Rows []*cond.Expr // for a table: one per option of the fact; nil row: otherwise
	Pos  Pos
}

// A Calculation feeds facts to one of the program's calculators.
type Calculation struct {
	Name  string // of the calculator in advisor/calc
	Rules []string
	Label Text
	Takes []Input
	Gives []Output
	Uses  []string
	Pos   Pos
}

// An Input binds a calculator's input to a fact.
type Input struct {
	Name string
	Fact int
}

// An Output binds a calculator's result to a fact.
type Output struct {
	Name string
	Fact int
}

// A Unit is what a period counts.
type Unit uint8

// The units of a period.
const (
	Days Unit = iota
	Workdays
	Months
	Years
)

// A Deadline is a date computed from a fact: the day after From is the first
// day of Period (民事诉讼法第85条、民法典第201条), and a last day that is a day
// off moves on unless NoRoll.
type Deadline struct {
	Fact   int // the date
	State  int // the choice open or passed
	Rules  []string
	Label  Text
	From   int
	N      int
	Unit   Unit
	NoRoll bool
	After  Text // what is lost, and what can still be done
	Basis  []Cite
	Pos    Pos
}

// An Urgency says how soon something matters.
type Urgency uint8

// The urgencies, least first.
const (
	Normal Urgency = iota
	Important
	HasDeadline
	Danger
)

// A Certainty says how sure the law is.
type Certainty uint8

// The certainties: settled 明文, usual 一般, disputed 存疑, proof 取决于证据.
const (
	Settled Certainty = iota
	Usual
	Disputed
	Proof
)

// A Grade says how strongly a lawyer is recommended.
type Grade uint8

// The grades, least first.
const (
	Advisable Grade = iota
	Strongly
	AtOnce
)

// A Group holds findings that exclude each other. With Covers, each person for
// whom it is true gets exactly one of them.
type Group struct {
	ID     string
	Covers *cond.Expr
	Pos    Pos
}

// A Finding is a legal conclusion.
type Finding struct {
	ID          string
	Rules       []string
	When        *cond.Expr
	Always      bool // there for everyone its file is for
	Doubt       bool // says that answers do not fit together: one is asked again, with this as the reason
	Urgency     Urgency
	Certainty   Certainty
	Group       string
	Title       Text
	Text        Text
	LawOn       int // index of the date fact whose day picks the law's version; -1: today
	Cites       []Cite
	Steps       []Step
	Deadlines   []int // indexes into Deadlines
	Evidence    []string
	Avoid       []string
	Drafts      []string
	Authorities []string
	Lawyer      *Advice
	Shows       []int // facts that its title, text and deadlines name
	Pos         Pos
}

// Advice is how strongly, and why, a lawyer is recommended.
type Advice struct {
	Grade  Grade
	Reason Text
}

// A Cite names an article, as of a day.
type Cite struct {
	Law     string // law id
	Article string // number as in the law file: 675, 293-1, whole
	Para    int    // 款, 0 when the whole article is meant
	Item    int    // 项
	On      int    // index of the date fact that picks the version; -1: the finding's
	Pos     Pos
}

// A Step is something to do.
type Step struct {
	ID     string // of a shared step, or ""
	When   *cond.Expr
	ByDays int // days from today; 0 today; -1 no day given
	ByDate int // index of the date fact it is due by; -1: see ByDays
	Text   Text
	With   []string // authorities
	Draft  string
	Pos    Pos
}

// A Note is a short shared sentence: evidence to gather, or what to avoid.
type Note struct {
	ID   string
	When *cond.Expr
	Text Text
	Pos  Pos
}

// A Law is a statute, interpretation, rule or policy.
type Law struct {
	ID       string
	Title    Text
	Short    Text
	Kind     string // statute interpretation regulation rule policy standard self_regulation
	Issuer   Text
	Versions []Version // newest first
	Articles []Article // as in the file: by number, newest wording first
	Pos      Pos
}

// A Version is a law as in force from a day.
type Version struct {
	From     fact.Date
	FromText string    // as written: 2017-08 where the day is not known
	Until    fact.Date // zero: still in force; else the last day
	Adopted  fact.Date
	Number   string
	Official bool   // read in the official text; otherwise as reprinted
	Source   string // title and address of a reprint
	Files    []string
	Checked  fact.Date
	Pos      Pos
}

// An Article is one wording of one article.
type Article struct {
	No    string    // today's number
	From  fact.Date // this wording since; zero: since the law began
	Was   string    // its number then, where it moved
	Gist  Text      // in our own words
	Quote string    // exact, Chinese, only where the wording decides
	Pos   Pos
}

// A NumberTable is a number the law sets, by date.
type NumberTable struct {
	ID     string
	Label  Text
	Values []NumberValue // newest first
	Pos    Pos
}

// A NumberValue is the number from a day on. Kind tells the unit: a Number
// (times, people), a Percent, Money, a Day on which the law changed, or with
// Unit set a period.
type NumberValue struct {
	From    fact.Date
	Kind    fact.Kind
	N       int64
	Daily   bool // a Percent of each day, in billionths
	Period  bool
	Unit    Unit
	Article *Cite
	Note    string
}

// A RateTable is a published rate, by the day of publication.
type RateTable struct {
	ID       string
	Label    Text
	Verified fact.Date   // read up to this day; later days are marked unverified
	Values   []RateValue // newest first
	Pos      Pos
}

// A RateValue is the rate from a day on.
type RateValue struct {
	From   fact.Date
	Rate   fact.Rate
	Source string
}

// A ScaleTable is a fee that rises with the amount, by date.
type ScaleTable struct {
	ID     string
	Label  Text
	Values []ScaleValue // newest first
	Pos    Pos
}

// A ScaleValue is the scale from a day on.
type ScaleValue struct {
	From    fact.Date
	Scale   calc.Scale
	Article *Cite
}

// An Authority is who to turn to.
type Authority struct {
	ID     string
	Number string
	Name   Text
	For    Text
	NotFor Text
	Bring  Text
	Urgent bool   // called when life is in danger
	Read   string // official, reprint or common
	Source string
	Pos    Pos
}

// A Term is a word explained.
type Term struct {
	ID   string
	Term Text
	Text Text
	Pos  Pos
}

// A Myth is a common mistake and what is true.
type Myth struct {
	ID    string
	Rules []string
	When  *cond.Expr
	Myth  Text
	Truth Text
	Cites []Cite
	Pos   Pos
}

// A Limit is something knowingly not covered.
type Limit struct {
	ID    string
	Rules []string
	When  *cond.Expr
	Text  Text
	Pos   Pos
}

// A Draft is a letter filled from the answers.
type Draft struct {
	ID     string
	Rules  []string
	When   *cond.Expr
	Title  Text
	To     Text
	Blanks []Blank
	Parts  []Part
	Notes  Text
	Pos    Pos
}

// A Blank is left for the person to fill in: 【姓名】.
type Blank struct {
	ID   string
	Text Text
}

// A Part is a paragraph of a draft.
type Part struct {
	When *cond.Expr
	Text Text
	Pos  Pos
}

// A Case is a situation and what must come out of it.
type Case struct {
	Name      string
	Vignettes []string
	From      string // id of the real question it answers
	Today     fact.Date
	Answers   Answers
	Rest      bool // what is not answered is unknown
	Asks      []CaseAsk
	Expect    Expect
	Points    []Point
	Pos       Pos
}

// A CaseAsk is an ask of a case, and which of its answers the case must get.
type CaseAsk struct{ Ask, Answer int }

// Expect is what a case's report must and must not hold.
type Expect struct {
	Findings  []string
	Open      []string
	Not       []string
	Cites     []string
	Numbers   map[string]string
	Deadlines map[string]string
	Drafts    map[string]string
	Says      []string
	Never     []string
	Lawyer    string
}

// A Point is something an experienced lawyer would say, and what in the
// report says it: findings or articles of which one is there, and words that
// stand on page one. Gap tells why nothing does.
type Point struct {
	Say   string
	By    []string
	First []string
	Gap   string
}

// Answers are the answers of one person, by question id.
type Answers map[string]fact.Value

// Expr is a compiled condition; see [cond.Expr].
type Expr = cond.Expr

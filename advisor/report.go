package advisor

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
)

// A Report is the whole result as one value, in one language; every output
// renders it. Its JSON form is described by the schema in advisor/export.
type Report struct {
	Schema string `json:"schema"`    // "wangdai.report/2"
	AsOf   string `json:"as_of"`     // the day it speaks of
	LawAs  string `json:"law_as_of"` // the day the law was last checked
	Stale  bool   `json:"law_stale"` // as_of lies more than a year after law_as_of
	Lang   Lang   `json:"lang"`
	Code   string `json:"code"`
	Branch string `json:"branch"`       // the option of role; "" when not known
	Title  string `json:"branch_label"` // the same in words

	Situation []string   `json:"situation"` // where the person stands, two or three sentences
	First     *Urgent    `json:"first"`     // the most urgent thing, or nil
	Asked     []Reply    `json:"asked"`     // what the person wanted to know, in the order chosen
	Answers   []Answered `json:"answers"`

	Findings     []Conclusion `json:"findings"` // of what was asked, dangers and deadlines; or all
	Also         []string     `json:"also"`     // titles of what else holds
	FindOut      []Lead       `json:"find_out"` // what is not known and decides most
	Left         int          `json:"left"`     // questions that the whole interview would still ask
	Steps        []ToDo       `json:"steps"`
	Deadlines    []Due        `json:"deadlines"`
	Calculations []Worked     `json:"calculations"`
	Evidence     []string     `json:"evidence"`
	Avoid        []string     `json:"avoid"`
	Myths        []Corrected  `json:"myths"`
	Authorities  []Contact    `json:"authorities"`
	Drafts       []DraftRef   `json:"drafts"`
	Lawyer       Lawyer       `json:"lawyer"`
	Terms        []Explained  `json:"terms"`
	NotCovered   []string     `json:"not_covered"`
	Disclaimer   string       `json:"disclaimer"`
	Digest       string       `json:"digest"` // of everything above
}

// Urgent is the one thing to do first: a danger to life or money, or the next
// deadline.
type Urgent struct {
	Text  string `json:"text"`
	Date  string `json:"date,omitempty"`
	Days  int    `json:"days_left"`
	Basis string `json:"basis,omitempty"`
}

// Answered is one answer in words.
type Answered struct {
	Fact     string `json:"fact"`
	Question string `json:"question"`
	Value    any    `json:"value"` // option id, list of ids, true or false, number, date, plan, events; null for 不清楚
	Label    string `json:"label"`
}

// A Conclusion is a finding as this person gets it.
type Conclusion struct {
	ID          string     `json:"id"`
	Rules       []string   `json:"rules"`
	Urgency     Urgency    `json:"urgency"`
	Certainty   Certainty  `json:"certainty"`
	Title       string     `json:"title"`
	Text        string     `json:"text"`
	Because     []Reason   `json:"because"`
	WouldChange []Turn     `json:"would_change"`
	Citations   []Citation `json:"citations"`
}

// A Reason is an answer that a conclusion rests on.
type Reason struct {
	Fact  string `json:"fact"`
	Role  bool   `json:"-"` // who the person is, which the report says at the top
	Label string `json:"label"`
}

// A Turn is a different answer that would change a conclusion.
type Turn struct {
	Fact   string `json:"fact"`
	To     string `json:"to"`
	Label  string `json:"label"`
	Effect string `json:"effect"`
}

// A Citation is an article as of the day that matters.
type Citation struct {
	Ref       string `json:"ref"` // minfadian-670-k2, minjian-jiedai-26@2018
	Law       string `json:"law"`
	Title     string `json:"title"`
	Article   string `json:"article"` // 第670条第2款
	Status    string `json:"status"`  // in_force, superseded, policy…
	Effective string `json:"effective"`
	Gist      string `json:"gist"`
	Quote     string `json:"quote"`
	Checked   string `json:"checked"`
	Source    string `json:"source"`

	// Short is the name of the law as texts use it; papers name articles by
	// it. It is no part of the JSON form.
	Short string `json:"-"`
}

// Name is the law and the article in words.
func (c *Citation) Name() string {
	if c.Title == "" {
		return c.Ref
	}
	return strings.TrimSpace(c.Title + " " + c.Article)
}

// A ToDo is a step: what, by when, with whom, with which letter.
type ToDo struct {
	Text      string   `json:"text"`
	By        string   `json:"by"`      // ISO date, or ""
	ByText    string   `json:"by_text"` // 今天, 3天内, 12月5日前
	Authority []string `json:"authority"`
	Draft     string   `json:"draft"`
	Fixed     bool     `json:"fixed"`      // a law or a paper set that day; else it is only a good pace
	FirstWeek bool     `json:"first_week"` // among the at most seven for the first week
	Finding   string   `json:"finding"`    // that asks for it, or ""
	Ask       string   `json:"ask"`        // whose answer asks for it, or ""
}

// A Due is a deadline.
type Due struct {
	ID      string `json:"id"`
	Date    string `json:"date"`
	Text    string `json:"text"`
	Basis   string `json:"basis"`
	Counted string `json:"counted"` // how the days were counted
	State   string `json:"state"`   // open or passed
	Days    int    `json:"days_left"`
	After   string `json:"after"` // what is lost, and what can still be done
}

// Worked is a calculation with its working.
type Worked struct {
	ID      string   `json:"id"`
	Label   string   `json:"label"`
	Inputs  []Named  `json:"inputs"`
	Formula string   `json:"formula"`
	Result  string   `json:"result"`
	Results []Named  `json:"results"`
	Rules   []string `json:"rules"`
}

// Named is a value with its label.
type Named struct {
	Fact  string `json:"fact"`
	Label string `json:"label"`
	Value string `json:"value"`
}

// Corrected is a myth and the truth.
type Corrected struct {
	Myth      string     `json:"myth"`
	Truth     string     `json:"truth"`
	Citations []Citation `json:"citations"`
}

// A Contact is an authority.
type Contact struct {
	ID     string `json:"id"`
	Urgent bool   `json:"-"` // called when life is in danger
	Number string `json:"number"`
	Name   string `json:"name"`
	For    string `json:"for"`
	NotFor string `json:"not_for"`
	Bring  string `json:"bring"`
}

// A DraftRef names a letter that is ready.
type DraftRef struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Use   string `json:"use"`
}

// A Reply is what is said to an ask.
type Reply struct {
	Ask       string     `json:"ask"`
	Title     string     `json:"title"`
	Answer    string     `json:"answer"`    // in the fewest words; "" while it is open
	Text      string     `json:"text"`      // whole, behind a warning where one must come first; "" while it is open
	Certainty string     `json:"certainty"` // "" while it is open
	Because   []Reason   `json:"because"`
	Citations []Citation `json:"citations"`
	Steps     []ToDo     `json:"steps"`
	Possible  []string   `json:"possible"` // what it may still be, in the fewest words, while it is open
	Left      int        `json:"left"`     // questions it still hangs on
}

// A Lead is a fact that the person does not know, and what it would decide.
type Lead struct {
	Fact      string   `json:"fact"`
	Label     string   `json:"label"`
	HowToFind string   `json:"how_to_find"`
	Decides   []string `json:"decides"`  // asks and conclusions, by title
	Together  []string `json:"together"` // facts without which it decides nothing, by label
}

// Lawyer is the recommendation to see one.
type Lawyer struct {
	Urgency Grade    `json:"urgency"` // advisable, strongly, at_once
	Reasons []string `json:"reasons"`
	How     []string `json:"how"`
}

// Explained is a term used in the report.
type Explained struct {
	Term string `json:"term"`
	Text string `json:"text"`
}

// Sum is the digest of everything in the report but the digest itself.
func (r *Report) Sum() string {
	c := *r
	c.Digest = ""
	data, err := json.Marshal(&c)
	if err != nil {
		return "" // the type holds nothing that JSON refuses
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

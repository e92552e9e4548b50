package words

// Line is what the command line says, besides what it shares with the SSH
// server ([Hall]).
type Line struct {
	Verbs   map[string]Verb // by the words that call it; "" is the program itself
	Help    Help
	Common  Common
	Save    Save
	Law     Law
	Calc    Calc
	Keep    Keep
	Check   Check
	Version string // law checked on
}

// A Verb is what the help says of one command.
type Verb struct {
	Args  string // what follows the verb
	Short string
	Long  string
	Flags map[string]string // by name
}

// Help is what stands around the help of a command, and what is said of a
// command line that cannot be read.
type Help struct {
	Usage, Verbs, Flags, Common string // headings
	More                        string // how to read on: the program's name
	Default                     string // of a flag: its value
	Command, Flag               string // in the line of usage
	Values                      map[string]string
	HelpFlag                    string

	NoVerb, NoWord, Needs, Near string // what was written; the verb; what is wanted
	See                         string // where to read how it is written
	NoTopic, NoShell            string
	Name, Description           string // headings of the manual
}

// Common is what several commands say.
type Common struct {
	BadDay, NoFolder    string
	Faults, Stale       string // how many; since when
	BothSources         string
	NoAnswers, NoDraft  string
	ShortIdle, NoBranch string
	Broke               string
}

// Save is what is said of writing files.
type Save struct {
	Saved, TooMany, NotOurs string
	NoOut, NoFolder         string
	TooLong                 string // of a paper to verify
	Pages                   string // folder, pages, changed
}

// Law is what the library of laws says.
type Law struct {
	Verbs                                 string // which there are
	Kinds                                 map[string]string
	NoVersion, InForce, NotYet            string
	NoWords, NoLaw, Several, None, NoName string
	NoArticle, Nothing                    string
	Official, Reprint, From, Checked      string
	Was, CitedBy, Text                    string
}

// Calc is what the calculators say.
type Calc struct {
	Verbs, Working                                     string
	NoAmount, NoDay                                    string // the flag
	NoCount, Plan, TwoPlans, FlowAlone, Colon          string
	Nominal, Effective, Cap, Regimes, Before, Interest string
	Criminal, Civil, Expected, Events, Fee             string
}

// Keep is what is said to whoever keeps the law.
type Keep struct {
	Faulty                            string // the folder, twice
	Survivors, Score, AskScore        string
	Recorded, IsRecorded, NotRecorded string
	Edition, AlreadyRecorded, Wrote   string
	AsksRecorded                      string // how many, in which file
	NoKeyHome                         string
}

// Check is what the check of the knowledge says.
type Check struct {
	Fix, Answers, Unproved, Sum, Branch, Ways, AtMost string
	Uncased, These, Elsewhere                         string
	Stale, Texts, NoText                              string
	OldSnapshot                                       string
}

// LineIn is these words in a language: zh or en.
func LineIn(lang string) *Line {
	if lang == "en" {
		return &lineEN
	}
	return &lineZH
}

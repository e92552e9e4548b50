package words

var lineEN = Line{
	Verbs:  verbsEN,
	Common: commonEN,
	Help: Help{
		Usage: "Usage", Verbs: "Commands", Flags: "Flags", Common: "Flags of every command",
		More:    "How a command is used: %s COMMAND --help",
		Default: " (default %s)", Command: "COMMAND", Flag: "FLAGS", HelpFlag: "show this help",
		Values: map[string]string{"string": "TEXT", "int": "N", "duration": "TIME", "stringArray": "TEXT",
			"stringSlice": "TEXT"},
		NoVerb: "there is no command \"%s\"", NoWord: "%s takes nothing more, not \"%s\"", Needs: "%s needs: %s",
		Near: "; did you mean %s?",
		See:  "see %s --help", NoTopic: "there is no help on \"%s\"", NoShell: "there is no completion for %s",
		Name: "NAME", Description: "DESCRIPTION",
	},
	Save: Save{
		Saved: "saved: %s", TooMany: "too many files of that name; please clear some", NoFolder: "%s: no such folder",
		NoOut:   "say where: --out DIR, such as --out knowledge/docs",
		NotOurs: "was not written by this command and is left alone; move it, or choose another folder",
		TooLong: "larger than 1 MiB; this is no file that this program wrote",
		Pages:   "%s: %d pages, %d changed",
	},
	Law: Law{
		Verbs: "law needs one of: list (all), show (one law or article), search (words)",
		Kinds: map[string]string{"policy": "court policy", "standard": "standard",
			"self_regulation": "self-regulation"},
		NoVersion: "no version", InForce: "in force", NotYet: "not yet in force",
		NoWords: "law search: say what to look for, such as law search usury",
		NoName:  "law show: say which law; see wangdai law list",
		Several: "%s: several match: %s", NoLaw: "%s: no such law here; see wangdai law list",
		None:      "nothing found; try another word, or wangdai law list",
		NoArticle: "%s %s: no such article here; there are: %s",
		Official:  "read in the official text", Reprint: "only as reprinted: %s", From: "in force %s",
		Checked: "checked %s",
		Was:     " (then %s)", CitedBy: "cited by: %s", Text: "official text:",
	},
	Calc: Calc{
		Verbs: "calc needs one of: rate (the real annual rate), cap, repaid, interest, principal, limitation, " +
			"fee (of a court)",
		Working: "working: %s", NoAmount: "--%s is missing (an amount such as 10000)",
		NoDay:   "--%s is missing (a date such as 2024-07-15)",
		NoCount: "--%s is missing (a whole number such as 12)",
		Plan:    "--periods with --payment, or --days with --repay is needed", Colon: ": ",
		TwoPlans:  "give one way to repay: --periods with --payment, or --days with --repay",
		FlowAlone: "use one of them; --flow holds what was received and paid",
		Nominal:   "nominal annual rate %s", Effective: "effective annual rate %s", Cap: "cap %s",
		Before: "--to %s: before --from", Interest: "interest %s",
		Regimes: "--regime %s: private (persons, ordinary companies), licensed (banks, consumer finance), " +
			"local (microloan companies)",
		Criminal: "net principal, criminal basis %s", Civil: "principal, civil basis %s",
		Expected: "expected at the announced share %s",
		Events:   "--event %s: kinds: %s", Fee: "fee %s",
	},
	Keep: keepEN,
	Check: Check{
		Fix: "fix: %s", Answers: "someone who answers (advise --answers - --partial): %s", Unproved: "unproved: %s",
		Sum: "%d questions, %d findings, %d citations, %d cases, %d rules; %d faults, %d warnings (%.1f s)",
		Ways: "  by ask (%d, answers drawn at random): median %d questions to the answer, " +
			"%d to page one (%d for the longest ask); longest is %s with %d",
		Branch: "  %s: longest %d questions, median %d, %s%s sets of answers; " +
			"codes of whole interviews of at most %d characters, %d with every list full", AtMost: "at most ",
		Uncased: "findings without a case: %d", These: ": %s", Elsewhere: " (named in uncased of check --json)",
		OldSnapshot: "note: the law has changed and its snapshot has not, so the program starts slowly; " +
			"run go generate ./knowledge",
		Stale:  "--stale %s: a number of days, such as 180d",
		Texts:  "compared with the official texts: %d articles, %d quotations, %d numbers",
		NoText: "  not there, and not compared: %s",
	},
	Version: "law checked on %s",
}

var commonEN = Common{
	BadDay: "--date %s: no such day; write it as 2026-11-25", NoFolder: "--law-texts %s: no such folder",
	Faults:      "the knowledge has %d faults (see wangdai check):",
	Stale:       "note: the law in this edition was last checked on %s, more than a year ago, and may have changed",
	BothSources: "use either --code or --answers",
	NoAnswers:   "--answers names the file of answers (- for standard input)",
	NoDraft:     "--code or --answers gives the answers", ShortIdle: "--idle %s: at least 1s",
	Broke:    "reading the keyboard failed, and the program ended; no answer is kept. The terminal is restored",
	NoBranch: "--branch %s: there is no such branch; there are: %s",
}

var keepEN = Keep{
	Faulty:    "%s: has faults; first run wangdai check --knowledge %s",
	Survivors: "changes that no case and no probe notices",
	Score:     "%d changes; cases noticed %d (%.1f%%), probes at boundaries %d more, %.1f%% together; unnoticed %d",
	AskScore:  "of them %d of asks; cases noticed %d, probes %d more; unnoticed %d",
	Recorded:  "recorded: %s", AlreadyRecorded: "this edition is recorded already: %s",
	AsksRecorded: "asks numbered: %d, in %s", IsRecorded: "recorded",
	NotRecorded: "not recorded: before a release run wangdai edition --record knowledge, " +
		"or codes handed out now cannot be read once the questions change",
	Edition:   "edition %s of the questions, %s",
	NoKeyHome: "--host-key: there is no home directory; name the file of the key",
}

const (
	formatEN  = "format: %s"
	outEN     = "write to this file (never overwriting); default standard output"
	askEN     = "what the person wants to know, several times; wangdai questions --asks lists them"
	fullEN    = "say in full what stands behind page one, too"
	answersEN = "file of answers; - for standard input"
)

var verbsEN = map[string]Verb{
	"": {
		Short: "A guided legal advisor for trouble with an online loan in China",
		Long: `A guided legal advisor. It asks no name, opens no connection, keeps nothing.

Run it in a terminal to begin; without a terminal it asks line by line
(as wangdai ask does). Exit status: 0 done; 1 failed; 2 wrong input; 3 answers missing.`,
		Flags: map[string]string{
			"lang":      "language: zh or en (default: the locale's, else zh)",
			"date":      "the day to speak of, such as 2026-11-25 (default: today)",
			"knowledge": "folder of the knowledge (default: built in)",
			"law-texts": "folder of official texts: article pages then show them",
			"no-color":  "no colour (NO_COLOR works too)", "plain": "ask line by line",
			"idle":  "public terminal: drop the answers after so long without a key",
			"kiosk": "public terminal: returns to the start, keeps no answer",
		},
	},
	"help": {Args: "[COMMAND]", Short: "show how a command is used"},
	"ask": {
		Short: "the interview line by line: screen readers, pipes, dumb terminals",
		Long: `The interview line by line: who you are, what you want to know (numbers, or words to find; Enter for none, every question
in turn), then what that hangs on. Each answer is given at once; then comes page one, and from there one may read on, go deeper
or ask something else. When the input ends early, what is still open is listed, and the exit status is 3.`,
		Flags: map[string]string{"full": fullEN},
	},
	"advise": {
		Args: "--answers FILE|-", Short: "answers in, report out",
		Long: `Reads answers from YAML or JSON (a flat map, or a case file with an answers: key) and writes the report.
What the person wants to know stands in the file as asks:, or in --ask; then only the questions that these hang on are wanted.
Missing answers are listed and the exit status is 3; with --partial they stay open. Only a file with rest: unknown takes them as not sure.`,
		Flags: map[string]string{"answers": answersEN, "ask": askEN, "full": fullEN,
			"partial": "leave what is missing open, and report what is decided", "format": formatEN, "out": outEN,
			"font": "a TTF font for the PDF (for rare characters)"},
	},
	"export": {
		Args: "CODE", Short: "the report again, from a code",
		Long: "The report again, from a code. With - the code is read from standard input.",
		Flags: map[string]string{"full": fullEN, "format": formatEN, "out": outEN,
			"font": "a TTF font for the PDF (for rare characters)"},
	},
	"resume": {Args: "CODE", Short: "go on with the interview from a code"},
	"verify": {Args: "FILE", Short: "check an exported report: the same, or what differs and why"},
	"questions": {Short: "every section, question, option and fact", Flags: map[string]string{"format": formatEN,
		"asks": "list what people want to know instead"}},
	"law":      {Short: "the law it knows: status, dates, gist, who cites it"},
	"law list": {Short: "all laws", Flags: map[string]string{"json": "write JSON"}},
	"law show": {Args: "LAW [ARTICLE]", Short: "one law, or one article",
		Flags: map[string]string{"json": "write JSON"}},
	"law search": {Args: "WORDS", Short: "search titles, gists and quotations",
		Flags: map[string]string{"json": "write JSON"}},
	"calc": {Short: "the calculators: real rate, cap, limitation, court fees…"},
	"calc rate": {
		Args:  "--received A --payment B --periods N | --received A --repay B --days N | --flow DATE:AMOUNT,…",
		Short: "the real annual rate",
		Flags: map[string]string{"received": "amount received", "payment": "each payment",
			"periods": "number of monthly payments", "repay": "one payment at the end", "days": "after how many days",
			"flow": "by date: received positive, paid negative", "json": "write JSON"},
	},
	"calc cap": {
		Args: "--regime private|licensed|local --contract DATE", Short: "the interest cap",
		Flags: map[string]string{"regime": "private (persons, ordinary companies), licensed (banks, " +
			"consumer finance), local (microloan companies)", "contract": "day of the loan", "json": "write JSON"},
	},
	"calc repaid": {
		Args:  "--received A --payment B --periods N --repaid C --regime private|licensed|local --contract DATE",
		Short: "what was paid, overpaid and is still owed",
		Flags: map[string]string{
			"received": "amount received", "payment": "each payment", "periods": "number of monthly payments",
			"repay": "one payment at the end", "days": "after how many days",
			"repaid": "paid so far in all", "regime": "private (persons, ordinary companies), licensed (banks, " +
				"consumer finance), local (microloan companies)", "contract": "day of the loan", "json": "write JSON",
		},
	},
	"calc interest": {
		Args: "--principal A --rate R --from DATE --to DATE", Short: "simple interest on a sum, by day",
		Flags: map[string]string{"principal": "principal",
			"rate": "yearly rate; delayed means the added interest for late performance of a judgment", "from": "from",
			"to": "to", "json": "write JSON"},
	},
	"calc principal": {
		Args:  "--paid A --received B [--rebate C] [--interest D] [--share 18.4%]",
		Short: "a lender's net principal, on the criminal and the civil basis",
		Flags: map[string]string{"paid": "paid in", "received": "received back", "rebate": "rebates",
			"interest": "the interest in what was received; only with it is the civil basis exact",
			"share":    "the share the court announced, such as 18.42915%", "json": "write JSON"},
	},
	"calc limitation": {
		Args: "--due DATE [--event DATE:KIND …]", Short: "the limitation period",
		Flags: map[string]string{"due": "last due date", "event": "what happened, such as 2021-05-01:%s",
			"json": "write JSON"},
	},
	"calc fee": {
		Args:  "--amount A --kind property|preservation|order",
		Short: "court fees: property case, preservation, payment order",
		Flags: map[string]string{"amount": "amount in dispute",
			"kind": "kind: %s (property case, preservation, payment order)", "json": "write JSON"},
	},
	"draft": {
		Args: "list | NAME (--code CODE | --answers FILE)", Short: "letters and forms, filled from the answers",
		Flags: map[string]string{"code": "a code", "answers": answersEN, "format": formatEN, "out": outEN},
	},
	"check": {
		Short: "checks the knowledge: file, line and fix of every fault",
		Flags: map[string]string{
			"json": "write JSON", "record": "write what each case leads to now into outcomes/ of this knowledge folder",
			"mutate": "change one condition, period or citation at a time and see whether a case notices",
			"stale":  "list laws and rates not checked for so long, such as 180d",
		},
	},
	"edition": {
		Short: "the edition of the questions, by which codes are read; record it before a release",
		Long: `A code depends on the questions, their options and when they are asked. Changing them makes a new edition; codes of
an edition that is recorded can still be read. --record writes the present one into editions/ of a knowledge folder,
unless it is there. Do it before a release, and commit it with the change.`,
		Flags: map[string]string{"record": "the knowledge folder, such as knowledge"},
	},
	"graph": {
		Short: "the decision tree",
		Long: `The decision tree. Without a branch each section of questions is one box; --branch draws all questions of one.
--findings adds the conclusions and asks behind them, file by file. --ask draws one ask alone: the questions it hangs
on, when each of its answers is given, and what stands behind. wangdai questions --asks lists the names.`,
		Flags: map[string]string{"format": formatEN,
			"branch": "one branch only (an option of the first question, or unknown)", "ask": "this ask only",
			"findings": "draw the conclusions and asks too"},
	},
	"docs": {
		Short: "writes the knowledge as pages: one a branch, one a file of asks, and an index",
		Long: `Writes the knowledge as pages: one a branch (asks, questions, findings, deadlines, letters, the tree), one a file of
asks (each answer with its condition, articles and steps), and README.md as the index.
It overwrites only what it wrote itself, and removes the page of a branch that is gone.`,
		Flags: map[string]string{"out": "the folder, such as knowledge/docs"},
	},
	"serve": {
		Short: "the SSH kiosk: the interview for whoever connects",
		Long: `The SSH kiosk: the interview for whoever connects, with no login, no name, and no answer kept.

Every setting can come from the environment too: WANGDAI_ and its name in capitals, such as WANGDAI_MAX_SESSIONS.
SIGTERM tells the visitors, waits for them and stops. SIGHUP reads the knowledge again; if it is faulty the old one stays.`,
	},
	"version":    {Short: "version, and the day the law was checked"},
	"completion": {Args: "bash|zsh|fish|powershell", Short: "shell completion"},
	"man":        {Short: "manual page (roff)"},
}

// Package advisor walks a person through an interview and says what the law
// makes of the answers.
//
// It is pure: it reads no file, opens no connection, draws on no terminal and
// asks no clock. The law comes in as a [Base], the day as a [fact.Date], the
// answers one by one; the same three always give the same [Report].
//
// An answer's way: [Session.Answer] stores it (nothing else is state),
// [Resolve] replays all answers into facts, derived facts and findings, and
// [Session.Report] writes down what follows. Everything printed anywhere
// renders that one Report.
package advisor

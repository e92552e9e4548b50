// Package paths proves what holds for every possible set of answers: that
// each question and finding can be reached, that exclusive findings never
// meet, that groups leave no hole, that no condition rests on a fact nobody
// was asked; and it counts the sets of answers and the length of interviews.
//
// Nothing is sampled. The conditions are turned into binary decision diagrams
// over "would-be answers": every question is given an answer, and whether it
// is asked is a function of the answers before it. So every pattern of bits is
// a person, and every property is an operation on sets. Each counterexample is
// replayed by the ordinary evaluator, [advisor.Resolve], before it is told.
//
// Amounts, rates and dates are cut where any condition can tell them apart.
// Verdicts of calculators are free: any verdict may come whenever all inputs
// are known. That world is slightly too large: what is proven in it holds;
// what is found in it is told as a fault only when real answers show it, and
// as unproved otherwise.
package paths

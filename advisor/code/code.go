// Package code writes what a person said as a short string that can be copied
// by hand, and reads it back.
//
// A code holds, from the last digit: a CRC-16, the format, the [Edition] of the
// questions, the asks chosen and how far the interview goes, whether the rest
// is unknown or open, which of the questions that are not ruled out were
// answered, and the answers in the order of the interview, in mixed radix: a
// question with five possible answers costs the logarithm of five. Reading
// replays the interview of that edition, so what is ruled out costs nothing,
// and what was not answered stays open. Neither the day nor the calculators
// matter, nor what a question is asked for: law and asks may be edited. It is
// neither secret nor encrypted.
//
// The room stands below the engine: it knows editions, not what is asked
// today. What an answer of last year is worth now is for the engine to say.
//
//	code.go      a code as a whole: writing, reading, its length
//	answered.go  which questions were answered
//	asks.go      the numbers of the asks
//	earlier.go   the form of codes of earlier times
//	edition.go   what a code depends on, its replay and its text form
//	digits.go    one answer as digits
//	slips.go     the characters, and where a wrong copy is wrong
package code

import (
	"math"
	"math/big"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

const (
	format      = 3
	formatBits  = 3
	editionBits = 16
	checkBits   = 16
	depths      = 4 // one is spare
)

// Said is what a person said beside the answers.
type Said struct {
	Asks  []int // their numbers, in the order of choosing; see [Asks]
	Depth int   // how far the interview goes, where asks were chosen
	Rest  bool  // what is not answered is 不清楚, not open
}

// Write is the code of what was said. value is the answer to the question
// about that fact, and whether it was given.
func (e *Edition) Write(s Said, value func(id string) (fact.Value, bool)) string {
	return spell(e.encode(s, value))
}

// encode is the number that a code spells.
func (e *Edition) encode(s Said, value func(id string) (fact.Value, bool)) *big.Int {
	var ds []digit
	var answered []bool
	e.replay(s.Rest, func(i int) (fact.Value, bool, bool) {
		f := &e.facts[i]
		v, ok := value(f.ID)
		if answered = append(answered, ok); ok {
			v = f.clamp(v)
			ds = f.pack(ds, v)
		}
		return v, ok, true
	})
	n := new(big.Int)
	pushAll(n, ds)
	pushAnswered(n, answered, e.questions())
	pushAll(n, s.digits())
	push(n, digit{uint64(e.number), 1 << editionBits})
	push(n, digit{format, 1 << formatBits})
	push(n, digit{uint64(crc16(n.Bytes())), 1 << checkBits})
	return n
}

// decode reads what is left of a code's number; false where it is no code of
// this edition.
func (e *Edition) decode(n *big.Int) (r Reading, ok bool) {
	r = Reading{Edition: e}
	if r.Said, ok = readSaid(n); !ok {
		return r, false
	}
	answered, ok := popAnswered(n, e.questions())
	if !ok {
		return r, false
	}
	e.replay(r.Rest, func(i int) (v fact.Value, given, more bool) {
		if answered.end() || !ok {
			return v, false, false
		}
		if given = answered.next(); given {
			v, ok = e.facts[i].unpack(n)
			r.Answers = append(r.Answers, Answer{&e.facts[i], v})
		}
		return v, given, true
	})
	return r, ok && answered.end() && n.Sign() == 0
}

// digits are the asks, each after a one, then how far the interview goes, and
// what the rest means.
func (s *Said) digits() []digit {
	var ds []digit
	for _, n := range s.Asks {
		ds = packAsk(append(ds, digit{1, 2}), n)
	}
	ds = append(ds, digit{0, 2})
	if len(s.Asks) > 0 {
		ds = append(ds, digit{uint64(s.Depth), depths})
	}
	return append(ds, digit{uint64(fact.Bool(s.Rest).N), 2})
}

// readSaid is the inverse of digits.
func readSaid(n *big.Int) (s Said, ok bool) {
	for pop(n, 2) == 1 {
		s.Asks = append(s.Asks, unpackAsk(n))
	}
	if len(s.Asks) > 0 {
		s.Depth = int(pop(n, depths))
	}
	s.Rest = pop(n, 2) == 1
	return s, s.Depth < depths-1
}

// crc16 is CRC-16/CCITT: it catches every single wrong symbol, every swap of
// neighbours and every burst of up to sixteen bits.
func crc16(p []byte) uint16 {
	crc := uint16(0xffff)
	for _, x := range p {
		crc ^= uint16(x) << 8
		for range 8 {
			if crc&0x8000 != 0 {
				crc = crc<<1 ^ 0x1021
			} else {
				crc <<= 1
			}
		}
	}
	return crc
}

// An Error is a code that cannot be read. At is the character, from 1 and
// without the dashes, where that is known.
type Error struct {
	At int
	fact.Notice
}

func wrong(at int, m words.Message) *Error {
	return &Error{at, fact.NoticeOf(m)}
}

// An Answer is one answer in a code, with what it was asked about then.
type Answer struct {
	Fact  *Fact
	Value fact.Value
}

// A Reading is what a code says: its answers in the order of asking, in terms
// of the edition it was made with.
type Reading struct {
	Said
	Edition *Edition
	Answers []Answer
}

// Read is the inverse of [Edition.Write] for codes of the present edition and
// of the past ones. It is lenient about how a person writes a code: lower case,
// O for 0, I and L for 1, blanks, dashes, full-width characters. The error is
// an [*Error].
func Read(code string, now *Edition, past []PastEdition) (Reading, error) {
	symbols, err := symbolsOf(code)
	if err != nil {
		return Reading{}, err
	}
	if n := len(symbols); n < leastSymbols {
		return Reading{}, wrong(0, words.Codes.CodeShort(n))
	}
	read := func(symbols []byte) (Reading, *Error) { return readSymbols(symbols, now, past) }
	r, bad := read(symbols)
	switch {
	case bad == damaged:
		return Reading{}, locate(symbols, func(s []byte) bool {
			_, bad := read(s)
			return bad == nil
		})
	case bad != nil:
		return Reading{}, bad
	}
	return r, nil
}

var damaged = wrong(0, words.Codes.CodeDamaged())

// readSymbols reads symbols that may be damaged.
func readSymbols(symbols []byte, now *Edition, past []PastEdition) (Reading, *Error) {
	n := new(big.Int)
	for _, s := range symbols {
		push(n, digit{uint64(s), 1 << symbolBits})
	}
	check := uint16(pop(n, 1<<checkBits))
	if crc16(n.Bytes()) != check {
		return Reading{}, damaged
	}
	form := pop(n, 1<<formatBits)
	if form != format && form != earlierFormat {
		return Reading{}, wrong(0, words.Codes.OtherProgram())
	}
	e, bad := editionIn(uint16(pop(n, 1<<editionBits)), now, past)
	if bad != nil {
		return Reading{}, bad
	}
	read := e.decode
	if form == earlierFormat {
		read = e.decodeEarlier
	}
	r, ok := read(n)
	if !ok {
		return Reading{}, damaged
	}
	return r, nil
}

// editionIn is the edition of that number, which a code names.
func editionIn(number uint16, now *Edition, past []PastEdition) (*Edition, *Error) {
	if number == now.number {
		return now, nil
	}
	e, err := findPast(past, number)
	switch {
	case err != nil:
		return nil, wrong(0, words.Codes.EditionBroken(err.Error()))
	case e == nil:
		return nil, wrong(0, words.Codes.OtherEdition(number))
	}
	return e, nil
}

// Length is how many characters the code of an interview has at most that was
// answered to its end, without asks, and whose answers take that many bits; see
// [Fact.MostBits].
func (e *Edition) Length(bits float64) int {
	told := 0 // that may be passed over: asking them hangs on what a code does not know
	for i := range e.steps {
		if e.steps[i].Told {
			told++
		}
	}
	return e.length(bits+answeredBits(e.questions(), told), 0)
}

// LengthOfAny bounds the length of any code with so many asks, whatever was
// answered or left out.
func (e *Edition) LengthOfAny(bits float64, asks int) int {
	return e.length(bits+answeredBits(e.questions(), e.questions()), asks)
}

func (e *Edition) length(bits float64, asks int) int {
	bits += checkBits + formatBits + editionBits + 2 // no more asks, what the rest means
	if asks > 0 {
		bits += math.Log2(depths)
		for n := range asks {
			bits += 1 + askBits(n)
		}
	}
	return max(leastSymbols, int(math.Ceil(bits/symbolBits+1e-6)))
}

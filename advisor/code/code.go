// Package code writes a person's answers as a short string that can be copied
// by hand, and reads it back.
//
// A code holds, from the last digit: a CRC-16, the format, the [Edition] of the
// questions, how many questions were answered, and each answer in the order of
// asking, in mixed radix: a question with five possible answers costs the
// logarithm of five. Reading replays the interview of that edition, so
// questions that were not asked cost nothing. Neither the day nor the
// calculators matter. It is neither secret nor encrypted.
//
// The room stands below the engine: it knows editions, not what is asked
// today. What an answer of last year is worth now is for the engine to say.
//
//	code.go     a code as a whole: writing, reading, its length
//	edition.go  what a code depends on, its replay and its text form
//	digits.go   one answer as digits
//	slips.go    the characters, and where a wrong copy is wrong
package code

import (
	"fmt"
	"math"
	"math/big"

	"wangdai/advisor/fact"
)

const (
	format      = 2
	formatBits  = 3
	editionBits = 16
	checkBits   = 16
)

// Write is the code of the first so many answers. value is the answer to the
// question about that fact, and whether it was asked.
func (e *Edition) Write(count int, value func(id string) (fact.Value, bool)) string {
	return spell(e.encode(count, value))
}

// encode is the number that a code spells.
func (e *Edition) encode(count int, value func(id string) (fact.Value, bool)) *big.Int {
	var ds []digit
	left := count
	told := func(i int) bool {
		_, ok := value(e.facts[i].ID)
		if left > 0 {
			ds = append(ds, digit{uint64(fact.Bool(ok).N), 2})
		}
		return ok
	}
	e.replay(told, func(i int) (fact.Value, bool) {
		if left == 0 {
			return fact.Value{}, false
		}
		left--
		f := &e.facts[i]
		v, _ := value(f.ID)
		v = f.clamp(v)
		ds = f.pack(ds, v)
		return v, true
	})
	n := new(big.Int)
	for i := len(ds) - 1; i >= 0; i-- {
		push(n, ds[i])
	}
	push(n, digit{uint64(count - left), uint64(e.questions()) + 1})
	push(n, digit{uint64(e.number), 1 << editionBits})
	push(n, digit{format, 1 << formatBits})
	push(n, digit{uint64(crc16(n.Bytes())), 1 << checkBits})
	return n
}

// decode reads the answers from what is left of a code's number; false where
// it is no code of this edition.
func (e *Edition) decode(n *big.Int) (answers []Answer, ok bool) {
	left := int(pop(n, uint64(e.questions())+1))
	ok = true
	told := func(int) bool { return left > 0 && ok && pop(n, 2) == 1 }
	e.replay(told, func(i int) (fact.Value, bool) {
		if left == 0 || !ok {
			return fact.Value{}, false
		}
		left--
		var v fact.Value
		v, ok = e.facts[i].unpack(n)
		answers = append(answers, Answer{&e.facts[i], v})
		return v, ok
	})
	return answers, ok && left == 0 && n.Sign() == 0
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

func wrong(at int, zh, zhFix, en, enFix string) *Error {
	return &Error{at, fact.Say(zh, zhFix, en, enFix)}
}

// An Answer is one answer in a code, with what it was asked about then.
type Answer struct {
	Fact  *Fact
	Value fact.Value
}

// A Reading is what a code says: its answers in the order of asking, in terms
// of the edition it was made with.
type Reading struct {
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
		return Reading{}, wrong(0, fmt.Sprintf("续答码不完整，只有 %d 个字符", n), "请把纸上的各组都输入",
			fmt.Sprintf("the code is incomplete: it has %d characters only", n), "please enter all groups of it")
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

var damaged = wrong(0, "续答码抄错了或不完整", "请从纸上逐组核对",
	"the code was copied wrongly or is incomplete", "please compare it group by group")

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
	if pop(n, 1<<formatBits) != format {
		return Reading{}, wrong(0, "这个续答码是别的版本的程序做的", "请用做它的那个版本打开，或重新回答",
			"the code was made by another version of the program", "open it with that version, or answer anew")
	}
	e, bad := editionIn(uint16(pop(n, 1<<editionBits)), now, past)
	if bad != nil {
		return Reading{}, bad
	}
	answers, ok := e.decode(n)
	if !ok {
		return Reading{}, damaged
	}
	return Reading{e, answers}, nil
}

// editionIn is the edition of that number, which a code names.
func editionIn(number uint16, now *Edition, past []PastEdition) (*Edition, *Error) {
	if number == now.number {
		return now, nil
	}
	e, err := findPast(past, number)
	switch {
	case err != nil:
		return nil, wrong(0, "这个续答码那一版问题的记录坏了："+err.Error(), "请重新安装程序，或重新回答",
			"the record of this code's edition is broken: "+err.Error(), "install the program again, or answer anew")
	case e == nil:
		return nil, wrong(0, fmt.Sprintf("这个续答码属于另一版问题（%04x），这个程序没有那一版的记录", number), "请用更新的程序打开，或重新回答",
			fmt.Sprintf("the code belongs to another edition of the questions (%04x), of which this program has no record", number),
			"open it with a newer program, or answer anew")
	}
	return e, nil
}

// Length is how many characters a code has at most whose answers take that
// many bits; see [Fact.MostBits]. Questions of which the code must tell
// whether they were asked take a bit each.
func (e *Edition) Length(bits float64) int {
	bits += checkBits + formatBits + editionBits + math.Log2(float64(e.questions()+1))
	for i := range e.steps {
		if e.steps[i].Told {
			bits++
		}
	}
	return max(leastSymbols, int(math.Ceil(bits/symbolBits+1e-6)))
}

package advisor

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"golang.org/x/text/width"

	"wangdai/advisor/fact"
)

// A code is the list of answers as a short string that a person can copy by
// hand. It holds, from the last digit: a CRC-16, the format, the edition of
// the questions, how many questions were answered, and each answer in the
// order of asking, in mixed radix: a question with five possible answers costs
// the logarithm of five. Decoding replays the interview of that edition, so
// questions that were not asked cost nothing. Neither the day nor the
// calculators matter. It is neither secret nor encrypted.

const (
	codeFormat   = 2
	formatBits   = 3
	editionBits  = 16
	checkBits    = 16
	codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" // Crockford's base 32
	symbolBits   = 5
	leastSymbols = 8
	// mostSymbols bounds what is read: several plans and lists of events
	// filled to the last line stay below.
	mostSymbols = 12000
)

// Code is the answers as a short string. Only answers up to the last one given
// are in it: an interview is continued from there.
func (s *Session) Code() string {
	st, e := s.State(), s.base.index.edition
	asked := make(map[string]int, len(st.Asked))
	count := 0
	for k, q := range st.Asked {
		f := s.base.Questions[q].Fact
		id := s.base.Facts[f].ID
		asked[id] = f
		if _, ok := s.answers[id]; ok {
			count = k + 1
		}
	}
	n := e.encode(count, func(id string) (fact.Value, bool) {
		f, ok := asked[id]
		if !ok {
			return fact.NotSure(), false
		}
		return st.Values[f], true
	})
	return spell(n)
}

// encode is the number that a code spells. value is a question's answer, and
// whether it was asked.
func (e *Edition) encode(count int, value func(id string) (fact.Value, bool)) *big.Int {
	var ds []digit
	left := count
	told := func(i int) bool {
		_, ok := value(e.facts[i].id)
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
		v, _ := value(f.id)
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
	push(n, digit{codeFormat, 1 << formatBits})
	push(n, digit{uint64(crc16(n.Bytes())), 1 << checkBits})
	return n
}

// decode reads the answers from what is left of a code's number; false where
// it is no code of this edition.
func (e *Edition) decode(n *big.Int) (facts []int, values []fact.Value, ok bool) {
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
		facts, values = append(facts, i), append(values, v)
		return v, ok
	})
	return facts, values, ok && left == 0 && n.Sign() == 0
}

func spell(n *big.Int) string {
	m := new(big.Int).Set(n)
	var b []byte
	for m.Sign() > 0 {
		b = append(b, codeAlphabet[pop(m, 1<<symbolBits)])
	}
	for len(b) < leastSymbols {
		b = append(b, '0')
	}
	var out strings.Builder
	for i := len(b) - 1; i >= 0; i-- {
		out.WriteByte(b[i])
		if i > 0 && i%4 == 0 {
			out.WriteByte('-')
		}
	}
	return out.String()
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

// A CodeError is a code that cannot be read. At is the character, from 1 and
// without the dashes, where that is known.
type CodeError struct {
	At   int
	What Text
	Fix  Text
}

func (e *CodeError) Error() string { return e.What.EN + "; " + e.Fix.EN }

// In is the error in that language.
func (e *CodeError) In(l Lang) string {
	if l == fact.EN {
		return e.Error()
	}
	return e.What.ZH + "；" + e.Fix.ZH
}

// A Reading is what a code says.
type Reading struct {
	Answers Answers
	Old     bool   // it belongs to an earlier edition of the questions
	Lost    []Lost // its answers that no longer apply, in the order of asking
}

// A Lost answer was given in an earlier edition and has no place in the
// present one.
type Lost struct {
	Question string // its id then
	Label    Text   // the question in short, or its id where it is gone
	Value    Text   // the answer, as far as it can still be put in words
	Why      Text
}

// ReadCode is the inverse of [Session.Code]. It is lenient about how a person
// writes it: lower case, O for 0, I and L for 1, blanks, dashes, full-width
// characters. A code of an earlier edition gives every answer that still
// stands and says which do not. The error is a [*CodeError].
func (b *Base) ReadCode(code string) (Reading, error) {
	symbols, err := symbolsOf(code)
	if err != nil {
		return Reading{}, err
	}
	if len(symbols) < leastSymbols {
		return Reading{}, &CodeError{0, Text{ZH: fmt.Sprintf("续答码不完整，只有 %d 个字符", len(symbols)), EN: fmt.Sprintf("the code is incomplete: it has %d characters only", len(symbols))},
			Text{ZH: "请把纸上的各组都输入", EN: "please enter all groups of it"}}
	}
	r, wrong := b.readSymbols(symbols)
	switch {
	case wrong == damaged:
		return Reading{}, b.locate(symbols)
	case wrong != nil:
		return Reading{}, wrong
	}
	return r, nil
}

// symbolsOf are the values of a code's characters.
func symbolsOf(code string) ([]byte, error) {
	var written []rune
	for _, r := range strings.ToUpper(width.Narrow.String(code)) {
		if !strings.ContainsRune(" -‐‑‒–—―－\t\r\n.\u00a0\u3000", r) {
			written = append(written, r)
		}
	}
	if len(written) > mostSymbols {
		return nil, &CodeError{0, Text{ZH: "太长，不是续答码", EN: "this is too long for a code"}, Text{ZH: "只输入续答码那一行", EN: "enter the line of the code only"}}
	}
	out := make([]byte, len(written))
	for k, r := range written {
		switch r {
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		i := strings.IndexRune(codeAlphabet, r)
		if i < 0 {
			group, char := placeIn(len(written), k+1)
			return nil, &CodeError{k + 1, Text{ZH: fmt.Sprintf("续答码第 %d 组第 %d 个字符“%c”不对", group, char, r), EN: fmt.Sprintf("character %d of group %d of the code, %q, cannot be right", char, group, r)},
				Text{ZH: "只有数字和大写字母，没有 I、L、O、U", EN: "codes have digits and capital letters other than I, L, O and U"}}
		}
		out[k] = byte(i)
	}
	return out, nil
}

// placeIn is a character's group and its place in it. Groups of four are
// counted from the last character, so the first may be shorter.
func placeIn(symbols, at int) (group, char int) {
	first := symbols % 4
	if first == 0 {
		first = 4
	}
	if at <= first {
		return 1, at
	}
	return (at-first-1)/4 + 2, (at-first-1)%4 + 1
}

var damaged = &CodeError{0, Text{ZH: "续答码抄错了或不完整", EN: "the code was copied wrongly or is incomplete"},
	Text{ZH: "请从纸上逐组核对", EN: "please compare it group by group"}}

// readSymbols reads symbols that may be damaged.
func (b *Base) readSymbols(symbols []byte) (Reading, *CodeError) {
	n := new(big.Int)
	for _, s := range symbols {
		push(n, digit{uint64(s), 1 << symbolBits})
	}
	check := uint16(pop(n, 1<<checkBits))
	if crc16(n.Bytes()) != check {
		return Reading{}, damaged
	}
	if f := pop(n, 1<<formatBits); f != codeFormat {
		return Reading{}, &CodeError{0, Text{ZH: "这个续答码是别的版本的程序做的", EN: "the code was made by another version of the program"},
			Text{ZH: "请用做它的那个版本打开，或重新回答", EN: "open it with that version, or answer anew"}}
	}
	number := uint16(pop(n, 1<<editionBits))
	e := b.index.edition
	if number != e.number {
		past, err := b.pastEdition(number)
		if err != nil {
			return Reading{}, &CodeError{0, Text{ZH: "这个续答码那一版问题的记录坏了：" + err.Error(), EN: "the record of this code's edition is broken: " + err.Error()},
				Text{ZH: "请重新安装程序，或重新回答", EN: "install the program again, or answer anew"}}
		}
		if past == nil {
			return Reading{}, &CodeError{0, Text{ZH: fmt.Sprintf("这个续答码属于另一版问题（%04x），这个程序没有那一版的记录", number), EN: fmt.Sprintf("the code belongs to another edition of the questions (%04x), of which this program has no record", number)},
				Text{ZH: "请用更新的程序打开，或重新回答", EN: "open it with a newer program, or answer anew"}}
		}
		e = past
	}
	facts, values, ok := e.decode(n)
	if !ok {
		return Reading{}, damaged
	}
	r := Reading{Answers: Answers{}, Old: e != b.index.edition}
	for k, i := range facts {
		b.carry(&r, &e.facts[i], values[k])
	}
	return r, nil
}

// carry puts an answer of an edition into the present one.
func (b *Base) carry(r *Reading, old *editionFact, v fact.Value) {
	lost := func(value Text, zh, en string) {
		label := Text{ZH: old.id, EN: old.id}
		if f, _ := b.Fact(old.id); f != nil {
			label = f.Label
		}
		r.Lost = append(r.Lost, Lost{old.id, label, value, Text{ZH: zh, EN: en}})
	}
	q, _ := b.Question(old.id)
	switch {
	case q == nil:
		lost(old.said(v), "现在不再问这个问题", "this is no longer asked")
		return
	case b.Facts[q.Fact].Kind != old.kind:
		lost(old.said(v), "这个问题现在要另一种回答", "this now takes another kind of answer")
		return
	}
	f := &b.Facts[q.Fact]
	if v.State == fact.Known && len(old.options) > 0 {
		var gone []string
		v, gone = f.carried(old, v)
		for _, id := range gone {
			lost(Text{ZH: id, EN: id}, "现在没有这个选项", "there is no such option now")
		}
		if v.State == fact.NotAsked {
			return
		}
	}
	r.Answers[old.id] = v
}

// carried translates options by their ids. What is left of nothing is no
// answer: the question is asked again.
func (f *Fact) carried(old *editionFact, v fact.Value) (fact.Value, []string) {
	var gone []string
	to := func(k int) int {
		n := f.option(old.options[k])
		if n < 0 {
			gone = append(gone, old.options[k])
		}
		return n
	}
	out := fact.Value{State: fact.Known}
	switch f.Kind {
	case fact.Choice:
		if out.N = int64(to(int(v.N))); out.N < 0 {
			return fact.Value{}, gone
		}
	case fact.Several:
		for k := range old.options {
			if v.Has(k) {
				if n := to(k); n >= 0 {
					out.N |= 1 << uint(n)
				}
			}
		}
		if out.N == 0 && len(gone) > 0 {
			return fact.Value{}, gone
		}
	case fact.History:
		for _, e := range v.Events {
			if n := to(e.What); n >= 0 {
				out.Events = append(out.Events, fact.Event{On: e.On, What: n})
			}
		}
	}
	return out, gone
}

// said is an answer in words that need no knowledge: option ids, numbers.
func (f *editionFact) said(v fact.Value) Text {
	if v.State != fact.Known {
		return Text{ZH: "不清楚", EN: "not sure"}
	}
	var s string
	switch f.kind {
	case fact.Choice:
		s = f.options[v.N]
	case fact.Several:
		var ids []string
		for k := range f.options {
			if v.Has(k) {
				ids = append(ids, f.options[k])
			}
		}
		s = strings.Join(ids, ", ")
	case fact.YesNo:
		return map[bool]Text{true: {ZH: "是", EN: "yes"}, false: {ZH: "否", EN: "no"}}[v.N == 1]
	case fact.Day:
		s = v.Date().String()
	case fact.Money:
		s = fact.Fen(v.N).Plain()
	case fact.Percent:
		s = fact.Rate(v.N).String()
	case fact.Number:
		s = fmt.Sprint(v.N)
	}
	return Text{ZH: s, EN: s}
}

// locate finds out where a code is damaged, where that can be known: it tries
// every single wrong, missing or surplus character and every swap of
// neighbours. If exactly one place would make it a code, that place is named;
// the code is not mended, since the person has the paper and we do not.
func (b *Base) locate(symbols []byte) error {
	places := map[int]bool{}
	kind := map[int]Text{}
	try := func(at int, how Text, s []byte) {
		if _, err := b.readSymbols(s); err == nil {
			places[at], kind[at] = true, how
		}
	}
	if len(symbols) <= 200 { // longer ones are pasted, not copied by hand
		b.eachSlip(symbols, try)
	}
	if len(places) != 1 {
		return damaged
	}
	for at := range places {
		group, char := placeIn(len(symbols), at)
		how := kind[at]
		return &CodeError{at, Text{ZH: fmt.Sprintf("续答码第 %d 组第 %d 个字符%s", group, char, how.ZH), EN: fmt.Sprintf("at group %d, character %d of the code %s", group, char, how.EN)},
			Text{ZH: "请从纸上核对这一处", EN: "please compare this place with the paper"}}
	}
	return damaged
}

func (b *Base) eachSlip(symbols []byte, try func(at int, how Text, s []byte)) {
	s := make([]byte, len(symbols))
	for i := range symbols {
		copy(s, symbols)
		for x := range byte(1 << symbolBits) {
			if s[i] = x; x != symbols[i] {
				try(i+1, Text{ZH: "抄错了", EN: "a character was copied wrongly"}, s)
			}
		}
		if i > 0 && symbols[i] != symbols[i-1] {
			copy(s, symbols)
			s[i-1], s[i] = s[i], s[i-1]
			try(i, Text{ZH: "和后一个颠倒了", EN: "two characters were swapped"}, s)
		}
		if i == 0 || symbols[i] != symbols[i-1] {
			try(i+1, Text{ZH: "多出来了", EN: "there is a character too many"}, append(append([]byte{}, symbols[:i]...), symbols[i+1:]...))
		}
	}
	long := make([]byte, len(symbols)+1)
	for i := range long {
		copy(long, symbols[:i])
		copy(long[i+1:], symbols[i:])
		for x := range byte(1 << symbolBits) {
			if long[i] = x; i == 0 || x != symbols[i-1] {
				try(min(i+1, len(symbols)), Text{ZH: "前后漏了一个字符", EN: "a character is missing thereabouts"}, long)
			}
		}
	}
}

// A CodeCost is what a question takes of a code, in bits: its answer at most,
// and each entry of a list (dated payments, events) beyond that.
type CodeCost struct{ Answer, Entry float64 }

// CodeCosts are the costs by question index, for reckoning the longest code of
// a branch.
func (b *Base) CodeCosts(today fact.Date) []CodeCost {
	e := b.index.edition
	out := make([]CodeCost, len(b.Questions))
	for i := range e.steps {
		s := &e.steps[i]
		if !s.ask {
			continue
		}
		f := &e.facts[s.fact]
		_, q := b.Question(f.id)
		c := &out[q]
		c.Answer, c.Entry = f.mostBits(b.Facts[b.Questions[q].Fact].Range, today)
	}
	return out
}

// CodeLength is how many characters a code has at most whose answers take that
// many bits. Questions of which the code must tell whether they were asked
// take a bit each.
func (b *Base) CodeLength(bits float64) int {
	e := b.index.edition
	bits += checkBits + formatBits + editionBits + math.Log2(float64(e.questions()+1))
	for i := range e.steps {
		if e.steps[i].told {
			bits++
		}
	}
	return max(leastSymbols, int(math.Ceil(bits/symbolBits+1e-6)))
}

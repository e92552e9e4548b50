package advisor

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/big"
	"math/bits"
	"strings"

	"golang.org/x/text/width"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// A code is the list of answers as a short string that a person can copy by
// hand. It holds, from the last digit: a CRC-16, the format, the edition of
// the questions, how many questions were answered, and each answer in the
// order of asking, in mixed radix: a question with five possible answers costs
// the logarithm of five. Decoding replays the interview, so questions that were
// not asked cost nothing. It is neither secret nor encrypted.

const (
	codeFormat   = 1
	formatBits   = 3
	editionBits  = 12
	countBits    = 6
	checkBits    = 16
	codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" // Crockford's base 32
	mostAnswers  = 1<<countBits - 1
	mostEvents   = 30
)

// A digit is one place of a mixed-radix number.
type digit struct{ value, radix uint64 }

// Code is the answers as a short string. Only answers up to the first question
// that is still open are in it: an interview is continued from there.
func (s *Session) Code() string {
	st := s.State()
	var ds []digit
	count := 0
	for _, q := range st.Asked {
		if q == st.Next && !s.answeredAfter(q) || count == mostAnswers {
			break
		}
		f := s.base.Questions[q].Fact
		ds = s.base.pack(ds, f, st.Values[f])
		count++
	}
	n := new(big.Int)
	for i := len(ds) - 1; i >= 0; i-- {
		push(n, ds[i])
	}
	push(n, digit{uint64(count), 1 << countBits})
	push(n, digit{uint64(s.base.edition()), 1 << editionBits})
	push(n, digit{codeFormat, 1 << formatBits})
	push(n, digit{uint64(crc16(n.Bytes())), 1 << checkBits})
	return spell(n)
}

// answeredAfter reports whether anything on the path behind question q is
// answered: then the gap is written as 不清楚 rather than cut off.
func (s *Session) answeredAfter(q int) bool {
	st := s.State()
	past := false
	for _, x := range st.Asked {
		if past {
			if _, ok := s.answers[s.base.Facts[s.base.Questions[x].Fact].ID]; ok {
				return true
			}
		}
		past = past || x == q
	}
	return false
}

func push(n *big.Int, d digit) {
	n.Mul(n, new(big.Int).SetUint64(d.radix))
	n.Add(n, new(big.Int).SetUint64(d.value))
}

func pop(n *big.Int, radix uint64) uint64 {
	var m big.Int
	n.QuoRem(n, new(big.Int).SetUint64(radix), &m)
	return m.Uint64()
}

func spell(n *big.Int) string {
	m := new(big.Int).Set(n)
	var b []byte
	for m.Sign() > 0 {
		b = append(b, codeAlphabet[pop(m, 32)])
	}
	for len(b) < 8 {
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

// A CodeError is a code that cannot be read. At is the character, from 1, where
// that is known.
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

// ReadCode is the inverse of [Session.Code]. It is lenient about how a person
// writes it: lower case, O for 0, I and L for 1, blanks, dashes, full-width
// characters. The error is a [*CodeError].
func (b *Base) ReadCode(code string, today fact.Date) (Answers, error) {
	n := new(big.Int)
	at := 0
	for _, r := range strings.ToUpper(width.Narrow.String(code)) {
		if strings.ContainsRune(" -‐‑‒–—―－\t\r\n.", r) {
			continue
		}
		at++
		switch r {
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		i := strings.IndexRune(codeAlphabet, r)
		if i < 0 || at > 400 {
			return nil, &CodeError{at, Text{ZH: fmt.Sprintf("续答码第 %d 个字符“%c”不对", at, r), EN: fmt.Sprintf("character %d of the code, %q, cannot be right", at, r)},
				Text{ZH: "只有数字和大写字母，没有 I、L、O、U", EN: "codes have digits and capital letters other than I, L, O and U"}}
		}
		push(n, digit{uint64(i), 32})
	}
	damaged := &CodeError{0, Text{ZH: "续答码抄错了或不完整", EN: "the code was copied wrongly or is incomplete"},
		Text{ZH: "请从纸上逐组核对", EN: "please compare it group by group"}}
	if at < 8 {
		return nil, damaged
	}
	check := uint16(pop(n, 1<<checkBits))
	if crc16(n.Bytes()) != check {
		return nil, damaged
	}
	if f := pop(n, 1<<formatBits); f != codeFormat {
		return nil, &CodeError{0, Text{ZH: "这个续答码是别的版本的程序做的", EN: "the code was made by another version of the program"},
			Text{ZH: "请用做它的那个版本打开，或重新回答", EN: "open it with that version, or answer anew"}}
	}
	if e := pop(n, 1<<editionBits); e != uint64(b.edition()) {
		return nil, &CodeError{0, Text{ZH: "这个续答码属于另一版问题，问题已经改过", EN: "the code belongs to another edition of the questions"},
			Text{ZH: "请用做它的那一版打开（报告上写着日期），或重新回答", EN: "open it with that edition (its date is on the report), or answer anew"}}
	}
	count := int(pop(n, 1<<countBits))
	a := Answers{}
	s := &State{Values: make([]fact.Value, len(b.Facts)), Next: -1, formulas: make([]Text, len(b.Calculations)), works: make([]func() Text, len(b.Calculations)), counted: make([]Reckoning, len(b.Deadlines))}
	r := replay{b: b, today: today, s: s, why: make([]uint16, 0, 64)}
	bad := false
	r.run(func(q int) (fact.Value, bool) {
		if count == 0 || bad {
			return fact.Value{}, false
		}
		count--
		f := b.Questions[q].Fact
		v, ok := b.unpack(n, f)
		bad = bad || !ok
		a[b.Facts[f].ID] = v
		return v, true
	})
	if bad || count > 0 || n.Sign() != 0 {
		return nil, damaged
	}
	return a, nil
}

var epoch = fact.NewDate(1990, 1, 1)

// dayRadix covers 1990 to 2099. The limits of a question move with today and
// would change the code's meaning from one day to the next.
var dayRadix = uint64(fact.NewDate(2100, 1, 1)-epoch) + 1

func (b *Base) pack(ds []digit, i int, v fact.Value) []digit {
	f := &b.Facts[i]
	n := uint64(len(f.Options))
	known := v.State == fact.Known
	one := func(radix uint64) []digit {
		if !known {
			return append(ds, digit{0, radix})
		}
		return append(ds, digit{uint64(v.N) + 1, radix})
	}
	switch f.Kind {
	case fact.Choice:
		return one(n + 1)
	case fact.Several:
		return one(1<<n + 1)
	case fact.YesNo:
		return one(3)
	case fact.Day:
		if !known {
			return append(ds, digit{0, dayRadix})
		}
		return append(ds, digit{uint64(v.Date()-epoch) + 1, dayRadix})
	case fact.Schedule:
		return packPlan(ds, v)
	case fact.History:
		if !known {
			return append(ds, digit{0, mostEvents + 2})
		}
		ev := v.Events[:min(len(v.Events), mostEvents)]
		ds = append(ds, digit{uint64(len(ev)) + 1, mostEvents + 2})
		for _, e := range ev {
			ds = append(ds, digit{uint64(e.On-epoch) + 1, dayRadix}, digit{uint64(e.What), n})
		}
		return ds
	}
	return packNumber(ds, v.N, known)
}

func (b *Base) unpack(n *big.Int, i int) (fact.Value, bool) {
	f := &b.Facts[i]
	k := uint64(len(f.Options))
	one := func(radix uint64) (fact.Value, bool) {
		x := pop(n, radix)
		if x == 0 {
			return fact.NotSure(), true
		}
		return fact.Of(int64(x) - 1), true
	}
	switch f.Kind {
	case fact.Choice:
		return one(k + 1)
	case fact.Several:
		return one(1<<k + 1)
	case fact.YesNo:
		return one(3)
	case fact.Day:
		x := pop(n, dayRadix)
		if x == 0 {
			return fact.NotSure(), true
		}
		return fact.OfDate(epoch + fact.Date(x) - 1), true
	case fact.Schedule:
		return unpackPlan(n)
	case fact.History:
		x := pop(n, mostEvents+2)
		if x == 0 {
			return fact.NotSure(), true
		}
		v := fact.Value{State: fact.Known}
		for range x - 1 {
			on := pop(n, dayRadix)
			v.Events = append(v.Events, fact.Event{On: epoch + fact.Date(on) - 1, What: int(pop(n, k))})
		}
		return v, true
	}
	return unpackNumber(n)
}

// Numbers are written by size: how many bits, in which unit (1, 100, 10,000),
// then the bits. Round amounts are short: 10,000 yuan costs seven bits and the
// size, not twenty.
const (
	sizes  = 48
	shapes = 1 + 3*sizes
)

var scales = [...]int64{1, 100, 10000}

func packNumber(ds []digit, x int64, known bool) []digit {
	if !known || x < 0 {
		return append(ds, digit{0, shapes})
	}
	unit := 0
	for u := len(scales) - 1; u > 0 && x > 0; u-- {
		if x%scales[u] == 0 {
			unit = u
			break
		}
	}
	m := uint64(x / scales[unit])
	size := uint64(bits.Len64(m))
	if size >= sizes {
		return append(ds, digit{0, shapes})
	}
	ds = append(ds, digit{1 + uint64(unit)*sizes + size, shapes})
	if size > 1 {
		ds = append(ds, digit{m &^ (1 << (size - 1)), 1 << (size - 1)})
	}
	return ds
}

func unpackNumber(n *big.Int) (fact.Value, bool) {
	x := pop(n, shapes)
	if x == 0 {
		return fact.NotSure(), true
	}
	unit, size := (x-1)/sizes, (x-1)%sizes
	m := uint64(0)
	if size > 0 {
		m = 1 << (size - 1)
	}
	if size > 1 {
		m |= pop(n, 1<<(size-1))
	}
	return fact.Of(int64(m) * scales[unit]), true
}

func packPlan(ds []digit, v fact.Value) []digit {
	p := v.Plan
	switch {
	case v.State != fact.Known || p == nil:
		return append(ds, digit{0, 4})
	case p.Periods > 0:
		return packNumber(packNumber(append(ds, digit{1, 4}), int64(p.Periods), true), int64(p.Each), true)
	case p.Days > 0:
		return packNumber(packNumber(append(ds, digit{2, 4}), int64(p.Days), true), int64(p.Total), true)
	}
	flow := p.Flow[:min(len(p.Flow), 255)]
	ds = append(ds, digit{3, 4}, digit{uint64(len(flow)), 256})
	for _, x := range flow {
		ds = packNumber(append(ds, digit{uint64(x.On-epoch) + 1, dayRadix}), int64(x.Amount), true)
	}
	return ds
}

func unpackPlan(n *big.Int) (fact.Value, bool) {
	kind := pop(n, 4)
	if kind == 0 {
		return fact.NotSure(), true
	}
	p := &fact.Plan{}
	v := fact.Value{State: fact.Known, Plan: p}
	if kind == 3 {
		for range pop(n, 256) {
			on := epoch + fact.Date(pop(n, dayRadix)) - 1
			x, _ := unpackNumber(n)
			p.Flow = append(p.Flow, fact.Payment{On: on, Amount: fact.Fen(x.N)})
		}
		return v, len(p.Flow) > 0
	}
	a, _ := unpackNumber(n)
	x, _ := unpackNumber(n)
	if kind == 1 {
		p.Periods, p.Each = int(a.N), fact.Fen(x.N)
	} else {
		p.Days, p.Total = int(a.N), fact.Fen(x.N)
	}
	return v, p.Sum() > 0
}

// edition is a fingerprint of what a code depends on: the questions, their
// order, options and conditions, and what those conditions read.
func (b *Base) edition() uint16 { return b.index.edition }

func (b *Base) fingerprint() uint16 {
	h := sha256.New()
	put := func(s string) { fmt.Fprintf(h, "%d:%s", len(s), s) }
	var expr func(e *cond.Expr)
	expr = func(e *cond.Expr) {
		if e == nil {
			put("nil")
			return
		}
		put(fmt.Sprint(e.Op, e.Set, e.Orelse, e.Bit, e.Lo, e.Hi, e.Unasked))
		if e.Atom() {
			put(b.Facts[e.Fact].ID)
		}
		for _, k := range e.Kids {
			expr(k)
		}
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		f := &b.Facts[q.Fact]
		put(f.ID + f.Kind.String())
		for k := range f.Options {
			put(f.Options[k].ID)
		}
		expr(q.When)
	}
	for i := range b.Derived {
		d := &b.Derived[i]
		put(b.Facts[d.Fact].ID)
		expr(d.When)
		for _, r := range d.Rows {
			expr(r)
		}
	}
	sum := h.Sum(nil)
	return binary.BigEndian.Uint16(sum) & (1<<editionBits - 1)
}

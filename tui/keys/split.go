package keys

import (
	"strings"
	"time"
	"unicode/utf8"
)

const (
	// mostSequence is the longest control sequence that is taken, in bytes;
	// the longest a terminal has a reason to send, a colour, has 27.
	mostSequence = 64
	// mostParameters is how many numbers one may have: the terminal's list of
	// what it can do has a dozen, a key six.
	mostParameters = 16
	// mostPaste bounds one pasted text, in bytes.
	mostPaste = 64 << 10
)

// How long what has begun may take to go on. The key Escape begins every
// sequence: it is itself when nothing follows.
const (
	keySilence      = 50 * time.Millisecond
	sequenceSilence = time.Second
	pasteSilence    = 5 * time.Second
)

const (
	esc  = 0x1b
	bell = 0x07
	can  = 0x18 // ends whatever has begun
	sub  = 0x1a // likewise
	del  = 0x7f
	st   = 0x9c // ends a string
)

const pasteBegin, pasteEnd = "\x1b[200~", "\x1b[201~"

// splitter cuts a terminal's bytes into printed text, control sequences and
// pasted texts. It keeps the beginning of at most one of them, bounded by the
// constants above.
type splitter struct {
	out     sink
	state   state
	seq     []byte // the sequence that has begun
	long    bool   // it is beyond the bounds: its end is waited for, no more kept
	wants   int    // bytes yet to come: of a character, or to be skipped
	printed []byte // printed text of this chunk
	paste   []byte
	mark    int // how much of the paste's end mark has come
}

// sink takes what was cut.
type sink interface {
	text(run []byte)
	sequence(seq []byte)
	pasted(text string)
}

type state uint8

const (
	ground    state = iota
	character       // in a character of several bytes
	escape          // after ESC, or ESC ESC
	single          // after ESC O
	control         // after ESC [
	command         // after ESC ]
	strung          // after ESC P, ESC X, ESC ^ or ESC _: of no use here
	closing         // after ESC inside one of the last two
	skipping        // the tail of a sequence that does not say its length
	pasting
)

// take cuts what has come.
func (s *splitter) take(chunk []byte) {
	for _, b := range chunk {
		for !s.step(b) {
			continue // it ended something and begins something else
		}
	}
	s.flush()
}

// patience is how long the terminal may be silent before [splitter.giveUp]; 0
// where nothing waits.
func (s *splitter) patience() time.Duration {
	switch {
	case s.state == ground || s.state == character:
		return 0
	case s.state == pasting:
		return pasteSilence
	case s.state == skipping || s.key():
		return keySilence
	}
	return sequenceSilence
}

// key reports whether what has begun is a key by itself, such as Escape or
// Alt and a bracket.
func (s *splitter) key() bool { return s.state == escape || len(s.seq) == 2 && !s.long }

// giveUp ends what has begun and does not go on.
func (s *splitter) giveUp() {
	switch {
	case s.state == pasting:
		s.endPaste()
	case s.key() && s.state != character:
		s.end()
	}
	s.drop()
}

// step takes a byte; false when it has to be taken once more, in the state
// that it brought about.
func (s *splitter) step(b byte) bool {
	switch s.state {
	case character:
		return s.inCharacter(b)
	case escape:
		return s.afterEscape(b)
	case single:
		return s.inSingle(b)
	case control:
		return s.inControl(b)
	case command, strung:
		return s.inString(b)
	case closing:
		return s.afterString(b)
	case skipping:
		if s.wants--; s.wants == 0 {
			s.drop()
		}
	case pasting:
		s.inPaste(b)
	default:
		s.begin(b)
	}
	return true
}

func (s *splitter) begin(b byte) {
	switch {
	case b == esc:
		s.seq, s.state = append(s.seq[:0], b), escape
	case b < ' ' || b == del:
		s.flush()
		s.out.sequence([]byte{b})
	case b < del:
		s.printed = append(s.printed, b)
	case b >= 0xc2 && b <= 0xf4:
		s.seq = s.seq[:0]
		s.lead(b)
	}
	// What is left is no beginning: a control of the eight-bit kind, or the
	// rest of a character whose beginning was lost.
}

// lead begins a character of two to four bytes.
func (s *splitter) lead(b byte) {
	s.seq, s.state, s.wants = append(s.seq, b), character, 1
	if b >= 0xe0 {
		s.wants++
	}
	if b >= 0xf0 {
		s.wants++
	}
}

func (s *splitter) inCharacter(b byte) bool {
	if b&0xc0 != 0x80 {
		s.drop()
		return false
	}
	s.seq = append(s.seq, b)
	if s.wants--; s.wants > 0 {
		return true
	}
	alone := s.seq[0] != esc
	r, _ := utf8.DecodeRune(s.seq[len(s.seq)-1-more(s.seq):])
	switch {
	case r == utf8.RuneError || r < 0xa0: // the eight-bit controls once more
		s.drop()
	case alone:
		s.printed = append(s.printed, s.seq...)
		s.drop()
	default:
		s.end()
	}
	return true
}

// more counts the bytes at the end that continue a character.
func more(b []byte) int {
	n := 0
	for n < len(b)-1 && b[len(b)-1-n]&0xc0 == 0x80 {
		n++
	}
	return n
}

func (s *splitter) afterEscape(b byte) bool {
	twice := len(s.seq) == 2 // Alt and a key that is itself a sequence
	switch {
	case b == '[':
		s.state = control
	case b == 'O':
		s.state = single
	case twice:
		s.end()
		return false
	case b == ']':
		s.state = command
	case b == 'P' || b == 'X' || b == '^' || b == '_':
		s.state = strung
	case b == esc:
		s.seq = append(s.seq, b)
		return true
	case b >= 0xc2 && b <= 0xf4:
		s.lead(b)
		return true
	case b >= 0x80:
		s.end()
		return true
	default:
		s.seq = append(s.seq, b)
		s.end()
		return true
	}
	s.seq = append(s.seq, b)
	return true
}

// keep adds a byte to the sequence, as long as it is within the bounds.
func (s *splitter) keep(b byte) {
	if len(s.seq) == mostSequence {
		s.long = true
	}
	if !s.long {
		s.seq = append(s.seq, b)
	}
}

// breakOff ends a sequence by a byte that cannot belong to it.
func (s *splitter) breakOff() bool {
	if s.key() {
		s.end()
	}
	s.drop()
	return false
}

func (s *splitter) inSingle(b byte) bool {
	switch {
	case b >= '0' && b <= '9':
		s.keep(b)
	case b <= ' ' || b >= del:
		return s.breakOff()
	case s.long:
		s.drop()
	default:
		s.keep(b)
		s.end()
	}
	return true
}

func (s *splitter) inControl(b byte) bool {
	switch {
	case b < ' ' || b >= del:
		return s.breakOff()
	case b < '@':
		s.keep(b)
		return true
	}
	s.keep(b)
	introducer := strings.IndexByte(string(s.seq), '[') + 1
	body := string(s.seq[introducer:])
	switch {
	case s.long || strings.Count(body, ";")+strings.Count(body, ":") >= mostParameters:
		s.drop()
	case body == "200~":
		s.flush()
		s.drop()
		s.state = pasting
	case body == "M": // the mouse of 1986: three bytes of any kind
		s.skip(3)
	case body == "[": // a function key of the Linux console: a letter
		s.skip(1)
	case b == '_' || b == 'M' && body[0] != '<': // a key of a Windows console, another old mouse
		s.drop()
	default:
		s.end()
	}
	return true
}

func (s *splitter) skip(n int) {
	s.drop()
	s.state, s.wants = skipping, n
}

func (s *splitter) inString(b byte) bool {
	switch {
	case b == esc:
		if s.key() { // Escape, a key and Escape
			return s.breakOff()
		}
		s.state = closing
	case b == can || b == sub:
		s.drop()
	case b == bell || b == st:
		s.endString(b)
	default:
		s.keep(b)
	}
	return true
}

func (s *splitter) afterString(b byte) bool {
	if b == '\\' {
		s.endString(bell)
		return true
	}
	s.drop()
	s.begin(esc)
	return false
}

// endString hands on what a terminal says of its colours, and nothing else
// that is put in a string.
func (s *splitter) endString(end byte) {
	body := string(s.seq)
	if !s.long && (strings.HasPrefix(body, "\x1b]10;") || strings.HasPrefix(body, "\x1b]11;") ||
		strings.HasPrefix(body, "\x1b]12;")) {
		s.seq = append(s.seq, end)
		s.end()
		return
	}
	s.drop()
}

// inPaste keeps what is pasted, up to the bound, and looks for its end.
func (s *splitter) inPaste(b byte) {
	if b == pasteEnd[s.mark] {
		if s.mark++; s.mark == len(pasteEnd) {
			s.endPaste()
		}
		return
	}
	// ESC stands only at the beginning of the mark.
	s.paste = append(s.paste, pasteEnd[:s.mark]...)
	s.mark = 0
	if b == esc {
		s.mark = 1
	} else {
		s.paste = append(s.paste, b)
	}
	if len(s.paste) > mostPaste {
		s.paste = s.paste[:mostPaste]
	}
}

func (s *splitter) endPaste() {
	s.out.pasted(strings.ToValidUTF8(string(s.paste), ""))
	s.paste, s.mark = nil, 0
	s.drop()
}

// end hands on the sequence.
func (s *splitter) end() {
	s.flush()
	seq := s.seq
	s.drop()
	s.out.sequence(seq)
}

// drop forgets the sequence.
func (s *splitter) drop() { s.seq, s.state, s.long, s.wants = s.seq[:0], ground, false, 0 }

// flush hands on the printed text, so that it comes before what follows it.
func (s *splitter) flush() {
	if len(s.printed) > 0 {
		s.out.text(s.printed)
		s.printed = s.printed[:0]
	}
}

package advisor_test

import (
	"flag"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

var full = flag.Bool("full", false, "try every case, not a sample")

// TestCodes packs cases and reads them back; most codes are short enough to be
// copied by hand.
func TestCodes(t *testing.T) {
	b := law(t)
	step := 6
	if *full {
		step = 1
	}
	longest, short, all := 0, 0, 0
	for i := 0; i < len(b.Cases); i += step {
		code := tryCode(t, b, &b.Cases[i])
		n := len(strings.ReplaceAll(code, "-", ""))
		longest = max(longest, n)
		if all++; n <= 60 {
			short++
		}
	}
	if short*100 < 95*all {
		t.Errorf("%d of %d codes have at most 60 characters, want 95%%; the longest has %d", short, all, longest)
	}
}

// tryCode is the code of a case answered to the end. It must read back, also
// written another way, and not with one character wrong.
func tryCode(t *testing.T, b *advisor.Base, c *advisor.Case) string {
	t.Helper()
	s := advisor.NewSession(b, advisor.Options{Today: c.Today})
	for s.State().Next >= 0 {
		id := b.Facts[b.Questions[s.State().Next].Fact].ID
		v, ok := c.Answers[id]
		if !ok {
			v = fact.NotSure()
		}
		if err := s.Answer(id, v); err != nil {
			t.Fatalf("%s: %v", c.Pos.File, err)
		}
	}
	code := s.Code()
	r, err := b.ReadCode(strings.ToLower(strings.ReplaceAll(code, "-", " ")), c.Today)
	if err != nil {
		t.Errorf("%s: %s: %v", c.Pos.File, code, err)
		return code
	}
	p := advisor.NewSession(b, advisor.Options{Today: c.Today})
	p.Load(r.Answers)
	if p.Code() != code || p.Report().Digest != s.Report().Digest {
		t.Errorf("%s: the code %s reads as another interview", c.Pos.File, code)
	}
	const characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	for _, k := range []int{0, len(code) / 2, len(code) - 1} {
		bad := []byte(code)
		if bad[k] == '-' {
			k++
		}
		bad[k] = characters[(strings.IndexByte(characters, bad[k])+1)%len(characters)]
		if _, err := b.ReadCode(string(bad), c.Today); err == nil {
			t.Errorf("%s: a wrong character in %s is not noticed", c.Pos.File, code)
		}
	}
	return code
}

package advisor_test

import (
	"reflect"
	"testing"

	"wangdai/advisor/fact"
)

// What is written of a value is read as that value: a field shows what was
// given before, and enter gives it again.
func TestWrittenIsReadBack(t *testing.T) {
	b := law(t)
	tried := map[fact.Kind]bool{}
	for i := range b.Cases {
		c := &b.Cases[i]
		for id, v := range c.Answers {
			_, k := b.Fact(id)
			if k < 0 || v.State != fact.Known {
				continue
			}
			text := b.Written(k, v)
			if text == "" {
				continue
			}
			got, err := b.ParseAnswer(k, text, c.Today)
			if err != nil || !reflect.DeepEqual(got, v) {
				t.Errorf("%s, %s: %q is read as %+v (%v), want %+v", c.Name, id, text, got, err, v)
			}
			tried[b.Facts[k].Kind] = true
		}
	}
	for _, k := range []fact.Kind{fact.Day, fact.Money, fact.Number, fact.Schedule, fact.History} {
		if !tried[k] {
			t.Errorf("no case has a %s", k)
		}
	}
}

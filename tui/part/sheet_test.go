package part

import (
	"runtime"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"wangdai/advisor/fact"
	"wangdai/tui/keymap"
)

// The page of all keys names each with what it does, at any width.
func TestAllKeys(t *testing.T) {
	m := keymap.On(keymap.Tick, keymap.Confirm, keymap.Down, keymap.Up, keymap.PageOn, keymap.PageBack, keymap.Why,
		keymap.Previous)
	for _, lang := range []string{"zh", "en"} {
		l := both()[lang]
		for w := 20; w <= 120; w++ {
			r := NewReader()
			r.Set(AllKeys(m.Sheet(lang), w))
			got := bare(text(r.View(w, 200, l)))
			for _, e := range m.Sheet(lang) {
				if !strings.Contains(got, bare(e.Keys+e.Help)) {
					t.Fatalf("%s, width %d: %s %s is not there:\n%s", lang, w, e.Keys, e.Help, got)
				}
			}
			for _, s := range r.View(w, 200, l) {
				if fault := misset(s, w); fault != "" {
					t.Fatalf("%s, width %d: %s", lang, w, fault)
				}
			}
		}
	}
}

// How much memory a visitor's parts keep: KiB/each.
func BenchmarkKept(b *testing.B) {
	l := both()["zh"]
	advice := advice(l) // pages have it from the report, which is not theirs
	rows := options(l, 209)
	for name, make := range map[string]func() any{
		"field": func() any { return NewField() },
		"longest field": func() any {
			f := NewField()
			_ = f.Set(strings.Repeat("钱", fact.MaxText/3))
			f.View(60, "", lipgloss.NewStyle())
			return f
		},
		"reader": func() any {
			r := NewReader()
			r.Set(advice)
			r.View(78, 20, l)
			return r
		},
		"picker": func() any {
			p := NewPicker(true, rows...)
			p.View(78, 20, l)
			return p
		},
	} {
		b.Run(name, func(b *testing.B) {
			const n = 200
			var before, after runtime.MemStats
			var kept [n]any
			for b.Loop() {
				clear(kept[:])
				runtime.GC()
				runtime.ReadMemStats(&before)
				for i := range kept {
					kept[i] = make()
				}
				runtime.GC()
				runtime.ReadMemStats(&after)
			}
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1024/n, "KiB/each")
			runtime.KeepAlive(kept)
		})
	}
}

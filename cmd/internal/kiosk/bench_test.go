package kiosk

import (
	"testing"
)

// BenchmarkFirstFrame is from connecting to the start page, one visitor at a
// time, client and server in one process.
func BenchmarkFirstFrame(b *testing.B) {
	n := serve(b)
	for b.Loop() {
		c, err := dial(n.addr, "x")
		if err != nil {
			b.Fatal(err)
		}
		v := visitor(b, c, "xterm-256color", 80, 24)
		v.out.wait(b, 0, motto)
		_ = c.Close()
	}
}

// BenchmarkKey is what a key costs the server, without the terminal: the
// answer to it and the frame drawn, on the page of a question.
func BenchmarkKey(b *testing.B) { benchKeys(b, "j", "k") }

// BenchmarkAnswer is the same for a key that answers a question, and the one
// that takes the answer back.
func BenchmarkAnswer(b *testing.B) { benchKeys(b, "1", "b") }

func benchKeys(b *testing.B, keys ...string) {
	n := serve(b)
	v := visitor(b, connect(b, n.addr, "x"), "xterm-256color", 80, 24)
	v.out.wait(b, 0, motto)
	v.begin(b)
	for i := 0; b.Loop(); i++ {
		at := len(v.out.String())
		v.press(keys[i%len(keys)])
		v.out.wait(b, at, "\x1b[?25h")
	}
}

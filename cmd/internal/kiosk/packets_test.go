package kiosk

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// packet is one of SFTP: a type, the number of the request, a text.
func packet(kind byte, text string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(1+4+4+len(text)))
	b = binary.BigEndian.AppendUint32(append(b, kind), 7)
	return append(binary.BigEndian.AppendUint32(b, uint32(len(text))), text...)
}

// subsystem is SFTP without a library that keeps to its rules.
func subsystem(t *testing.T, c *ssh.Client) (*ssh.Session, io.Writer, *bufio.Reader) {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	in, _ := s.StdinPipe()
	out, _ := s.StdoutPipe()
	if err := s.RequestSubsystem("sftp"); err != nil {
		t.Fatal(err)
	}
	_, _ = in.Write([]byte{0, 0, 0, 5, 1, 0, 0, 0, 3})
	return s, in, bufio.NewReader(out)
}

// openFolders opens folders and closes none, until the server has enough; it
// gives up after a number that used to take hundreds of megabytes.
func openFolders(t *testing.T, c *ssh.Client, name string) {
	t.Helper()
	s, in, out := subsystem(t, c)
	go func() { _, _ = io.Copy(io.Discard, out) }()
	p := packet(11, name)
	for range 20_000 {
		if _, err := in.Write(p); err != nil {
			_ = s.Wait()
			return
		}
	}
	t.Errorf("20000 folders named by %d bytes were asked for", len(name))
}

// TestPackets: what is beyond the bounds of SFTP ends that session, and what is
// within them does not.
func TestPackets(t *testing.T) {
	n := serve(t)
	most := n.law.Load().most()
	for name, x := range map[string]struct {
		send  []byte
		times int
		ends  bool
	}{
		"a name":             {packet(17, strings.Repeat("n", most)), 1, false},
		"a long name":        {packet(17, strings.Repeat("n", most+1)), 1, true},
		"a long name opened": {packet(11, strings.Repeat("n", most+1)), 1, true},
		"a long packet":      {packet(99, strings.Repeat("n", most+besideName)), 1, true},
		"nothing":            {[]byte{0, 0, 0, 0}, 1, true},
		"a quarter of all":   {packet(17, "/"), mostPackets / 4, false},
		"more than all":      {packet(17, "/"), mostPackets, true},
	} {
		s, in, out := subsystem(t, connect(t, n.addr, "x"))
		ended := make(chan struct{})
		go func() {
			_, _ = io.Copy(io.Discard, out)
			close(ended)
		}()
		for range x.times {
			_, _ = in.Write(x.send)
		}
		wait := patienceOfTests
		if !x.ends {
			wait = 300 * time.Millisecond
		}
		select {
		case <-ended:
			if !x.ends {
				t.Errorf("%s: the session ended", name)
			}
		case <-time.After(wait):
			if x.ends {
				t.Errorf("%s: the session goes on", name)
			}
		}
		_ = s.Close()
	}
	n.log.wait(t, 0, `"end":"flood"`)
}

// TestHandles: so many files and folders at a time, and each place is given
// back.
func TestHandles(t *testing.T) {
	n := serve(t)
	_, code := marked(t)
	c, err := sftp.NewClient(connect(t, n.addr, "x"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for range 3 {
		var open []*sftp.File
		for range mostHandles {
			f, err := c.Open(code + ".md")
			if err != nil {
				t.Fatalf("file %d: %v", len(open)+1, err)
			}
			open = append(open, f)
		}
		var status *sftp.StatusError
		if _, err := c.Open(code + ".md"); !errors.As(err, &status) || status.FxCode() != sftp.ErrSSHFxFailure {
			t.Errorf("one file more: %v", err)
		}
		if _, err := c.ReadDir("/"); err == nil {
			t.Error("a folder more was opened")
		}
		for _, f := range open {
			_ = f.Close()
		}
		for range 2 * mostHandles { // what fails, and what is closed at once, keeps no place
			_, _ = c.Open("no-code.md")
			if _, err := c.ReadDir("/"); err != nil {
				t.Fatal(err)
			}
		}
	}
}

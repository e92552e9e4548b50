package kiosk

import (
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"sync/atomic"

	"charm.land/ssh"
)

// The SFTP library takes packets of 256 KiB and names as long, keeps as many
// files open as it is asked to, and works for as long as it is asked. What
// reaches it is bounded here; a client that wants more is no client of files
// that are fetched, and its session ends.

const (
	// besideName is what a packet holds beside a name, at most. What is longer
	// is data, and nothing is taken.
	besideName = 256
	// mostPackets is how many one session may send. A report read a kilobyte
	// at a time takes some hundred.
	mostPackets = 4096
	// mostHandles is how many files and folders may be open at a time.
	mostHandles = 8
)

var errPackets = errors.New("so much is not taken by SFTP")

// named are the packets in which a name follows the number of the request, as
// version 3 of the protocol numbers them.
var named = []byte{
	3,  // open
	7,  // lstat
	9,  // setstat
	11, // opendir
	13, // remove
	14, // mkdir
	15, // rmdir
	16, // realpath
	17, // stat
	18, // rename
	19, // readlink
	20, // symlink
}

// packets is a visitor's channel as the SFTP library reads it: whole packets,
// so long as they are within the bounds.
type packets struct {
	ssh.Session
	v     *visit
	most  int // bytes of a name
	seen  int
	whole []byte
	rest  []byte // of the packet that is being read
}

// Close leaves closing the channel to the handler.
func (p *packets) Close() error { return nil }

// Read is the next part of the packets.
func (p *packets) Read(b []byte) (int, error) {
	if len(p.rest) == 0 {
		if err := p.next(); err != nil {
			return 0, err
		}
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

func (p *packets) next() error {
	if p.whole == nil {
		p.whole = make([]byte, 4+p.most+besideName)
	}
	if _, err := io.ReadFull(p.Session, p.whole[:4]); err != nil {
		return err
	}
	size := binary.BigEndian.Uint32(p.whole[:4])
	if p.seen++; size > uint32(len(p.whole)-4) || p.seen > mostPackets {
		p.v.end("flood")
		return errPackets
	}
	body := p.whole[4 : 4+size]
	if _, err := io.ReadFull(p.Session, body); err != nil {
		return err
	}
	const at = 1 + 4 // behind the type and the number of the request
	if len(body) >= at+4 && slices.Contains(named, body[0]) && binary.BigEndian.Uint32(body[at:]) > uint32(p.most) {
		p.v.end("flood")
		return errPackets
	}
	p.rest = p.whole[:4+size]
	return nil
}

// handles counts what is open.
type handles struct{ open atomic.Int32 }

func (h *handles) take() bool {
	if h.open.Add(1) > mostHandles {
		h.open.Add(-1)
		return false
	}
	return true
}

// Close gives one back; the library calls it for what it has been given, once.
func (h *handles) Close() error {
	h.open.Add(-1)
	return nil
}

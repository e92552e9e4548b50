package kiosk

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"charm.land/ssh"
	"github.com/pkg/sftp"

	"wangdai/advisor/typeset"
	"wangdai/cmd/internal/hall"
)

// CODE.md, CODE.pdf and so on are files that exist only while they are
// fetched: nothing is on a disk, nothing can be listed or written.

// sheaf makes such files for one visitor.
type sheaf struct {
	s    *Server
	ctx  context.Context
	g    *hall.Guest
	open handles

	mu   sync.Mutex // the library asks from several sides at once
	made int
	last string // name and content of the file made last, or why not: clients
	data []byte // ask for its size before they read it
	err  error
}

// mostMade is how many files one session may fetch.
const mostMade = 32

var errMade = errors.New("so many files at once are not given; connect again")

// file is the content of CODE.EXT, where EXT is a format.
func (f *sheaf) file(name string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	name = path.Base(path.Clean("/" + name))
	if name == f.last {
		return f.data, f.err
	}
	ext := strings.TrimPrefix(path.Ext(name), ".")
	if !slices.Contains(hall.Formats(), ext) {
		return nil, fs.ErrNotExist
	}
	if f.made++; f.made > mostMade {
		return nil, errMade
	}
	f.last = name
	f.data, f.err = f.s.paper(f.ctx, f.g, strings.TrimSuffix(name, path.Ext(name)), hall.Wish{Format: ext})
	if f.err != nil {
		// The protocol has no words for what is wrong with a code.
		_ = hall.Tell(f.g.Err, f.err, f.g.Lang)
		f.err = fs.ErrNotExist
	}
	return f.data, f.err
}

// sftp serves the files to what `scp` and `sftp` of OpenSSH 9 speak.
func (s *Server) sftp(sess ssh.Session) {
	v := visitOf(sess)
	v.kind = "file"
	f := &sheaf{s: s, ctx: sess.Context(), g: v.guest(sess)}
	srv := sftp.NewRequestServer(&packets{Session: sess, v: v, most: v.law.most()},
		sftp.Handlers{FileGet: f, FilePut: f, FileCmd: f, FileList: f})
	err := srv.Serve()
	if errors.Is(err, io.EOF) {
		err = nil
	}
	// The server is not closed before the status is sent: closing it closes
	// the channel, and scp would report a failure.
	status := 0
	if err != nil {
		status = hall.Failed
	}
	_ = sess.Exit(status)
	_ = srv.Close()
}

// Fileread opens CODE.EXT.
func (f *sheaf) Fileread(r *sftp.Request) (io.ReaderAt, error) {
	if !f.open.take() {
		return nil, sftp.ErrSSHFxFailure
	}
	data, err := f.file(r.Filepath)
	if err != nil {
		_ = f.open.Close()
		return nil, sftpError(err)
	}
	return struct {
		io.ReaderAt
		io.Closer
	}{bytes.NewReader(data), &f.open}, nil
}

// Filewrite refuses: nothing is taken from a visitor.
func (*sheaf) Filewrite(*sftp.Request) (io.WriterAt, error) {
	return nil, sftp.ErrSSHFxPermissionDenied
}

// Filecmd refuses: nothing here can be changed.
func (*sheaf) Filecmd(*sftp.Request) error { return sftp.ErrSSHFxPermissionDenied }

// Filelist lists nothing, and says how large CODE.EXT is.
func (f *sheaf) Filelist(r *sftp.Request) (sftp.ListerAt, error) {
	if r.Method == "List" {
		if !f.open.take() {
			return nil, sftp.ErrSSHFxFailure
		}
		return struct {
			infos
			io.Closer
		}{nil, &f.open}, nil
	}
	if r.Method != "Stat" {
		return nil, sftp.ErrSSHFxOpUnsupported
	}
	if p := path.Clean("/" + r.Filepath); p == "/" {
		return infos{info{name: "/", dir: true}}, nil
	}
	data, err := f.file(r.Filepath)
	if err != nil {
		return nil, sftpError(err)
	}
	return infos{info{name: path.Base(r.Filepath), size: int64(len(data))}}, nil
}

func sftpError(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return sftp.ErrSSHFxNoSuchFile
	}
	return sftp.ErrSSHFxFailure
}

type infos []os.FileInfo

// ListAt copies from an offset on.
func (l infos) ListAt(out []os.FileInfo, from int64) (int, error) {
	if from >= int64(len(l)) {
		return 0, io.EOF
	}
	n := copy(out, l[from:])
	if n < len(out) {
		return n, io.EOF
	}
	return n, nil
}

// info is a file that nobody can write. It has no date: it is made when asked
// for.
type info struct {
	name string
	size int64
	dir  bool
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Unix(0, 0) }
func (i info) IsDir() bool        { return i.dir }
func (i info) Sys() any           { return nil }
func (i info) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// scp is the far end of `scp -O HOST:CODE.md .`, the protocol before sftp:
// a header with size and name, the bytes, a zero, each answered by a zero.
func (s *Server) scp(sess ssh.Session, args []string) int {
	v := visitOf(sess)
	v.kind = "file"
	from, name := false, ""
	for _, a := range args {
		switch {
		case a == "-f":
			from = true
		case strings.HasPrefix(a, "-"):
		default:
			name = a
		}
	}
	fail := func(text string) int {
		v.end("refused")
		_, _ = io.WriteString(sess, "\x01wangdai: "+text+"\n")
		return hall.Failed
	}
	if !from {
		return fail(v.words().FetchOnly)
	}
	data, err := (&sheaf{s: s, ctx: sess.Context(), g: v.guest(sess)}).file(name)
	if err != nil {
		return fail(v.words().NoFile)
	}
	in := bufio.NewReaderSize(sess, 64)
	ok := func() bool { b, err := in.ReadByte(); return err == nil && b == 0 }
	if !ok() {
		return hall.Failed
	}
	_, _ = fmt.Fprintf(sess, "C0444 %d %s\n", len(data), typeset.Clean(path.Base(path.Clean("/"+name))))
	if !ok() {
		return hall.Failed
	}
	if _, err := sess.Write(append(data, 0)); err != nil || !ok() {
		return hall.Failed
	}
	return 0
}

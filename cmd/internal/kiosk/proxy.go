package kiosk

import (
	"errors"
	"net"
	"net/netip"
	"time"

	"github.com/pires/go-proxyproto"
)

// behindProxy is a listener that takes connections from the balancers of the
// settings only, each of which must begin with a PROXY protocol v2 header: a
// header says who the visitor is, and whoever may send one can be anyone.
func (s *Server) behindProxy(l net.Listener) net.Listener {
	if len(s.cfg.ProxyFrom) == 0 {
		return l
	}
	return &proxyproto.Listener{
		Listener: &trusted{l, s},
		ConnPolicy: func(proxyproto.ConnPolicyOptions) (proxyproto.Policy, error) {
			return proxyproto.REQUIRE, nil
		},
		ValidateHeader:    version2,
		ReadHeaderTimeout: 5 * time.Second,
	}
}

var errVersion = errors.New("PROXY protocol version 2 is wanted")

func version2(h *proxyproto.Header) error {
	if h.Version != 2 {
		return errVersion
	}
	return nil
}

// trusted refuses whoever is no balancer of ours.
type trusted struct {
	net.Listener
	s *Server
}

// Accept is the next connection from a balancer.
func (t *trusted) Accept() (net.Conn, error) {
	for {
		c, err := t.Listener.Accept()
		if err != nil || t.knows(c.RemoteAddr()) {
			return c, err
		}
		t.s.refused(noProxy)
		_ = c.Close()
	}
}

func (t *trusted) knows(a net.Addr) bool {
	ap, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return false
	}
	for _, p := range t.s.cfg.ProxyFrom {
		if p.Contains(ap.Addr().Unmap().WithZone("")) {
			return true
		}
	}
	return false
}

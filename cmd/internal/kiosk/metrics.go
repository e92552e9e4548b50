package kiosk

import (
	"context"
	"errors"
	"net"
	"net/http"
	"runtime"
	"time"

	"github.com/VictoriaMetrics/metrics"
)

// meters are a server's figures. None of them says anything of one visitor.
type meters struct {
	set        *metrics.Set
	first, key *metrics.Histogram // seconds
	panics     *metrics.Counter
	reloads    *metrics.Counter
	badReloads *metrics.Counter
	damper     damper
}

func newMeters(s *Server) *meters {
	set := metrics.NewSet()
	m := &meters{
		set:        set,
		first:      set.NewHistogram("wangdai_first_frame_seconds"),
		key:        set.NewHistogram("wangdai_key_seconds"),
		panics:     set.NewCounter("wangdai_panics_total"),
		reloads:    set.NewCounter(`wangdai_reloads_total{result="taken"}`),
		badReloads: set.NewCounter(`wangdai_reloads_total{result="refused"}`),
	}
	set.NewGauge("wangdai_sessions", func() float64 { return float64(s.sessions()) })
	set.NewGauge("wangdai_connections", func() float64 { return float64(s.limits.connections()) })
	set.NewGauge("wangdai_goroutines", func() float64 { return float64(runtime.NumGoroutine()) })
	set.NewGauge("wangdai_memory_bytes", func() float64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.Sys - m.HeapReleased)
	})
	return m
}

// The labels below are all from fixed lists: reasons, kinds and endings of
// ours, and the branches of the knowledge.

func (m *meters) refused(reason string) {
	m.set.GetOrCreateCounter(`wangdai_refused_total{reason="` + reason + `"}`).Inc()
}

func (m *meters) ended(kind, how string) {
	m.set.GetOrCreateCounter(`wangdai_sessions_total{kind="` + kind + `",end="` + how + `"}`).Inc()
}

func (m *meters) reported(branch string) {
	if branch == "" {
		branch = "unknown"
	}
	m.set.GetOrCreateCounter(`wangdai_reports_total{branch="` + branch + `"}`).Inc()
}

// Pages are /metrics for the operator and /healthz for the balancer, which
// answers 503 as soon as the server begins to stop.
func (s *Server) Pages() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4")
		s.metrics.set.WritePrometheus(w)
		metrics.WriteProcessMetrics(w)
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		if s.draining.Load() {
			http.Error(w, "stopping", http.StatusServiceUnavailable)
			return
		}
		_, _ = w.Write([]byte("ok\n"))
	})
	return mux
}

// ServePages serves [Server.Pages] until ctx ends.
func (s *Server) ServePages(ctx context.Context, l net.Listener) error {
	h := &http.Server{Handler: s.Pages(), ReadTimeout: 5 * time.Second, WriteTimeout: 10 * time.Second,
		MaxHeaderBytes: 8 << 10}
	stop := context.AfterFunc(ctx, func() { _ = h.Close() })
	defer stop()
	if err := h.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

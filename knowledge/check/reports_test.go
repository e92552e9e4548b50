package check

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
)

// What no sentence of a report or letter may hold.
var (
	unfilled  = regexp.MustCompile(`[{}]|\[[a-z][a-z0-9_]*\]|%!|<nil>|TODO|FIXME`)
	doubled   = regexp.MustCompile(`。[。；，：、.]|[，；：、][，；：、。]|[？！][。，；]|\.\.($|[^.])|[,;:][,;:.]|\.[;,]|[?!][.]|\S  \S| $|^ |（）|\(\)|“”|《》|""`)
	english   = regexp.MustCompile(`[A-Za-z]{2,}( [A-Za-z']+){3,}`)
	chinese   = regexp.MustCompile(`\p{Han}`)
	inBracket = regexp.MustCompile(`\([^()]*\)|the word \p{Han}+`)
)

// eachText calls visit with every string in v and the way to it.
func eachText(v reflect.Value, path string, visit func(path, s string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachText(v.Elem(), path, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			eachText(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), path+"[]", visit)
		}
	case reflect.String:
		visit(path, v.String())
	}
}

// misprint says what is wrong with a text of a report or letter, or "". The
// wording of a law is quoted in Chinese in both languages, and an English gist
// may name the Chinese number in brackets, or a word to look for.
func misprint(path, s string, l fact.Lang, letter bool) string {
	if strings.HasSuffix(path, ".To") && strings.Contains(path, ".WouldChange") {
		return "" // the value as a program reads it
	}
	if m := unfilled.FindString(s); m != "" {
		return "unfilled " + m
	}
	if m := doubled.FindString(s); m != "" && !(letter && strings.TrimSpace(m) != "" &&
		!strings.ContainsAny(m, ".,;:。，；：？！?!")) {
		return "doubled mark " + m
	}
	if strings.HasSuffix(path, ".Quote") || strings.HasSuffix(path, ".Source") {
		return ""
	}
	if l == fact.ZH && english.MatchString(s) {
		return "English in Chinese"
	}
	if l == fact.EN && chinese.MatchString(inBracket.ReplaceAllString(s, "")) {
		return "Chinese in English"
	}
	return ""
}

func TestMisprintIsSeen(t *testing.T) {
	for s, l := range map[string]fact.Lang{
		"到 {day} 为止": fact.ZH, "在[name]处": fact.ZH, "还款。。": fact.ZH, "查了吗？。": fact.ZH, "（）": fact.ZH,
		"please see the other page": fact.ZH,
		"Is it true?.":              fact.EN, "First pay 还款 then": fact.EN, "two  blanks": fact.EN, "end..": fact.EN,
	} {
		if misprint(".Text", s, l, false) == "" {
			t.Errorf("nothing is said of %q", s)
		}
	}
	for s, l := range map[string]fact.Lang{"还款。": fact.ZH, "拨 12368，用 EMS 寄": fact.ZH,
		"Pay within ten days (十日).": fact.EN} {
		if m := misprint(".Text", s, l, false); m != "" {
			t.Errorf("%q: %s", s, m)
		}
	}
}

// The reports and letters of all cases read well in both languages: nothing is
// unfilled, doubled, empty or in the other language; the first thing to do has
// not passed; steps stand in the order of their days; what has passed is not
// offered as open.
func TestReportsRead(t *testing.T) {
	b, problems := knowledge.Whole()
	if load.Faulty(problems) {
		t.Fatal("the knowledge does not load; see TestLawLoads")
	}
	said := map[string]bool{}
	for i := range b.Cases {
		c := &b.Cases[i]
		for _, l := range []fact.Lang{fact.ZH, fact.EN} {
			s := advisor.NewSession(b, advisor.Options{Today: c.Today, Lang: l})
			s.Load(c.Answers)
			r := s.Report()
			fault := func(what, text string) {
				if key := what + text; !said[key] {
					said[key] = true
					t.Errorf("%s (%s): %s: %q", c.Name, l, what, text)
				}
			}
			eachText(reflect.ValueOf(r), "", func(path, x string) {
				if m := misprint(path, x, l, false); m != "" {
					fault(path+": "+m, x)
				}
			})
			for _, d := range r.Drafts {
				letter, err := s.Draft(d.ID)
				if err != nil {
					fault("letter "+d.ID, err.Error())
					continue
				}
				letter.Chinese = nil
				eachText(reflect.ValueOf(letter), "letter "+d.ID, func(path, x string) {
					for _, blank := range letter.Blanks { // to be filled by hand
						x = strings.ReplaceAll(x, "["+blank+"]", "name")
					}
					if m := misprint(path, x, l, true); m != "" {
						fault(path+": "+m, x)
					}
				})
			}
			for _, x := range untimely(r) {
				fault("untimely", x)
			}
		}
	}
}

// untimely says what of a report is empty, late or out of order.
func untimely(r *advisor.Report) []string {
	var out []string
	if f := r.First; f != nil && (f.Text == "" || f.Date != "" && (f.Date < r.AsOf || f.Days < 0)) {
		out = append(out, "first: "+f.Text+f.Date)
	}
	for _, list := range [][]string{r.Situation, r.Evidence, r.Avoid, r.Lawyer.Reasons, r.Lawyer.How, r.NotCovered} {
		for _, x := range list {
			if strings.TrimSpace(x) == "" {
				out = append(out, "an empty item")
			}
		}
	}
	danger, urgency := map[string]bool{}, map[string]advisor.Urgency{}
	for _, f := range r.Findings {
		danger[f.ID] = f.Urgency == advisor.Danger
		if f.Urgency >= advisor.HasDeadline { // what waits goes by its day only
			urgency[f.ID] = f.Urgency
		}
	}
	for i, s := range r.Steps {
		if i == 0 {
			continue
		}
		p := r.Steps[i-1]
		if urgency[p.Finding] == urgency[s.Finding] && p.By != "" && s.By >= r.AsOf && s.By < p.By {
			out = append(out, p.By+" "+p.Text+" stands before "+s.By+" "+s.Text)
		}
		if danger[s.Finding] && !danger[p.Finding] {
			out = append(out, "danger comes late: "+s.Text)
		}
	}
	for _, d := range r.Deadlines {
		if (d.State == "open") != (d.Date >= r.AsOf) {
			out = append(out, d.ID+" "+d.Date+" is "+d.State)
		}
	}
	return out
}

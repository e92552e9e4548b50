package check

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
	"wangdai/knowledge/load"
)

// An Official is what comparing the law files with the official texts found.
type Official struct {
	Problems []load.Problem
	Articles int // compared
	Quotes   int
	Numbers  int
	Missing  []string // files that versions name and the folder does not hold
}

// CompareTexts compares each article that was read officially with the texts
// its version names, in that folder or one below it: the article exists under
// that number, its quotation stands there word for word, and so does every
// number of its gist.
func CompareTexts(b *advisor.Base, fsys fs.FS) (*Official, error) {
	where := map[string]string{}
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if _, ok := where[path.Base(p)]; !ok {
				where[path.Base(p)] = p
			}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	o := &comparison{Official: new(Official), fsys: fsys, where: where, texts: map[string]string{}}
	for i := range b.Laws {
		if err := o.law(&b.Laws[i]); err != nil {
			return nil, err
		}
	}
	slices.Sort(o.Missing)
	o.Missing = slices.Compact(o.Missing)
	o.Problems = load.Ordered(o.Problems)
	return o.Official, nil
}

type comparison struct {
	*Official
	fsys  fs.FS
	where map[string]string // path by file name
	texts map[string]string // by file name
}

func (o *comparison) text(name string) (string, bool, error) {
	if t, ok := o.texts[name]; ok {
		return t, true, nil
	}
	p, ok := o.where[name]
	if !ok {
		o.Missing = append(o.Missing, name)
		return "", false, nil
	}
	data, err := fs.ReadFile(o.fsys, p)
	if err != nil {
		return "", false, err
	}
	o.texts[name] = string(data)
	return o.texts[name], true, nil
}

// law compares every wording with every version it belongs to.
func (o *comparison) law(l *advisor.Law) error {
	for i := range l.Versions {
		v := &l.Versions[i]
		var texts []string
		whole := len(v.Files) > 0
		for _, name := range v.Files {
			t, ok, err := o.text(path.Base(name))
			if err != nil {
				return err
			}
			whole = whole && ok
			texts = append(texts, t)
		}
		if !whole {
			continue // Missing says so
		}
		for k := range l.Articles {
			if a := &l.Articles[k]; ofVersion(l, a, v) {
				o.article(l, a, v, texts)
			}
		}
	}
	return nil
}

// ofVersion reports whether the wording is the one that version has.
func ofVersion(l *advisor.Law, a *advisor.Article, v *advisor.Version) bool {
	for k := range l.Articles {
		if x := &l.Articles[k]; x.No == a.No && x.From <= v.From {
			return x == a
		}
	}
	return false
}

func (o *comparison) article(l *advisor.Law, a *advisor.Article, v *advisor.Version, texts []string) {
	no := a.No
	if a.Was != "" {
		no = a.Was
	}
	body := ""
	for _, t := range texts {
		if no == "whole" {
			body += t
		} else if x := provision(t, no); len(x) > len(body) {
			body = x
		}
	}
	name := words.Pair{
		ZH: l.Short.ZH + advisor.ArticleLabel(no, 0, 0, fact.ZH),
		EN: l.Short.EN + " " + advisor.ArticleLabel(no, 0, 0, fact.EN),
	}
	file := strings.Join(v.Files, "、")
	if body == "" {
		o.add(a.Pos, words.Proof.NotInText(name, file))
		return
	}
	o.Articles++
	bare := squeezed(body)
	if a.Quote != "" {
		o.Quotes++
		for _, part := range ellipsis().Split(a.Quote, -1) {
			if q := squeezed(part); !strings.Contains(bare, q) {
				o.add(a.Pos, words.Proof.QuoteDiffers(name, part, file, beginning(body, 120)))
			}
		}
	}
	// A gist may say which text it is of: 2008年文本.
	have := append(numbersIn(body, false), strconv.Itoa(v.From.Year()), strconv.Itoa(v.Adopted.Year()))
	for _, name := range v.Files {
		have = append(have, numbersIn(name, false)...)
	}
	for _, n := range numbersIn(a.Gist.ZH, true) {
		o.Numbers++
		if !slices.Contains(have, n) {
			o.add(a.Pos, words.Proof.NumberNotInText(name, n, file))
		}
	}
}

var (
	ellipsis = lazy.Regexp(`…+|\.{3,}`)
	item     = lazy.Regexp(`(?m)^([一二三四五六七八九十]+)、`)
	inserted = lazy.Regexp(`第([一二三四五六七八九十百]+)条(?:修改为)?：“`)
)

// provision is the wording of an article. A reply or notice counts its points
// 一、二、; a decision to amend gives the new articles within its own points.
func provision(text, no string) string {
	if x := advisor.OfficialArticle(text, no); x != "" {
		return x
	}
	items := item().FindAllStringSubmatchIndex(text, -1)
	point := func(from int) string {
		for _, m := range items {
			if m[0] > from {
				return text[from:m[0]]
			}
		}
		return text[from:]
	}
	amends := inserted().FindAllStringSubmatchIndex(text, -1)
	for _, m := range amends {
		if numbered(text[m[2]:m[3]], no) {
			return point(m[0])
		}
	}
	if len(amends) > 0 {
		return ""
	}
	for _, m := range items {
		if numbered(text[m[2]:m[3]], no) {
			return point(m[0])
		}
	}
	return ""
}

// numbered reports whether Han numerals are that number.
func numbered(han, no string) bool {
	n, ok := fact.ReadHan(han)
	return ok && strconv.FormatInt(n, 10) == no
}

func (o *comparison) add(at advisor.Pos, m words.Message) {
	o.Problems = append(o.Problems, problemAt(at, m))
}

// squeezed leaves out blanks and marks of the collection, which are no words
// of the law.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n　*#>“”\"‘’'", r) {
			return -1
		}
		return r
	}, s)
}

var (
	articleRef = lazy.Regexp(`第[〇零一二三四五六七八九十百千\d]+(?:条|款|项|章|编|节|号)(?:之[一二三四五六七八九十]+)?|\{[^}]*\}|〔\d+〕\d*号?`)
	arabic     = lazy.Regexp(`\d[\d,]*(?:\.\d+)?(?:万亿|亿|万|千|百)?`)
	han        = lazy.Regexp(`[〇零一二两三四五六七八九十百千万亿]+`)
	counted    = lazy.Regexp(`^(?:年|个?月|日|天|倍|元|小时|周|个工作日|周岁|人以上|条以上|次以上|分之|期)`)
)

// numbersIn are the numbers of a text, each as digits: 三十万 and 30万 are
// 300000, 百分之二十四 and 24% are 24. With only counts, Han numbers are taken
// where a unit of time, money or share follows: 一方 counts nothing.
func numbersIn(text string, only bool) []string {
	text = articleRef().ReplaceAllString(strings.ReplaceAll(fact.Fold(text), " ", ""), "|")
	var out []string
	for _, m := range arabic().FindAllString(text, -1) {
		digits := strings.TrimRight(m, "万亿千百")
		unit := m[len(digits):]
		f, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
		if err != nil {
			continue
		}
		if unit != "" {
			times, _ := fact.ReadHan("一" + unit)
			f *= float64(times)
		}
		out = append(out, strconv.FormatFloat(f, 'f', -1, 64))
	}
	text = arabic().ReplaceAllString(text, "|")
	for _, m := range han().FindAllStringIndex(text, -1) {
		word, rest, before := text[m[0]:m[1]], text[m[1]:], text[:m[0]]
		share := strings.HasSuffix(before, "分之")
		if word == "百" && strings.HasPrefix(rest, "分之") {
			continue
		}
		if only && (!share && !counted().MatchString(rest) || word == "一" && !share) {
			continue
		}
		if n, ok := fact.ReadHan(word); ok {
			out = append(out, strconv.FormatInt(n, 10))
		}
	}
	return out
}

// Stale lists what was last checked before that day: versions of laws in
// force, and tables of rates.
func Stale(b *advisor.Base, before fact.Date) []load.Problem {
	var out []load.Problem
	for i := range b.Laws {
		for k := range b.Laws[i].Versions {
			if v := &b.Laws[i].Versions[k]; v.Until == 0 && v.Checked < before {
				out = append(out, problemAt(v.Pos, words.Proof.LastChecked(words.Pair(b.Laws[i].Short),
					v.Checked.String())))
			}
		}
	}
	for i := range b.Rates {
		if r := &b.Rates[i]; r.Verified < before {
			out = append(out, problemAt(r.Pos, words.Proof.LastVerified(words.Pair(r.Label), r.Verified.String())))
		}
	}
	for i := range out {
		out[i].Warning = true
	}
	return load.Ordered(out)
}

// beginning is a text cut after n characters.
func beginning(s string, n int) string {
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	return string(rs[:n]) + "…"
}

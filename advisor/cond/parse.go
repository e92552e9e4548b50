package cond

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"

	"wangdai/advisor/fact"
)

// A Name is what a condition may say about a fact.
type Name struct {
	Index      int
	Kind       fact.Kind
	Label      string   // Chinese, for messages
	Options    []string // ids
	Unasked    int      // option that stands for "never asked"; -1 for none
	Calculated bool     // a number that a calculator gives: not for conditions
}

// Names is what a condition is checked against.
type Names interface {
	Lookup(id string) (Name, bool)
	All() []string // every fact's id
}

// A Fault is one thing wrong with a condition, told to the person who wrote it.
type Fault struct {
	Col  int // characters into the condition, from 0
	What fact.Text
	Fix  fact.Text
}

func (f *Fault) Error() string { return f.What.EN }

var (
	dates = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)
	units = regexp.MustCompile(`(\d[\d.]*)([%元])`)
	// longer words first: 并且 before 且
	chinese = [][2]string{{"并且", "and"}, {"而且", "and"}, {"或者", "or"}, {"不是", "not"}, {"等于", "=="}, {"大于", ">"}, {"小于", "<"}, {"或", "or"}, {"且", "and"}, {"非", "not"}}
)

// Parse compiles a condition. All faults it finds are returned together.
func Parse(src string, names Names) (*Expr, []*Fault) {
	if f := lint(src); f != nil {
		return nil, []*Fault{f}
	}
	// Dates, percentages and amounts are replaced by text of the same length,
	// so that the parser's columns stay those of the author. A unit becomes a
	// blank; the compiler looks it up in the source again.
	text := dates.ReplaceAllStringFunc(src, func(s string) string { return `"` + strings.ReplaceAll(s, "-", "") + `"` })
	text = units.ReplaceAllString(text, "$1 ")
	tree, err := parser.Parse(text)
	if err != nil {
		col := 0
		msg := err.Error()
		if fe, ok := err.(*file.Error); ok {
			col, msg = fe.Column, fe.Message
		}
		return nil, []*Fault{fault(col, "条件读不懂（"+msg+"）", "只用 and or not == != < <= > >= in、括号、事实名和选项名",
			"the condition cannot be read ("+msg+")", "use only and or not == != < <= > >= in, brackets, facts and options")}
	}
	c := &compiler{src: []rune(src), names: names}
	e := c.node(tree.Node)
	if len(c.faults) > 0 {
		return nil, c.faults
	}
	e.Src = src
	return e, nil
}

func fault(col int, zh, zhFix, en, enFix string) *Fault {
	return &Fault{Col: col, What: fact.Text{ZH: zh, EN: en}, Fix: fact.Text{ZH: zhFix, EN: enFix}}
}

// lint catches what a Chinese keyboard and common sense produce before the
// parser words it badly.
func lint(src string) *Fault {
	if strings.TrimSpace(src) == "" {
		return fault(0, "条件是空的", "写一个条件，或删掉 when:", "the condition is empty", "write one, or remove when:")
	}
	for i, r := range []rune(src) {
		switch {
		case strings.ContainsRune("“”‘’", r):
			return fault(i, "条件里有中文引号", "选项名不加引号", "curly quotes in a condition", "write option names without quotes")
		case r == '"' || r == '\'':
			return fault(i, "条件里有引号", "选项名、日期都不加引号", "quotes in a condition", "write options and dates without quotes")
		case r >= 0xff01 && r <= 0xff5e:
			return fault(i, fmt.Sprintf("条件里有全角符号“%c”", r), fmt.Sprintf("改成半角“%c”", r-0xfee0),
				fmt.Sprintf("full-width %q in a condition", r), fmt.Sprintf("write %q", r-0xfee0))
		case r == '。' || r == '、':
			return fault(i, fmt.Sprintf("条件里有“%c”", r), "改成半角逗号 ,", fmt.Sprintf("%q in a condition", r), "write a comma")
		}
	}
	for _, w := range chinese {
		word, is := w[0], w[1]
		if i := strings.Index(src, word); i >= 0 {
			return fault(utf8.RuneCountInString(src[:i]), "条件里写了「"+word+"」", "改成 "+is, "the Chinese word "+word+" in a condition", "write "+is)
		}
	}
	if m := regexp.MustCompile(`[^=!<>]=[^=]`).FindStringIndex(src); m != nil {
		return fault(utf8.RuneCountInString(src[:m[0]])+1, "条件里只有一个等号", "“等于”写成两个等号：==", "a single equals sign", "write == for equal")
	}
	return nil
}

type compiler struct {
	src    []rune
	names  Names
	faults []*Fault
}

func (c *compiler) bad(n ast.Node, zh, zhFix, en, enFix string) *Expr {
	// A binary node's own place is its operator; people look at where it begins.
	first := n
	for {
		b, ok := first.(*ast.BinaryNode)
		if !ok {
			break
		}
		first = b.Left
	}
	c.faults = append(c.faults, fault(first.Location().From, zh, zhFix, en, enFix))
	return &Expr{Op: Const}
}

func (c *compiler) at(e *Expr, n ast.Node) *Expr {
	e.Col, e.End = c.span(n)
	return e
}

// span is where the whole of n stands in the source. The parser's place of a
// comparison is its operator, and brackets are no nodes: so from the first
// word in it to the last, and over what closes there.
func (c *compiler) span(n ast.Node) (from, to int) {
	first, last := n, n
	for b, ok := first.(*ast.BinaryNode); ok; b, ok = first.(*ast.BinaryNode) {
		first = b.Left
	}
	for {
		if b, ok := last.(*ast.BinaryNode); ok {
			last = b.Right
		} else if u, ok := last.(*ast.UnaryNode); ok {
			last = u.Node
		} else if a, ok := last.(*ast.ArrayNode); ok && len(a.Nodes) > 0 {
			last = a.Nodes[len(a.Nodes)-1]
		} else {
			break
		}
	}
	from, to = first.Location().From, min(last.Location().To, len(c.src))
	if to < len(c.src) && (c.src[to] == '%' || c.src[to] == '元') {
		to++
	}
	open := 0
	for i := from; i < to; i++ {
		switch c.src[i] {
		case '(', '[':
			open++
		case ')', ']':
			open--
		}
	}
	for i := to; open > 0 && i < len(c.src); i++ {
		if c.src[i] == ')' || c.src[i] == ']' {
			open, to = open-1, i+1
		}
	}
	return from, to
}

func (c *compiler) node(n ast.Node) *Expr {
	switch n := n.(type) {
	case *ast.UnaryNode:
		if n.Operator == "not" || n.Operator == "!" {
			return c.at(&Expr{Op: Not, Kids: []*Expr{c.node(n.Node)}}, n)
		}
	case *ast.BinaryNode:
		switch n.Operator {
		case "and", "&&":
			return c.at(&Expr{Op: And, Kids: c.flat(And, "and", "&&", n)}, n)
		case "or", "||":
			return c.at(&Expr{Op: Or, Kids: c.flat(Or, "or", "||", n)}, n)
		case "==", "!=", "<", "<=", ">", ">=":
			return c.at(c.compare(n), n)
		case "in":
			return c.at(c.in(n), n)
		}
	case *ast.IdentifierNode:
		f, ok := c.fact(n, n.Value)
		if !ok {
			return &Expr{Op: Const}
		}
		if f.Kind != fact.YesNo {
			return c.bad(n, fmt.Sprintf("「%s」（%s）不是是非题，不能单独当条件", f.Label, n.Value), "写成 "+n.Value+" == 选项",
				n.Value+" is no yes/no fact and cannot stand alone", "write "+n.Value+" == option")
		}
		return c.at(c.atom(&Expr{Op: Yes, Fact: f.Index}, f, 1<<1), n)
	}
	return c.bad(n, fmt.Sprintf("条件里不能写“%s”", c.text(n)), "只用 and or not 比较 in", fmt.Sprintf("%q is not allowed in a condition", c.text(n)), "use only and, or, not, comparisons and in")
}

func (c *compiler) text(n ast.Node) string {
	l := n.Location()
	if l.From < 0 || l.To > len(c.src) || l.From >= l.To {
		return string(c.src)
	}
	return string(c.src[l.From:l.To])
}

// flat makes one node of a chain of the same operator: reasons read better.
func (c *compiler) flat(op Op, word, sign string, n *ast.BinaryNode) []*Expr {
	var kids []*Expr
	for _, side := range []ast.Node{n.Left, n.Right} {
		if b, ok := side.(*ast.BinaryNode); ok && (b.Operator == word || b.Operator == sign) {
			kids = append(kids, c.flat(op, word, sign, b)...)
			continue
		}
		kids = append(kids, c.node(side))
	}
	return kids
}

// atom says what e is worth where its fact was never asked. options is the
// set of options for which e is true.
func (c *compiler) atom(e *Expr, f Name, options uint64) *Expr {
	if f.Unasked >= 0 && (e.Op == In || e.Op == Has || e.Op == Yes) {
		e.Unasked = options>>uint(f.Unasked)&1 == 1
	}
	return e
}

func (c *compiler) fact(n ast.Node, id string) (Name, bool) {
	f, ok := c.names.Lookup(id)
	if !ok {
		zh, en := "全部事实见 wangdai questions", "see wangdai questions for all facts"
		if near := Nearest(id, c.names.All()); near != "" {
			zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
		}
		c.bad(n, "没有名为 "+id+" 的事实", zh, "there is no fact named "+id, en)
		return f, false
	}
	switch {
	case f.Calculated:
		c.bad(n, fmt.Sprintf("「%s」（%s）是算出来的数，不能写进条件", f.Label, id), "用同一计算给出的结论选项", id+" is a calculated number and cannot stand in a condition", "use the verdict that the same calculation gives")
		return f, false
	case f.Kind == fact.Schedule || f.Kind == fact.History:
		c.bad(n, fmt.Sprintf("「%s」（%s）只供计算，不能写进条件", f.Label, id), "用计算给出的结论选项", id+" is for calculators only", "use the verdict of a calculation")
		return f, false
	}
	return f, true
}

func (c *compiler) option(n ast.Node, f Name, id, name string) (int, bool) {
	for i, o := range f.Options {
		if o == name {
			return i, true
		}
	}
	zh, en := "选项有："+strings.Join(f.Options, "、"), "options: "+strings.Join(f.Options, ", ")
	if near := Nearest(name, f.Options); near != "" {
		zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
	}
	c.bad(n, fmt.Sprintf("「%s」（%s）没有选项 %s", f.Label, id, name), zh, id+" has no option "+name, en)
	return 0, false
}

// isFact reports whether a word names a fact and is no option.
func (c *compiler) isFact(id string, options []string) bool {
	_, ok := c.names.Lookup(id)
	return ok && !slices.Contains(options, id)
}

// in is `x in [a, b]` for a choice and `a in x` for several choices.
func (c *compiler) in(n *ast.BinaryNode) *Expr {
	if list, ok := n.Right.(*ast.ArrayNode); ok {
		left, ok := n.Left.(*ast.IdentifierNode)
		if !ok {
			return c.bad(n.Left, "in 左边要写事实名", "写成 事实 in [选项, 选项]", "a fact must stand left of in", "write fact in [option, option]")
		}
		f, ok := c.fact(left, left.Value)
		if !ok {
			return &Expr{Op: Const}
		}
		if f.Kind != fact.Choice {
			return c.bad(n, fmt.Sprintf("「%s」不是单选题，不能用 in [..]", f.Label), "多选题写成 选项 in "+left.Value, left.Value+" is no single choice", "for several choices write option in "+left.Value)
		}
		e := &Expr{Op: In, Fact: f.Index}
		for _, x := range list.Nodes {
			id, ok := x.(*ast.IdentifierNode)
			if !ok {
				c.bad(x, "方括号里只写选项名", "例：["+strings.Join(f.Options[:min(2, len(f.Options))], ", ")+"]", "only option names may stand in the brackets", "such as "+f.Options[0])
				continue
			}
			if id.Value == "unknown" {
				e.Orelse = true
			} else if i, ok := c.option(x, f, left.Value, id.Value); ok {
				e.Set |= 1 << uint(i)
			}
		}
		return c.atom(e, f, e.Set)
	}
	right, ok := n.Right.(*ast.IdentifierNode)
	left, ok2 := n.Left.(*ast.IdentifierNode)
	if !ok || !ok2 {
		return c.bad(n, "in 的两边写得不对", "单选写 事实 in [选项]，多选写 选项 in 事实", "in is not used rightly", "write fact in [option], or option in fact")
	}
	f, ok := c.fact(right, right.Value)
	if !ok {
		return &Expr{Op: Const}
	}
	if f.Kind != fact.Several {
		return c.bad(n, fmt.Sprintf("「%s」（%s）不是多选题", f.Label, right.Value), "写成 "+right.Value+" == "+left.Value, right.Value+" is not a several-choice fact", "write "+right.Value+" == "+left.Value)
	}
	i, ok := c.option(left, f, right.Value, left.Value)
	if !ok {
		return &Expr{Op: Const}
	}
	return c.atom(&Expr{Op: Has, Fact: f.Index, Bit: i}, f, 1<<uint(i))
}

func (c *compiler) compare(n *ast.BinaryNode) *Expr {
	left, ok := n.Left.(*ast.IdentifierNode)
	if !ok {
		return c.bad(n.Left, "比较的左边要写事实名", "写成 事实 == 选项", "a fact must stand on the left", "write fact == option")
	}
	f, ok := c.fact(left, left.Value)
	if !ok {
		return &Expr{Op: Const}
	}
	negate := func(e *Expr) *Expr {
		if n.Operator == "!=" {
			return &Expr{Op: Not, Kids: []*Expr{c.at(e, n)}}
		}
		return e
	}
	equal := n.Operator == "==" || n.Operator == "!="
	if id, ok := n.Right.(*ast.IdentifierNode); ok {
		switch {
		case id.Value == "unknown" && equal:
			return negate(&Expr{Op: IsUnknown, Fact: f.Index})
		case f.Kind == fact.Choice && equal && !c.isFact(id.Value, f.Options):
			i, ok := c.option(n.Right, f, left.Value, id.Value)
			if !ok {
				return &Expr{Op: Const}
			}
			return negate(c.atom(&Expr{Op: In, Fact: f.Index, Set: 1 << uint(i)}, f, 1<<uint(i)))
		case f.Kind == fact.YesNo && equal && (id.Value == "yes" || id.Value == "no"):
			e := c.atom(&Expr{Op: Yes, Fact: f.Index}, f, 1<<1)
			if id.Value == "no" {
				e = &Expr{Op: Range, Fact: f.Index}
			}
			return negate(e)
		case f.Kind == fact.Several:
			return c.bad(n, fmt.Sprintf("「%s」是多选题", f.Label), "写成 "+id.Value+" in "+left.Value, left.Value+" is a several-choice fact", "write "+id.Value+" in "+left.Value)
		}
		if _, ok := c.names.Lookup(id.Value); ok {
			return c.bad(n, "两个事实不能互相比较", "用一个计算，给出结论选项", "two facts cannot be compared", "use a calculation that gives a verdict")
		}
		return c.bad(n.Right, fmt.Sprintf("「%s」不能和 %s 比", f.Label, id.Value), "检查右边写的是什么", left.Value+" cannot be compared with "+id.Value, "check what stands on the right")
	}
	if !f.Kind.Ordered() {
		return c.bad(n.Right, fmt.Sprintf("「%s」（%s）要和选项比", f.Label, left.Value), "右边写选项名："+strings.Join(f.Options, "、"), left.Value+" is compared with options", "write an option on the right: "+strings.Join(f.Options, ", "))
	}
	k, ok := c.constant(n.Right, f)
	if !ok {
		return &Expr{Op: Const}
	}
	e := &Expr{Op: Range, Fact: f.Index, Lo: math.MinInt64, Hi: math.MaxInt64}
	switch n.Operator {
	case "==", "!=":
		e.Lo, e.Hi = k, k
	case "<":
		e.Hi = k - 1
	case "<=":
		e.Hi = k
	case ">":
		e.Lo = k + 1
	case ">=":
		e.Lo = k
	}
	return negate(e)
}

// constant reads the right side of a comparison, with its unit.
func (c *compiler) constant(n ast.Node, f Name) (int64, bool) {
	wrong := func(want, wantEN string) (int64, bool) {
		c.bad(n, fmt.Sprintf("「%s」的单位不对：写的是“%s”", f.Label, c.text(n)), "写成 "+want, "the unit does not fit the fact", "write "+wantEN)
		return 0, false
	}
	if s, ok := n.(*ast.StringNode); ok {
		if f.Kind != fact.Day {
			return wrong("数和单位", "a number with its unit")
		}
		iso := s.Value[:4] + "-" + s.Value[4:6] + "-" + s.Value[6:]
		d, err := fact.ISODate(iso)
		if err != nil {
			c.bad(n, "没有 "+iso+" 这一天", "检查月和日", "there is no day "+iso, "check month and day")
			return 0, false
		}
		return int64(d), true
	}
	var x float64
	switch v := n.(type) {
	case *ast.IntegerNode:
		x = float64(v.Value)
	case *ast.FloatNode:
		x = v.Value
	default:
		return wrong("一个数", "a number")
	}
	unit := ""
	if to := c.numberEnd(n); to < len(c.src) {
		unit = string(c.src[to])
	}
	digits := strconv.FormatFloat(x, 'f', -1, 64)
	switch f.Kind {
	case fact.Money:
		if unit != "元" {
			return wrong(digits+"元", digits+"元")
		}
		return int64(math.Round(x * 100)), true
	case fact.Percent:
		if unit != "%" {
			return wrong(digits+"%", digits+"%")
		}
		return int64(math.Round(x * 100)), true
	case fact.Number:
		if unit == "元" || unit == "%" || x != math.Trunc(x) {
			return wrong("不带单位的整数", "a whole number without unit")
		}
		return int64(x), true
	}
	return wrong("日期，例如 2020-08-20", "a date such as 2020-08-20")
}

// numberEnd is where the digits of a number end in the source.
func (c *compiler) numberEnd(n ast.Node) int {
	i := n.Location().From
	for i < len(c.src) && (c.src[i] >= '0' && c.src[i] <= '9' || c.src[i] == '.') {
		i++
	}
	return i
}

// mostWord is the longest word that is taken for a name mistyped: comparing
// costs its length times that of every name.
const mostWord = 64

// Nearest is the name that a typing mistake may have meant, or "".
func Nearest(word string, names []string) string {
	best, at := "", 3
	if utf8.RuneCountInString(word) > mostWord {
		return best
	}
	if len(word) < 4 {
		at = 2
	}
	for _, n := range names {
		if d := distance(word, n); d < at {
			best, at = n, d
		}
	}
	return best
}

// distance counts the letters to change, add, drop or swap.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	prev2, prev := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row := make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev = prev, row
	}
	return prev[len(y)]
}

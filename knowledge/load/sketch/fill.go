package sketch

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// entry fills up one entry of a list. A word alone is the name of an entry
// that has one, and else refers to an entry elsewhere.
func (d *drawing) entry(kind string, x *yaml.Node) *yaml.Node {
	s, known := shapes[kind]
	if x.Kind == yaml.ScalarNode && s.id != "" {
		x = &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{word(s.id), x}}
	}
	if x.Kind != yaml.MappingNode || !known {
		return x
	}
	for key, v := range s.defaults {
		if value(x, key) == nil {
			var n yaml.Node
			if err := yaml.Load([]byte(v), &n); err != nil {
				panic(err) // the table above is wrong
			}
			put(x, key, n.Content[0])
		}
	}
	name := d.name(s, x)
	for _, key := range s.texts {
		d.text(x, key, name)
	}
	for key, of := range s.lists {
		list := value(x, key)
		switch {
		case list == nil:
		case list.Kind == yaml.MappingNode:
			put(x, key, d.entry(of, list))
		default:
			for i, e := range list.Content {
				list.Content[i] = d.entry(of, e)
			}
		}
	}
	return x
}

// name is what texts that are left out are made of.
func (d *drawing) name(s shape, x *yaml.Node) string {
	if s.id == "name" && value(x, "name") == nil {
		d.texts++
		set(x, "name", fmt.Sprintf("某案 %d", d.texts))
	}
	if id := value(x, s.id); id != nil {
		return strings.ReplaceAll(id.Value, "_", " ")
	}
	d.texts++
	return fmt.Sprintf("thing %d", d.texts)
}

// plainTexts are what a thing is called; what else is said of it is marked.
var plainTexts = []string{"", "label", "title", "name", "term", "short"}

var placeholder = regexp.MustCompile(`\{[^{}]*\}|\[[a-z][a-z0-9_]*\]`)

// text fills up a text in two languages.
func (d *drawing) text(x *yaml.Node, key, name string) {
	at := x
	switch {
	case key == "":
	case key == "gist" && value(x, "was") != nil && value(x, "gist") == nil:
		return // an article that only moved keeps its gist
	case value(x, key) == nil:
		at = &yaml.Node{Kind: yaml.MappingNode}
		put(x, key, at)
	case value(x, key).Kind == yaml.ScalarNode:
		was := value(x, key).Value
		at = &yaml.Node{Kind: yaml.MappingNode}
		set(at, map[bool]string{true: "zh", false: "en"}[strings.ContainsFunc(was, han)], was)
		put(x, key, at)
	default:
		at = value(x, key)
	}
	zh, en := name, name
	if !slices.Contains(plainTexts, key) {
		zh, en = name+"（"+key+"）", name+" ("+key+")"
	}
	if value(at, "zh") == nil {
		set(at, "zh", "某 "+zh+holds(value(at, "en")))
	}
	if value(at, "en") == nil {
		set(at, "en", en+holds(value(at, "zh")))
	}
}

// holds are the placeholders of a text, which must stand in both languages.
func holds(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	out := ""
	for _, p := range placeholder.FindAllString(n.Value, -1) {
		out += " " + p
	}
	return out
}

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

func word(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s} }

// value is what stands under a key, or nil.
func value(x *yaml.Node, key string) *yaml.Node {
	if x.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(x.Content); i += 2 {
		if x.Content[i].Value == key {
			return x.Content[i+1]
		}
	}
	return nil
}

func put(x *yaml.Node, key string, v *yaml.Node) {
	for i := 0; i+1 < len(x.Content); i += 2 {
		if x.Content[i].Value == key {
			x.Content[i+1] = v
			return
		}
	}
	x.Content = append(x.Content, word(key), v)
}

func set(x *yaml.Node, key, v string) { put(x, key, word(v)) }

var bare = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]*$`)

// flow is a node in one line. The knowledge files are read line by line first,
// and quoted words in braces are the one form that no line of text can upset.
func flow(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		var pairs []string
		for i := 0; i+1 < len(n.Content); i += 2 {
			pairs = append(pairs, flow(n.Content[i])+": "+flow(n.Content[i+1]))
		}
		return "{" + strings.Join(pairs, ", ") + "}"
	case yaml.SequenceNode:
		var words []string
		for _, k := range n.Content {
			words = append(words, flow(k))
		}
		return "[" + strings.Join(words, ", ") + "]"
	}
	if bare.MatchString(n.Value) {
		return n.Value
	}
	return strconv.Quote(n.Value)
}

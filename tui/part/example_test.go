package part_test

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wangdai/tui/keymap"
	"wangdai/tui/look"
	"wangdai/tui/part"
)

// A page names its acts, hands them on to its part, and does itself what is no
// part's.
func Example() {
	l := part.LookIn("en", look.For(colorprofile.ASCII))
	list := part.NewPicker(true, part.Row{Text: "collectors call my mother"}, part.Row{Text: "I cannot pay"},
		part.Row{Text: "none of these", Alone: true}, part.Row{Text: "not sure", Free: true})
	keys := keymap.On(keymap.Tick, keymap.Confirm, keymap.Why, keymap.Previous, keymap.TickNumber, keymap.Up,
		keymap.Down).Numbers(list.Len())

	for _, msg := range []tea.KeyPressMsg{{Code: '2', Text: "２"}, {Code: tea.KeyUp}, {Code: 'x', Text: "x"},
		{Code: 'w', Text: "w"}} {
		key := keymap.Of(msg)
		switch act := keys.Act(key); {
		case list.Do(act): // up, down, pages, tick
		case act == keymap.TickNumber:
			list.Tick(list.Number(key.Digit()))
		case act == keymap.Why:
			fmt.Println("why")
		}
	}
	for _, line := range list.View(40, 8, l) {
		fmt.Println(ansi.Strip(line))
	}
	fmt.Println(list.Ticked(), "cursor on line", list.Cursor())
	fmt.Println(ansi.Strip(keys.Foot("en", 60, "12356", l.Theme).Text))
	// Output:
	// why
	// › 1 [x] collectors call my mother
	//   2 [x] I cannot pay
	//   3 [ ] none of these
	//   4     not sure
	// [0 1] cursor on line 0
	// space tick  Enter OK  w why  0 help now  12356   ? all keys
}

// A text is given in paragraphs; titles fold, and what has an ID can be opened.
func ExampleReader() {
	l := part.LookIn("zh", look.For(colorprofile.ASCII))
	text := part.NewReader()
	text.Set([]part.Para{
		{Lead: "▌ ", Hang: "▌ ", Text: "不会。资料真实、只是还不上，是民事欠款，不是犯罪。"},
		{Text: "结论与法条", ID: "law", Folds: true},
		{Text: "民法典第675条", ID: "民法典675"},
	})
	text.View(30, 10, l) // the first title is chosen
	text.Find("675")     // also where it is folded away
	for _, line := range text.View(30, 10, l) {
		fmt.Println(ansi.Strip(line))
	}
	fmt.Println(text.Where(l), text.Matches(l))
	fmt.Println("enter opens", text.Chosen())
	// Output:
	// ▌ 不会。资料真实、只是还不上，
	// ▌ 是民事欠款，不是犯罪。
	//   - 结论与法条
	// › 民法典第675条
	// 1–4 / 4 “675”第 1 处，共 1 处
	// enter opens 民法典675
}

package words

// A Key is what is said of something that a key does: its name in the line of
// keys, and what it does, on the page of all keys.
type Key struct{ Name, Help string }

// Keys are the names of everything that a key does, and of the keys that are
// not called by the character they type. One thing may have several names:
// enter opens here and changes there.
type Keys struct {
	Enter, Space, Tab, ShiftTab, Esc    string // keys
	Home, End, PageUp, PageDown, Delete string

	Confirm, GoOn, Open, Change, Keep, FindThis, Unfold Key // enter
	Choose, TickNumber, Tick, Filter                    Key
	Up, Down, PageBack, PageOn, Top, Bottom             Key
	Find, NextHit, LastHit, NextPart, LastPart          Key
	Type, LeaveField, NextField, LastField, Add, Remove Key
	Back, Previous, Undo, Unsure, Why, Review, Advice   Key
	More, Deeper, Code, Law, Calculators, Letters       Key
	Take, Terms, Copy, QR, Save                         Key
	Yes, Danger, AllKeys, AllKeysShort, Quit            Key
	LeaveNow                                            Key
}

var keysZH = Keys{
	Enter: "回车", Space: "空格", Tab: "tab", ShiftTab: "shift+tab", Esc: "esc",
	Home: "home", End: "end", PageUp: "pgup", PageDown: "pgdn", Delete: "del",

	Confirm:      Key{"确定", "就是这一项，往下走"},
	GoOn:         Key{"继续", "往下走"},
	Open:         Key{"打开", "打开这一项"},
	Change:       Key{"修改", "改这一项；会带来什么变化，先给您看"},
	Keep:         Key{"存", "存下这一种"},
	FindThis:     Key{"查找", "找写好的词"},
	Unfold:       Key{"展开", "展开或收起这一段；是法条就打开它"},
	Choose:       Key{"选择", "选这个编号"},
	TickNumber:   Key{"勾选", "给这个编号打勾，再按一次取消"},
	Tick:         Key{"勾选", "给这一项打勾，再按一次取消"},
	Filter:       Key{"打字找", "打字，只留下相近的"},
	Up:           Key{"上移", "往上"},
	Down:         Key{"移动", "往下"},
	PageBack:     Key{"上一屏", "往上翻一屏"},
	PageOn:       Key{"下一屏", "往下翻一屏"},
	Top:          Key{"最前", "回到最前面"},
	Bottom:       Key{"最后", "到最后面"},
	Find:         Key{"查找", "在这一页里找词"},
	NextHit:      Key{"下一处", "到下一处找到的词"},
	LastHit:      Key{"上一处", "回上一处找到的词"},
	NextPart:     Key{"下一部分", "到下一部分"},
	LastPart:     Key{"上一部分", "回上一部分"},
	Type:         Key{"打字", "用自己的话写"},
	LeaveField:   Key{"不打字了", "离开输入框，写的还在"},
	NextField:    Key{"下一格", "到下一格"},
	LastField:    Key{"上一格", "回上一格"},
	Add:          Key{"加一笔", "再加一笔"},
	Remove:       Key{"删掉", "删掉这一笔"},
	Back:         Key{"返回", "回到上一页"},
	Previous:     Key{"上一题", "回到上一题，答过的还在"},
	Undo:         Key{"撤回", "撤回刚才那一步"},
	Unsure:       Key{"不清楚", "这一题不清楚，先放着"},
	Why:          Key{"为什么", "为什么问这一题"},
	Review:       Key{"回看", "看已经答的，可以改"},
	Advice:       Key{"先看建议", "按已经答的看建议，没答的空着"},
	More:         Key{"还想问", "还想问别的"},
	Deeper:       Key{"问得更深", "把您问的问得更深"},
	Code:         Key{"续答码", "用续答码接着答"},
	Law:          Key{"法条", "查法条"},
	Calculators:  Key{"计算器", "算利息、利率、期限"},
	Letters:      Key{"文书", "写函件和文书"},
	Take:         Key{"带走", "把建议存成文件或抄下来"},
	Terms:        Key{"名词", "法律名词是什么意思"},
	Copy:         Key{"复制", "复制到剪贴板（终端支持的话）"},
	QR:           Key{"二维码", "显示二维码"},
	Save:         Key{"保存", "存成文件"},
	Yes:          Key{"是", "是的"},
	Danger:       Key{"求助", "有危险、有轻生念头：先看这里"},
	AllKeys:      Key{"全部按键", "这一页的全部按键"},
	AllKeysShort: Key{"按键", "这一页的全部按键"},
	Quit:         Key{"退出", "退出，会先问一次"},
	LeaveNow:     Key{"立即离开", "立即离开，不问，不留下回答；打字时也行"},
}

var keysEN = Keys{
	Enter: "Enter", Space: "space", Tab: "tab", ShiftTab: "shift+tab", Esc: "esc",
	Home: "home", End: "end", PageUp: "pgup", PageDown: "pgdn", Delete: "del",

	Confirm:      Key{"OK", "take this one and go on"},
	GoOn:         Key{"go on", "go on"},
	Open:         Key{"open", "open this one"},
	Change:       Key{"change", "change this one; what follows from it is shown first"},
	Keep:         Key{"save", "save this kind"},
	FindThis:     Key{"find", "find the words typed"},
	Unfold:       Key{"unfold", "unfold or fold this part; open it where it is an article"},
	Choose:       Key{"choose", "choose that number"},
	TickNumber:   Key{"tick", "tick that number; once more takes it back"},
	Tick:         Key{"tick", "tick this one; once more takes it back"},
	Filter:       Key{"type to find", "type, and only what is like it stays"},
	Up:           Key{"up", "up"},
	Down:         Key{"move", "down"},
	PageBack:     Key{"page up", "a screen up"},
	PageOn:       Key{"page down", "a screen down"},
	Top:          Key{"top", "to the beginning"},
	Bottom:       Key{"end", "to the end"},
	Find:         Key{"find", "find words on this page"},
	NextHit:      Key{"next", "to the next place found"},
	LastHit:      Key{"previous", "back to the place found before"},
	NextPart:     Key{"next part", "to the next part"},
	LastPart:     Key{"previous part", "back to the part before"},
	Type:         Key{"type", "say it in your own words"},
	LeaveField:   Key{"stop typing", "leave the field; what was typed stays"},
	NextField:    Key{"next field", "to the next field"},
	LastField:    Key{"field before", "back to the field before"},
	Add:          Key{"add", "add one more"},
	Remove:       Key{"remove", "remove this one"},
	Back:         Key{"back", "to the page before"},
	Previous:     Key{"back", "to the question before; its answer is still there"},
	Undo:         Key{"undo", "take the last step back"},
	Unsure:       Key{"not sure", "not sure; leave it open for now"},
	Why:          Key{"why", "why this is asked"},
	Review:       Key{"review", "see what you answered, and change it"},
	Advice:       Key{"advice now", "advice on what is answered, with the rest left open"},
	More:         Key{"ask more", "ask something else"},
	Deeper:       Key{"deeper", "go deeper into what you asked"},
	Code:         Key{"code", "go on from a code"},
	Law:          Key{"law", "look up the law"},
	Calculators:  Key{"calculators", "work out interest, rates and time limits"},
	Letters:      Key{"letters", "write letters and court papers"},
	Take:         Key{"take with you", "save the advice as a file, or write it down"},
	Terms:        Key{"terms", "what the words of the law mean"},
	Copy:         Key{"copy", "copy to the clipboard, where the terminal can"},
	QR:           Key{"QR code", "show a QR code"},
	Save:         Key{"save", "save as a file"},
	Yes:          Key{"yes", "yes"},
	Danger:       Key{"help now", "in danger, or thinking of ending your life: read this first"},
	AllKeys:      Key{"all keys", "all keys of this page"},
	AllKeysShort: Key{"keys", "all keys of this page"},
	Quit:         Key{"quit", "quit; asks once before"},
	LeaveNow:     Key{"leave now", "leave at once, unasked, keeping no answer; also while typing"},
}

// KeysIn is the names of keys in a language: zh or en.
func KeysIn(lang string) *Keys {
	if lang == "en" {
		return &keysEN
	}
	return &keysZH
}

// OtherLanguage is the key that changes the language, named in the other one.
func (k *Keys) OtherLanguage() Key {
	if k == &keysEN {
		return Key{"中文", "换成中文 (Chinese)"}
	}
	return Key{"English", "switch to English（英文）"}
}

// Parts is what lists, texts and pictures say of themselves.
type Parts struct {
	Above, Below  string // how many entries stand further up, and down
	Nothing       string // of a list in which nothing is like what was typed
	Where         string // first and last line on the screen, and how many there are
	Found         string // the words, which of the places, and how many there are
	NotFound      string // the words
	Folded, Shown string // before the title of a part
	Colon         string // between the head of a column and what stands in it
}

var partsZH = Parts{
	Above: "↑ 上面还有 %d 项", Below: "↓ 下面还有 %d 项", Nothing: "没有相近的。",
	Where: "%d–%d / %d", Found: "“%s”第 %d 处，共 %d 处", NotFound: "没有找到“%s”",
	Folded: "+ ", Shown: "- ", Colon: "：",
}

var partsEN = Parts{
	Above: "↑ %d more above", Below: "↓ %d more below", Nothing: "Nothing is like it.",
	Where: "%d–%d / %d", Found: `matches for "%s" (%d of %d)`, NotFound: `no matches for "%s"`,
	Folded: "+ ", Shown: "- ", Colon: ": ",
}

// PartsIn is these words in a language: zh or en.
func PartsIn(lang string) *Parts {
	if lang == "en" {
		return &partsEN
	}
	return &partsZH
}

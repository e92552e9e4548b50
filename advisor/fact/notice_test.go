package fact

import (
	"errors"
	"fmt"
	"testing"

	"wangdai/advisor/words"
)

func TestNoticeIn(t *testing.T) {
	type about struct {
		where string
		Notice
	}
	month := NoticeOf(words.Message{ZH: "没有 13 月", ZHFix: "请写年月日", EN: "there is no month 13",
		ENFix: "write year, month and day"})
	_, read := ReadDate("2026-13-01")
	for name, err := range map[string]error{
		"a notice":        month,
		"a wrapped one":   fmt.Errorf("line 3: %w", month),
		"an embedded one": &about{"day", month},
	} {
		if got, ok := NoticeIn(err); !ok || got != month {
			t.Errorf("in %s: %+v, %v", name, got, ok)
		}
	}
	if got, ok := NoticeIn(read); !ok || got.What != month.What || got.Fix.IsZero() {
		t.Errorf("in what a reader says: %+v, %v", got, ok)
	}
	if got, ok := NoticeIn(errors.New("disk full")); ok {
		t.Errorf("in an error without a notice: %+v", got)
	}
}

func ExampleNotice() {
	n := NoticeOf(words.Message{ZH: "没有 13 月", ZHFix: "请写年月日", EN: "there is no month 13",
		ENFix: "write year, month and day"})
	fmt.Println(n.In(ZH))
	fmt.Println(n)
	fmt.Println(Notice{What: Text{"还没有答", "not answered"}}.In(EN))
	// Output:
	// 没有 13 月；请写年月日
	// there is no month 13; write year, month and day
	// not answered
}

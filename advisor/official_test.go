package advisor

import "testing"

func TestReadArticleNo(t *testing.T) {
	for s, want := range map[string]string{
		"670": "670", "１８８": "188", "第 188 条": "188", "第條": "第條", "188-": "188-", "之一": "之一",
		"第670条": "670", " 第670条 ": "670", "293-1": "293-1", "第293条之一": "293-1", "293之1": "293-1",
		"六百七十六": "676", "第二百九十三条之十": "293-10", "670 bis": "670 bis", "": "",
	} {
		if got := ReadArticleNo(s); got != want {
			t.Errorf("%q is read as %q, want %q", s, got, want)
		}
	}
}

package fact

import "testing"

func TestReadHan(t *testing.T) {
	for s, want := range map[string]int64{
		"一": 1, "十": 10, "十二": 12, "二十": 20, "六百七十六": 676, "一百〇二": 102, "一百零二": 102, "一百一十": 110,
		"一百二": 120,
		"百":   100, "两千": 2000, "六千八": 6800, "三千零五": 3005, "三千〇五十": 3050, "壹万贰仟": 12000,
		"一万二": 12000, "一万二千三百": 12300,
		"十万": 100_000, "三十万": 300_000, "百万": 1_000_000, "两千万": 20_000_000, "一亿": 1e8, "一亿二": 120_000_000,
		"一亿零五万": 100_050_000,
		"一万亿":   1e12, "二〇二六": 2026, "一二": 12, "676": 676, "〇": 0,
	} {
		if got, ok := ReadHan(s); !ok || got != want {
			t.Errorf("ReadHan(%q) = %d, %v; want %d", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "万", "亿", "百百", "百千", "一千千", "十百", "零百", "一百零", "一万一万",
		"一亿亿亿", "甲", "12三", "一百二三", "99999999999999999999", "亿万"} {
		if got, ok := ReadHan(s); ok {
			t.Errorf("ReadHan(%q) = %d, want none", s, got)
		}
	}
}

func TestHanDigit(t *testing.T) {
	for s, want := range map[string]string{"1": "一", "10": "十", "11": "11", "0": "0", "x": "x"} {
		if got := HanDigit(s); got != want {
			t.Errorf("HanDigit(%q) = %q, want %q", s, got, want)
		}
	}
}

// Package font holds the typeface of the PDF export: Noto Sans SC Regular,
// cut down to the characters of GB 2312, Latin-1, the signs and Han characters
// used in the knowledge and the laws it cites, and those of formulas. It is under the SIL
// Open Font License 1.1, in OFL.txt; the reserved name of that licence is
// "Source", so the cut font may keep the name Noto.
//
// It is the one place below advisor that embeds a file.
//
// Made from NotoSansSC_400Regular.ttf of the npm package
// @expo-google-fonts/noto-sans-sc 0.4.3 with
//
//	pyftsubset NotoSansSC_400Regular.ttf --text-file=chars.txt --layout-features= \
//	  --no-hinting --name-IDs='*' --notdef-outline --output-file=NotoSansSC-Regular.ttf
//	gzip -9n NotoSansSC-Regular.ttf
package font

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"sync"
)

// packed is the typeface at two thirds of its size; only a PDF unpacks it.
//
//go:embed NotoSansSC-Regular.ttf.gz
var packed []byte

// Regular is the typeface: TrueType outlines, no hinting, no layout features.
// It is shared and must not be changed.
var Regular = sync.OnceValue(func() []byte {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err) // the file is part of the program
	}
	var data bytes.Buffer
	data.Grow(2 * len(packed))
	if _, err := data.ReadFrom(r); err != nil {
		panic(err)
	}
	return data.Bytes()
})

// Licence is the text of its licence.
//
//go:embed OFL.txt
var Licence string

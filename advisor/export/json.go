package export

import (
	"encoding/json"
	"io"

	"wangdai/advisor"
)

// writeJSON writes the report as it is, in the form that report.schema.json
// describes: fields in the order of the type, two blanks a level, and < > &
// left alone, since nobody embeds this in a web page.
func writeJSON(w io.Writer, r *advisor.Report, _ Options) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

import type { ExportedFile } from './json-format';

/*
 * What reads the tables in R and Python, beside them in the folder. Both take names and types from datapackage.json,
 * so that they fit whatever attributes a project has, and need nothing that does not come with the language.
 */

const python = `"""Reads the tables of this folder:  tables = load();  tables["annotations"][0]["quote"]

Each table is a list of rows, each row a dict. An empty cell is None. With pandas:
pandas.DataFrame(load()["annotations"]). Needs Python 3.8 and nothing else.
"""
import csv
import json
import pathlib
import sys

TYPES = {"integer": int, "number": float, "boolean": lambda cell: cell.lower() == "true"}


def load(folder=pathlib.Path(__file__).parent):
    folder = pathlib.Path(folder)
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {}
    for resource in package["resources"]:
        types = {field["name"]: TYPES.get(field["type"], str) for field in resource["schema"]["fields"]}
        with open(folder / resource["path"], encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, delimiter=resource["dialect"]["delimiter"])
            tables[resource["name"]] = [
                {name: None if cell == "" else types.get(name, str)(cell) for name, cell in row.items()}
                for row in rows
            ]
    return tables


if __name__ == "__main__":
    for name, rows in load().items():
        print(f"{name}: {len(rows)}")
`;

const r = `# Reads the tables of this folder:  source("load.R"); tables <- load_tables(); tables$annotations$quote
# Each table is a data frame; an empty cell is NA. Needs R 4.0 and nothing else.
# load_tables("path/to/folder") reads from elsewhere.
load_tables <- function(folder = ".") {
  read <- function(name) {
    file <- file.path(folder, paste0(name, ".csv"))
    first <- sub("^\\ufeff", "", readLines(file, n = 1, encoding = "UTF-8", warn = FALSE))
    separator <- if (grepl(";", first, fixed = TRUE)) ";" else ","
    rows <- read.csv(
      file,
      sep = separator, quote = "\\"", na.strings = "", fileEncoding = "UTF-8-BOM",
      colClasses = "character", check.names = FALSE, stringsAsFactors = FALSE
    )
    # Texts stay texts: a key such as "007" is none the less no number.
    whole <- c("start", "end", "start_codepoint", "end_codepoint", "round", "n", "words", "codings",
               "annotations", "documents", "paragraph", "sentence", "document_order", "length", "rev")
    for (column in intersect(whole, names(rows))) rows[[column]] <- as.integer(rows[[column]])
    rows
  }
  names <- c("annotations", "documents", "codebook", "memos", "units", "links")
  stats::setNames(lapply(names, read), names)
}
`;

/** `load.R` and `load.py`. */
export function loadScripts(): readonly ExportedFile[] {
  return [
    { name: 'load.R', content: r },
    { name: 'load.py', content: python },
  ];
}

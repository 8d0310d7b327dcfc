//! A notebook's file (`.ipynb`) in a program's place: JSON, which Python runs as one dict that does nothing.

use super::model::FixView;
use super::pasted;
use serde_json::{Deserializer, Value};

/// A text, or all texts of a list: a notebook has its cells' lines in either way.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect(),
        _ => String::new(),
    }
}

/// The edit that leaves the code of a notebook's cells; None: the program is no notebook's file.
pub(super) fn code_of_cells(source: &str) -> Option<FixView> {
    if !source.trim_start().starts_with('{') || !source.contains("\"cells\"") {
        return None;
    }
    let mut values = Deserializer::from_str(source).into_iter::<Value>();
    let notebook = values.next()?.ok()?;
    let is_nothing = |line: &str| line.trim().is_empty() || line.starts_with('#');
    if !source[values.byte_offset()..].lines().all(is_nothing) {
        return None;
    }
    let is_code = |cell: &&Value| cell["cell_type"] == "code";
    let cells = notebook["cells"].as_array()?.iter().filter(is_code);
    let codes = cells.filter_map(|cell| Some(text(cell.get("source")?)));
    // A cell in another language is none of the program.
    let is_python = |code: &String| {
        let magic = code.trim_start().strip_prefix("%%").and_then(|rest| rest.split_whitespace().next());
        magic.is_none_or(|magic| ["time", "timeit", "capture", "prun"].contains(&magic))
    };
    let codes: Vec<String> = codes
        .filter(is_python)
        .map(|code| pasted::cleaned(&code, pasted::without_commands).unwrap_or(code).trim_end().to_string())
        .filter(|code| !code.trim().is_empty())
        .collect();
    let code = codes.join("\n\n") + "\n";
    let (last, line) = source.split('\n').enumerate().last()?;
    let (end_line, end_column) = (last as u32 + 1, line.chars().count() as u32);
    let made = FixView { line: 1, column: 0, end_line, end_column, text: code.into(), line_after: "".into() };
    (!codes.is_empty()).then_some(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_notebook_is_that_of_its_cells() {
        let notebook = r##"{
 "cells": [
  {"cell_type": "markdown", "metadata": {}, "source": ["# Title\n"]},
  {"cell_type": "code", "execution_count": null, "metadata": {"a": true}, "outputs": [],
   "source": ["!pip install aiohttp\n", "import asyncio\n", "print(\"\u4f60\ud83d\ude00\\n\")"]},
  {"cell_type": "code", "source": []},
  {"cell_type": "code", "source": "await asyncio.sleep(1)\n"}
 ],
 "nbformat": 4, "nbformat_minor": 5
}
"##;
        let fix = code_of_cells(notebook).expect("a notebook");
        assert_eq!(&*fix.text, "import asyncio\nprint(\"你😀\\n\")\n\nawait asyncio.sleep(1)\n");
        assert_eq!((fix.line, fix.column, fix.end_line, fix.end_column), (1, 0, 11, 0));
        for none in ["{\"cells\": 1}", "{\"cells\": [1, 2]}", "{'cells': [1]}", "x = {\"cells\": []}", "{\"cells\": ["]
        {
            assert_eq!(code_of_cells(none), None, "{none}");
        }
    }
}

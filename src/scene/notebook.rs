//! A notebook's file (`.ipynb`) in a program's place: JSON, which Python runs as one dict that does nothing.

use super::model::FixView;
use super::pasted;

/// What a notebook's file is made of.
enum Json {
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
    /// Numbers, `true`, `null`.
    Other,
}

impl Json {
    fn get(&self, name: &str) -> Option<&Json> {
        let Json::Object(members) = self else { return None };
        members.iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// A text, or all texts of a list.
    fn text(&self) -> String {
        match self {
            Json::Text(text) => text.clone(),
            Json::List(items) => items.iter().map(Json::text).collect(),
            _ => String::new(),
        }
    }
}

/// The edit that leaves the code of a notebook's cells; None: the program is no notebook's file.
pub(super) fn code_of_cells(source: &str) -> Option<FixView> {
    if !source.trim_start().starts_with('{') || !source.contains("\"cells\"") {
        return None;
    }
    let mut rest = source;
    let notebook = value(&mut rest)?;
    let is_nothing = |line: &str| line.trim().is_empty() || line.starts_with('#');
    if !rest.lines().all(is_nothing) {
        return None;
    }
    let Json::List(cells) = notebook.get("cells")? else { return None };
    let is_code = |cell: &&Json| cell.get("cell_type").is_some_and(|kind| kind.text() == "code");
    let codes = cells.iter().filter(is_code).filter_map(|cell| Some(cell.get("source")?.text()));
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

/// The value that a text begins with; what is behind it is left in `rest`.
fn value(rest: &mut &str) -> Option<Json> {
    *rest = rest.trim_start();
    match rest.chars().next()? {
        '"' => text(rest).map(Json::Text),
        '[' => items(rest, ']', value).map(Json::List),
        '{' => items(rest, '}', member).map(Json::Object),
        _ => {
            let end = rest.find([',', ']', '}'])?;
            *rest = &rest[end..];
            Some(Json::Other)
        }
    }
}

fn member(rest: &mut &str) -> Option<(String, Json)> {
    *rest = rest.trim_start();
    let name = text(rest)?;
    *rest = rest.trim_start().strip_prefix(':')?;
    Some((name, value(rest)?))
}

/// What stands between brackets, with commas between.
fn items<T>(rest: &mut &str, end: char, item: fn(&mut &str) -> Option<T>) -> Option<Vec<T>> {
    let mut found = Vec::new();
    *rest = rest[1..].trim_start();
    while !rest.starts_with(end) {
        found.push(item(rest)?);
        *rest = rest.trim_start();
        match rest.strip_prefix(',') {
            Some(more) => *rest = more.trim_start(),
            None if rest.starts_with(end) => {}
            None => return None,
        }
    }
    *rest = &rest[end.len_utf8()..];
    Some(found)
}

fn text(rest: &mut &str) -> Option<String> {
    let mut characters = rest.strip_prefix('"')?.chars();
    let mut made = String::new();
    let mut units: Vec<u16> = Vec::new();
    loop {
        let character = characters.next()?;
        let escaped = if character == '\\' { Some(characters.next()?) } else { None };
        if escaped == Some('u') {
            let digits: String = characters.by_ref().take(4).collect();
            units.push(u16::from_str_radix(&digits, 16).ok()?);
            continue;
        }
        // Characters beyond the first plane are written as two.
        made.push_str(&String::from_utf16_lossy(&std::mem::take(&mut units)));
        match (character, escaped) {
            ('"', None) => break,
            (_, Some('n')) => made.push('\n'),
            (_, Some('t')) => made.push('\t'),
            (_, Some('r' | 'b' | 'f')) => {}
            (_, Some(other)) => made.push(other),
            (other, None) => made.push(other),
        }
    }
    *rest = characters.as_str();
    Some(made)
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

//! Lines of the library's Python texts that stand for lines of CPython's files, so that tracebacks through them read as
//! CPython's do.
//!
//! A line of such a text may end with a mark: `#: 1041` says that it is line 1041 of this file in CPython 3.13.0, and that
//! its code is the same there; `#: 212 raise Empty` shows that code in place of its own. On the first line of a function
//! `#: -` says that CPython has no such function: its frames do not show.

use std::cell::RefCell;
use std::rc::Rc;

use crate::bytecode::{Code, CodeFlags, Position};

/// What a mark begins with.
const MARK: &str = "  #: ";

/// A marked line.
struct Mark<'a> {
    line: u32,
    /// In CPython's file; `None`: it is not there.
    theirs: Option<u32>,
    /// The code that is shown.
    code: &'a str,
    /// It stands in place of the line's own.
    replaced: bool,
}

/// A line of CPython's: its file, its number, its code.
type Line = (Rc<str>, u32, Box<str>);

thread_local! {
    /// The marked lines of the modules that have been compiled.
    static LINES: RefCell<Vec<Line>> = const { RefCell::new(Vec::new()) };
}

/// The code of a line of the library, if it is a marked one.
pub fn source_line(file: &str, line: u32) -> Option<String> {
    LINES
        .with_borrow(|all| all.iter().find(|(f, l, _)| **f == *file && *l == line).map(|(_, _, text)| text.to_string()))
}

/// The code compiled from `source` with its marked lines where CPython has them.
pub fn relocated(code: Code, file: &str, source: &str) -> Code {
    let marks: Vec<Mark> = (1..).zip(source.lines()).filter_map(|(line, text)| mark(line, text)).collect();
    if marks.is_empty() {
        return code;
    }
    let file: Rc<str> = file.into();
    let lines = marks.iter().filter_map(|mark| Some((file.clone(), mark.theirs?, mark.code.into())));
    LINES.with_borrow_mut(|all| all.extend(lines));
    moved(code, &marks)
}

fn mark(line: u32, text: &str) -> Option<Mark<'_>> {
    let (own, said) = text.rsplit_once(MARK)?;
    let (number, shown) = said.split_once(' ').map_or((said, None), |(number, shown)| (number, Some(shown)));
    Some(Mark { line, theirs: number.parse().ok(), code: shown.unwrap_or(own), replaced: shown.is_some() })
}

fn moved(mut code: Code, marks: &[Mark]) -> Code {
    let marked = |line: u32| marks.iter().find(|m| m.line == line);
    if marked(code.first_line).is_some_and(|m| m.theirs.is_none()) {
        code.flags.0 |= CodeFlags::HIDDEN;
    }
    for place in &mut code.positions {
        let Some(Mark { theirs: Some(line), code, replaced, .. }) = marked(place.line) else { continue };
        *place = match replaced {
            // All of it was running: no part is marked.
            true => Position { line: *line, end_line: *line, column: 0, end_column: code.len() as u16 },
            false => Position { line: *line, end_line: line + (place.end_line - place.line), ..*place },
        };
    }
    code.with_inner(|inner| moved(inner, marks))
}

//! Lines of the library's Python texts that stand for lines of CPython's files, so that tracebacks through them read as
//! CPython's do.
//!
//! A line of such a text may end with a mark: `#: 1041` says that it is line 1041 of this file in CPython 3.13.0, and that
//! its code is the same there; `#: 212 raise Empty` shows that code in place of its own. «…» in it is the part that runs
//! (none: all of it), ⏎ begins its next line. On the first line of a function or class `#: -` says that CPython has no such
//! function, or that it is C there: frames of what begins there do not show. From a line `#: in asyncio/streams.py` on,
//! functions are those of that file; what begins on that line shows even if what is around it does not. A name behind
//! the file (`#: in re/_parser.py _parse`) is that of CPython's function.

use std::cell::RefCell;
use std::rc::Rc;

use crate::bytecode::{Code, CodeFlags, Later, Position};

/// What a mark begins with.
const MARK: &str = "  #: ";
/// Files that are part of CPython's program.
const FROZEN: &str = "<frozen ";
const NEXT_LINE: char = '⏎';

/// A marked line.
struct Mark<'a> {
    line: u32,
    means: Means<'a>,
}

enum Means<'a> {
    Hidden,
    /// From here on functions are those of a file; the name of the one that begins here, if it is another.
    File(Rc<str>, Option<&'a str>),
    /// The line of CPython's file that has the same code.
    Same(u32, &'a str),
    /// Lines of CPython's file, and the part of them that runs.
    Shown(Position, Vec<String>),
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

/// The code compiled from `source` with its marked lines where CPython has them. `hidden`: what is not marked otherwise
/// does not show.
pub fn relocated(code: Code, file: &str, source: &'static str, hidden: bool) -> Code {
    let marks: Rc<[Mark]> = marks(source).into();
    let mut file: Rc<str> = file.into();
    LINES.with_borrow_mut(|all| {
        for mark in &*marks {
            match &mark.means {
                Means::File(other, _) => file = other.clone(),
                // Of those CPython has no lines at hand.
                Means::Same(..) if file.starts_with(FROZEN) => {}
                Means::Same(line, code) => all.push((file.clone(), *line, (*code).into())),
                Means::Shown(place, lines) => {
                    all.extend(
                        (place.line..).zip(lines).map(|(line, code)| (file.clone(), line, code.as_str().into())),
                    );
                }
                Means::Hidden => {}
            }
        }
    });
    moved(code, &marks, hidden)
}

fn marks(source: &str) -> Vec<Mark<'_>> {
    let (mut marks, mut line, mut at) = (Vec::new(), 1, 0);
    while let Some(found) = source[at..].find(MARK) {
        let start = source[..at + found].rfind('\n').map_or(0, |n| n + 1);
        let end = source[start..].find('\n').map_or(source.len(), |n| start + n);
        line += source[at..end].bytes().filter(|byte| *byte == b'\n').count() as u32;
        marks.extend(mark(line, &source[start..end]));
        at = end;
    }
    marks
}

fn mark(line: u32, text: &str) -> Option<Mark<'_>> {
    let (own, said) = text.rsplit_once(MARK)?;
    let (word, rest) = said.split_once(' ').unwrap_or((said, ""));
    let means = match (word, rest) {
        ("-", _) => Means::Hidden,
        ("in", place) => {
            // A file that is none has its name in angle brackets, which may have a space in it.
            let end =
                if place.starts_with('<') { place.find('>')? + 1 } else { place.find(' ').unwrap_or(place.len()) };
            let (file, name) = place.split_at(end);
            let file = if file.starts_with('<') { file.into() } else { format!("<stdlib>/{file}").into() };
            Means::File(file, name.strip_prefix(' '))
        }
        (number, "") => Means::Same(number.parse().ok()?, own),
        (number, shown) => shown_lines(number.parse().ok()?, shown),
    };
    Some(Mark { line, means })
}

/// The lines from `line` on that a mark gives.
fn shown_lines(line: u32, text: &str) -> Means<'_> {
    let mut place = Position { line, end_line: line, column: 0, end_column: 0 };
    let (mut lines, mut ends) = (vec![String::new()], false);
    for c in text.chars() {
        let (at, row) = (line + lines.len() as u32 - 1, lines.last_mut().expect("there is a line"));
        match c {
            NEXT_LINE => lines.push(String::new()),
            '«' => (place.line, place.column) = (at, row.len() as u16),
            '»' => (place.end_line, place.end_column, ends) = (at, row.len() as u16, true),
            c => row.push(c),
        }
    }
    if !ends {
        place.end_line = line + lines.len() as u32 - 1;
        place.end_column = lines.last().map_or(0, String::len) as u16;
    }
    // Those before the part that runs do not show.
    lines.drain(..(place.line - line) as usize);
    Means::Shown(place, lines)
}

fn moved(mut code: Code, marks: &Rc<[Mark<'static>]>, hidden: bool) -> Code {
    if let Some(later) = code.later.take() {
        let marks = marks.clone();
        code.later = Some(Later::new(move || moved((**later.code()).clone(), &marks, hidden)));
    }
    let marked = |line: u32| marks.binary_search_by_key(&line, |m| m.line).ok().map(|found| &marks[found].means);
    let hidden = match marked(code.first_line) {
        Some(Means::Hidden) => true,
        Some(Means::File(_, name)) => {
            if let Some(name) = name {
                code.name = (*name).into();
            }
            false
        }
        // A module's, by which it finds what it has not read yet; CPython has few of these.
        _ => hidden || *code.qualname == *"__getattr__" && !code.positions.iter().any(|p| marked(p.line).is_some()),
    };
    if hidden {
        code.flags.0 |= CodeFlags::HIDDEN;
    }
    let begun = marks.iter().rev().filter(|m| m.line <= code.first_line);
    code.file =
        begun.filter_map(|m| if let Means::File(file, _) = &m.means { Some(file.clone()) } else { None }).next();
    for place in &mut code.positions {
        match marked(place.line) {
            Some(Means::Same(line, _)) => {
                *place = Position { line: *line, end_line: line + (place.end_line - place.line), ..*place };
            }
            Some(Means::Shown(shown, _)) => *place = *shown,
            _ => {}
        }
    }
    if let Some(Means::Same(line, _)) = marked(code.first_line) {
        code.first_line = *line;
    }
    code.with_inner(|inner| moved(inner, marks, hidden))
}

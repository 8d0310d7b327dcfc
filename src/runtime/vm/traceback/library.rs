//! Lines of the library's Python texts that stand for lines of CPython's files, so that tracebacks through them read as
//! CPython's do.
//!
//! A line of such a text may end with a mark: `#: 1041` says that it is line 1041 of this file in CPython 3.13.0, and that
//! its code is the same there; `#: 212 raise Empty` shows that code in place of its own. «…» in it is the part that runs
//! (none: all of it), ⏎ begins its next line. On the first line of a function such a mark is for what has not begun. On
//! that of a function or class `#: -` says that CPython has no such function, or that it is C there: frames of what
//! begins there do not show. From a line `#: in asyncio/streams.py` on, functions are those of that file; what begins on
//! that line shows even if what is around it does not. A name behind the file (`#: in re/_parser.py _parse`) is that of
//! CPython's function. On the line of a part that sets `__name__`, `#: in typing.py` is said of all that the part has.
//!
//! A line that is not marked keeps its number, unless that is one of CPython's lines: then it gets a number that no file has,
//! lest another line's code shows there.

use std::cell::RefCell;
use std::rc::Rc;

use crate::bytecode::{Code, CodeFlags, Later, Position};

/// What a mark begins with.
const MARK: &str = "  #: ";
/// Files that are part of CPython's program.
const FROZEN: &str = "<frozen ";
/// How the line begins on which a part says of which module it is.
const NAMING: &str = "__name__ = ";
const NEXT_LINE: char = '⏎';
/// More lines than any file of CPython's library has.
const BEYOND: u32 = 10_000;

/// A marked line.
struct Mark {
    line: u32,
    means: Means,
}

enum Means {
    Hidden,
    /// From here on functions are those of a file; the name of the one that begins here, if it is another.
    File(Rc<str>, Option<&'static str>),
    /// From here on functions are those of a file, and show.
    Part(Rc<str>),
    /// The line of CPython's file that has the same code.
    Same(u32, &'static str),
    /// Lines of CPython's file from that one on, as the mark writes them.
    Shown(u32, &'static str),
}

/// A text's file and its marked lines.
type Marked = (Rc<str>, Rc<[Mark]>);

/// The marks of a text, and the numbers of CPython's lines that they and those of the text's module stand for, in their order.
#[derive(Clone)]
struct Marks {
    own: Rc<[Mark]>,
    taken: Rc<[u32]>,
}

thread_local! {
    /// The modules that have been compiled.
    static MODULES: RefCell<Vec<Marked>> = const { RefCell::new(Vec::new()) };
}

/// The code of a line of the library, if it is a marked one.
pub fn source_line(file: &str, line: u32) -> Option<String> {
    MODULES.with_borrow(|all| all.iter().find_map(|(module, marks)| line_within(module, marks, file, line)))
}

fn line_within(module: &Rc<str>, marks: &[Mark], file: &str, line: u32) -> Option<String> {
    let mut current = module;
    marks.iter().find_map(|mark| {
        match &mark.means {
            Means::File(other, _) | Means::Part(other) => current = other,
            _ if **current != *file => {}
            // Of those CPython has no lines at hand.
            Means::Same(own, code) => return (*own == line && !file.starts_with(FROZEN)).then(|| (*code).into()),
            Means::Shown(first, text) => {
                let (place, lines) = shown_lines(*first, text);
                return lines.into_iter().nth(line.checked_sub(place.line)? as usize);
            }
            Means::Hidden => {}
        }
        None
    })
}

/// The code compiled from `source` with its marked lines where CPython has them. `hidden`: what is not marked otherwise
/// does not show.
pub fn relocated(code: Code, file: &str, source: &'static str, hidden: bool) -> Code {
    let own: Rc<[Mark]> = marks(source).into();
    let part_of =
        own.iter().find_map(|mark| if let Means::Part(file) = &mark.means { Some(file.clone()) } else { None });
    let taken = MODULES.with_borrow_mut(|all| {
        let of_it = |file: &Rc<str>| part_of.as_ref() == Some(file);
        let is_part = |mark: &Mark| matches!(&mark.means, Means::Part(file) if of_it(file));
        let others =
            all.iter().filter(|(file, marks)| of_it(file) || marks.iter().any(is_part)).map(|(_, marks)| marks);
        let mut taken: Vec<u32> = others.chain([&own]).flat_map(|marks| marks.iter().flat_map(Mark::lines)).collect();
        taken.sort_unstable();
        all.push((file.into(), own.clone()));
        taken.into()
    });
    let marks = Marks { own, taken };
    let (code, hidden) = placed(code, &marks, hidden);
    code.with_inner(|inner| moved(inner, &marks, hidden && part_of.is_none()))
}

impl Mark {
    /// CPython's lines for which it stands.
    fn lines(&self) -> std::ops::Range<u32> {
        match &self.means {
            Means::Same(line, _) => *line..line + 1,
            Means::Shown(line, text) => *line..line + 1 + text.matches(NEXT_LINE).count() as u32,
            _ => 0..0,
        }
    }
}

fn marks(source: &'static str) -> Vec<Mark> {
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

fn mark(line: u32, text: &'static str) -> Option<Mark> {
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
            if own.starts_with(NAMING) { Means::Part(file) } else { Means::File(file, name.strip_prefix(' ')) }
        }
        (number, "") => Means::Same(number.parse().ok()?, own),
        (number, shown) => Means::Shown(number.parse().ok()?, shown),
    };
    Some(Mark { line, means })
}

/// The part that runs of the lines from `line` on that a mark gives, and these lines from its first on.
fn shown_lines(line: u32, text: &str) -> (Position, Vec<String>) {
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
    (place, lines)
}

fn moved(mut code: Code, marks: &Marks, hidden: bool) -> Code {
    if let Some(later) = code.later.take() {
        let marks = marks.clone();
        code.later = Some(Later::new(move || moved((**later.code()).clone(), &marks, hidden)));
    }
    let (code, hidden) = placed(code, marks, hidden);
    code.with_inner(|inner| moved(inner, marks, hidden))
}

/// The code itself, without what is inside it, and whether it is hidden.
fn placed(mut code: Code, marks: &Marks, hidden: bool) -> (Code, bool) {
    let Marks { own: marks, taken } = marks;
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
    code.file = begun
        .filter_map(|m| if let Means::File(file, _) | Means::Part(file) = &m.means { Some(file.clone()) } else { None })
        .next();
    for place in &mut code.positions {
        match marked(place.line) {
            Some(Means::Same(line, _)) => {
                *place = Position { line: *line, end_line: line + (place.end_line - place.line), ..*place };
            }
            Some(Means::Shown(line, text)) => *place = shown_lines(*line, text).0,
            _ if !hidden && taken.binary_search(&place.line).is_ok() => {
                (place.line, place.end_line) = (place.line + BEYOND, place.end_line + BEYOND);
            }
            _ => {}
        }
    }
    if let Some(Means::Same(line, _) | Means::Shown(line, _)) = marked(code.first_line) {
        code.first_line = *line;
    }
    (code, hidden)
}

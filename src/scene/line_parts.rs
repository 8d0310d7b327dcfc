//! Where in a line of source names and calls stand, as far as a line alone tells.

use crate::compiler::lines::is_of_name;

/// Where a text stands in a line, if it stands there exactly once and begins a name.
pub(super) fn only(line: &str, text: &str) -> Option<usize> {
    let mut found = line.match_indices(text).map(|(at, _)| at).filter(|at| {
        let before = line[..*at].chars().next_back();
        !before.is_some_and(is_of_name)
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Behind the first of some texts that stands in a line exactly once and begins a name.
pub(super) fn behind(line: &str, texts: &[&str]) -> Option<usize> {
    texts.iter().find_map(|text| Some(only(line, text)? + text.len()))
}

/// Where a word stands in a line, if it stands there exactly once.
pub(super) fn word(line: &str, word: &str) -> Option<usize> {
    let whole = |at: &usize| !line[..*at].ends_with(is_of_name) && !line[at + word.len()..].starts_with(is_of_name);
    let mut found = line.match_indices(word).map(|(at, _)| at).filter(whole);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Whether a text has a name, or one with dots, that is no attribute of another.
pub(super) fn mentions(text: &str, name: &str) -> bool {
    let is_apart = |(at, _): (usize, &str)| {
        !text[..at].ends_with(is_of_dotted) && !text[at + name.len()..].starts_with(is_of_name)
    };
    !name.is_empty() && text.match_indices(name).any(is_apart)
}

/// Whether a text is `name(…)`.
pub(super) fn is_call(text: &str) -> bool {
    let name = text.split_once('(').map(|(name, _)| name);
    text.ends_with(')') && name.is_some_and(|name| !name.is_empty() && name.chars().all(is_of_dotted))
}

/// Whether a character may stand in names with dots between.
pub(super) fn is_of_dotted(character: char) -> bool {
    is_of_name(character) || character == '.'
}

/// The start of `a.b.name(`: before the names that the call is an attribute of.
pub(super) fn start_of_call(line: &str, at: usize) -> usize {
    line[..at]
        .char_indices()
        .rev()
        .take_while(|(_, character)| is_of_dotted(*character))
        .last()
        .map_or(at, |(start, _)| start)
}

/// The byte of a line that stands at a column (from 0, in characters); behind its end: the end.
pub(super) fn byte_of(line: &str, column: usize) -> usize {
    line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}

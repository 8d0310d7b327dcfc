//! Where in a line of source names, calls and arguments stand, as far as a line alone tells.

use super::syntax_repairs::string;

/// Where a text stands in a line, if it stands there exactly once and begins a name.
pub(super) fn only(line: &str, text: &str) -> Option<usize> {
    let mut found = line.match_indices(text).map(|(at, _)| at).filter(|at| {
        let before = line[..*at].chars().next_back();
        !before.is_some_and(|character| character.is_alphanumeric() || character == '_')
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
    let whole = |at: &usize| {
        let is_of_word = |character: char| character.is_alphanumeric() || character == '_';
        !line[..*at].ends_with(is_of_word) && !line[at + word.len()..].starts_with(is_of_word)
    };
    let mut found = line.match_indices(word).map(|(at, _)| at).filter(whole);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Where the brackets that open there are closed.
pub(super) fn end_of_call(text: &str, open: usize) -> Option<usize> {
    let (mut depth, mut at) = (0, open);
    while let Some(character) = text[at..].chars().next() {
        match character {
            '"' | '\'' => {
                at += string(&text[at..], character);
                continue;
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        at += character.len_utf8();
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Functions that take what a coroutine gives, and not a coroutine.
const TAKE_VALUES: [&str; 14] =
    ["print", "len", "str", "int", "float", "bool", "repr", "sum", "min", "max", "sorted", "list", "set", "round"];

/// Whether what follows is taken for a value: at the beginning of a statement, behind a word or sign of an expression, or
/// given to a function that takes values.
pub(super) fn takes_value(before: &str) -> bool {
    let before = before.trim_end();
    let words = [" in", "return", "if", "elif", "while", "not", "and", "or", "is"];
    let ends = |word: &&str| before.strip_suffix(*word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    if before.ends_with(" in") || words.iter().any(|word| ends(word)) {
        return true;
    }
    match before.chars().last() {
        None | Some('=' | ':' | ';' | '+' | '-' | '/' | '%' | '<' | '>') => true,
        Some('{') => ["f\"", "f'"].iter().any(|begin| before.contains(begin)),
        Some('(' | ',') => {
            // The call that is open there.
            let mut depth = 0;
            let open = before.char_indices().rev().find(|(_, character)| {
                depth += match character {
                    ')' | ']' | '}' => 1,
                    '(' | '[' | '{' => -1,
                    _ => 0,
                };
                depth < 0
            });
            open.is_some_and(|(at, character)| {
                let name = &before[start_of_call(before, at)..at];
                character == '(' && TAKE_VALUES.contains(&name)
            })
        }
        _ => false,
    }
}

/// Whether a text is `name(…)`.
pub(super) fn is_call(text: &str) -> bool {
    let name = text.split_once('(').map(|(name, _)| name);
    text.ends_with(')') && name.is_some_and(|name| !name.is_empty() && name.chars().all(is_of_name))
}

pub(super) fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || character == '.'
}

/// The start of `a.b.name(`: before the names that the call is an attribute of.
pub(super) fn start_of_call(line: &str, at: usize) -> usize {
    line[..at]
        .char_indices()
        .rev()
        .take_while(|(_, character)| is_of_name(*character))
        .last()
        .map_or(at, |(start, _)| start)
}

/// Where the argument that begins there ends; None: not in this line.
pub(super) fn end_of_argument(line: &str, at: usize) -> Option<usize> {
    let (mut depth, mut behind) = (0, at);
    line[at..].char_indices().find_map(|(index, character)| {
        match character {
            // Within a string.
            _ if at + index < behind => {}
            '"' | '\'' => behind = at + index + string(&line[at + index..], character),
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth > 0 => depth -= 1,
            ',' | ')' if depth == 0 => return Some(at + index),
            _ => {}
        }
        None
    })
}

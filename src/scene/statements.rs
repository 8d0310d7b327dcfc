//! Which lines of a program begin a statement, as far as its strings, brackets and comments tell.

use super::syntax_repairs::string;

/// For each line up to `last` (from 0), the line in which its statement begins.
pub(super) fn beginnings(lines: &[&str], last: usize) -> Vec<usize> {
    let text = lines[..lines.len().min(last + 1)].join("\n");
    let (mut begins, mut statement, mut depth) = (vec![0], 0, 0usize);
    let mut rest = text.as_str();
    while let Some(character) = rest.chars().next() {
        let length = token(rest, character);
        for _ in rest[..length].matches('\n') {
            if character == '\n' && depth == 0 {
                statement = begins.len();
            }
            begins.push(statement);
        }
        depth = deeper(depth, character);
        rest = &rest[length..];
    }
    begins
}

/// Where the brackets open that a text does not close.
pub(super) fn left_open(text: &str) -> Vec<usize> {
    let (mut open, mut at) = (Vec::new(), 0);
    while let Some(character) = text[at..].chars().next() {
        match character {
            '(' | '[' | '{' => open.push(at),
            ')' | ']' | '}' => _ = open.pop(),
            _ => {}
        }
        at += token(&text[at..], character);
    }
    open
}

/// Where the brackets that open there are closed.
pub(super) fn end_of_call(text: &str, open: usize) -> Option<usize> {
    let (mut depth, mut at) = (0, open);
    while let Some(character) = text[at..].chars().next() {
        depth = deeper(depth, character);
        at += token(&text[at..], character);
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn deeper(depth: usize, character: char) -> usize {
    match character {
        '(' | '[' | '{' => depth + 1,
        ')' | ']' | '}' => depth.saturating_sub(1),
        _ => depth,
    }
}

/// How long what a text begins with is: a string, a comment, the end of a line that goes on, or a character.
fn token(text: &str, character: char) -> usize {
    match character {
        '"' | '\'' => string(text, character),
        '#' => text.find('\n').unwrap_or(text.len()),
        '\\' if text[1..].starts_with('\n') => 2,
        other => other.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_goes_on_in_brackets_strings_and_behind_backslashes() {
        let lines = ["f(", "  1,  # )", ")", "x = '''a", "(", "'''", "y = \\", "  2", "'('", "z"];
        assert_eq!(beginnings(&lines, 9), [0, 0, 0, 3, 3, 3, 6, 6, 8, 9]);
        assert_eq!(beginnings(&lines, 1), [0, 0]);
        assert_eq!(left_open("gather(f(1), [']'"), [6, 13]);
        assert_eq!(left_open("x['('] = # ("), []);
        assert_eq!(end_of_call("f(a,  # )\n g())[0]", 1), Some(15));
        assert_eq!(end_of_call("f(a", 1), None);
    }
}

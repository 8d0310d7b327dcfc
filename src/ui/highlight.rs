//! Python's text in coloured pieces, for the first view, before CodeMirror is there, and for the phone's lit line.
//! It colours what can be told from the text alone; it never refuses a text, however broken.

use crate::compiler::lines::is_of_name;
use crate::modules::attached::path_of;

/// What a piece of a line is; the class that colours it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Plain,
    Keyword,
    Name,
    Text,
    Number,
    Comment,
}

impl Kind {
    pub fn class(self) -> &'static str {
        match self {
            Kind::Plain => "",
            Kind::Keyword => "k",
            Kind::Name => "f",
            Kind::Text => "s",
            Kind::Number => "n",
            Kind::Comment => "c",
        }
    }
}

/// One piece: its kind and its text.
pub type Piece<'a> = (Kind, &'a str);

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// The lines of `source`, each in pieces; a string over several lines is coloured on each of them.
pub fn lines(source: &str) -> Vec<Vec<Piece<'_>>> {
    let mut open: Option<&'static str> = None;
    source.split('\n').map(|line| pieces(line.strip_suffix('\r').unwrap_or(line), &mut open)).collect()
}

/// The line that begins a file behind the program, whatever was open before it.
fn file_name<'a>(line: &'a str, open: &mut Option<&'static str>) -> Option<Vec<Piece<'a>>> {
    path_of(line)?;
    *open = None;
    Some(vec![(Kind::Name, line)])
}

fn pieces<'a>(line: &'a str, open: &mut Option<&'static str>) -> Vec<Piece<'a>> {
    if let Some(named) = file_name(line, open) {
        return named;
    }
    let mut out = Vec::new();
    let mut at = 0;
    if let Some(quote) = *open {
        at = end_of_string(line, 0, quote, open);
        push(&mut out, Kind::Text, &line[..at]);
    }
    while at < line.len() {
        let rest = &line[at..];
        let first = rest.chars().next().unwrap_or(' ');
        let (kind, length) = if first == '#' {
            (Kind::Comment, rest.len())
        } else if let Some(prefix) = string_prefix(rest) {
            let quote = quote_at(&rest[prefix..]);
            (Kind::Text, end_of_string(line, at + prefix + quote.len(), quote, open) - at)
        } else if first.is_ascii_digit() {
            (Kind::Number, span(rest, |c| c.is_ascii_alphanumeric() || c == '.' || c == '_'))
        } else if first.is_alphabetic() || first == '_' {
            let length = span(rest, is_of_name);
            let attribute = line[..at].ends_with('.');
            (word_kind(&rest[..length], &rest[length..], attribute), length)
        } else {
            (Kind::Plain, first.len_utf8())
        };
        push(&mut out, kind, &rest[..length]);
        at += length;
    }
    out
}

/// Neighbours of one kind become one piece when they touch, so that a line has few nodes.
fn push<'a>(out: &mut Vec<Piece<'a>>, kind: Kind, text: &'a str) {
    if text.is_empty() {
        return;
    }
    out.push((kind, text));
}

fn word_kind(word: &str, after: &str, attribute: bool) -> Kind {
    if !attribute && KEYWORDS.contains(&word) {
        Kind::Keyword
    } else if after.starts_with('(') {
        Kind::Name
    } else {
        Kind::Plain
    }
}

fn span(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// The length of a string's prefix (`f`, `rb`, …) if a string begins here.
fn string_prefix(rest: &str) -> Option<usize> {
    let length = span(rest, |c| c.is_ascii_alphabetic());
    let known =
        matches!(rest[..length].to_ascii_lowercase().as_str(), "" | "r" | "b" | "u" | "f" | "rb" | "br" | "rf" | "fr");
    (known && rest[length..].starts_with(['"', '\''])).then_some(length)
}

fn quote_at(rest: &str) -> &'static str {
    match rest {
        _ if rest.starts_with("\"\"\"") => "\"\"\"",
        _ if rest.starts_with("'''") => "'''",
        _ if rest.starts_with('"') => "\"",
        _ => "'",
    }
}

/// Where the string ends that is open at `from`; `open` is set if it goes on in the next line.
fn end_of_string(line: &str, from: usize, quote: &'static str, open: &mut Option<&'static str>) -> usize {
    let mut at = from;
    let bytes = line.as_bytes();
    while at < line.len() {
        if bytes[at] == b'\\' {
            at += 2;
        } else if line.is_char_boundary(at) && line[at..].starts_with(quote) {
            *open = None;
            return at + quote.len();
        } else {
            at += 1;
        }
    }
    *open = (quote.len() == 3 || line.ends_with('\\')).then_some(quote);
    line.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(line: &'a [Piece<'a>], kind: Kind) -> Vec<&'a str> {
        line.iter().filter(|piece| piece.0 == kind).map(|piece| piece.1).collect()
    }

    #[test]
    fn the_pieces_are_the_text_and_nothing_else() {
        for source in
            ["async def f(): # 你好\n  return f\"{x}\"", "'''open\nstill \\", "x = '\\", "0x_f + 1.5e3", "'啊\\啊'"]
        {
            let joined: Vec<String> =
                lines(source).iter().map(|line| line.iter().map(|piece| piece.1).collect()).collect();
            assert_eq!(joined.join("\n"), source);
        }
    }

    #[test]
    fn keywords_calls_strings_and_comments_are_told_apart() {
        let source = "await queue.get(1) # as if";
        let line = &lines(source)[0];
        assert_eq!(of(line, Kind::Keyword), ["await"]);
        assert_eq!(of(line, Kind::Name), ["get"]);
        assert_eq!(of(line, Kind::Number), ["1"]);
        assert_eq!(of(line, Kind::Comment), ["# as if"]);
    }

    #[test]
    fn a_line_that_begins_a_file_ends_what_was_open() {
        let lines = lines("'''a\n-- util.py --\nx = 1\n--  --");
        assert_eq!(of(&lines[1], Kind::Name), ["-- util.py --"]);
        assert_eq!((of(&lines[2], Kind::Number), of(&lines[2], Kind::Text)), (vec!["1"], vec![]));
        assert_eq!(of(&lines[3], Kind::Name), [""; 0]);
    }

    #[test]
    fn a_string_over_three_lines_is_one_string() {
        let source = "x = '''a\nif b\nc''' + if_";
        let lines = lines(source);
        assert_eq!(of(&lines[1], Kind::Text), ["if b"]);
        assert_eq!(of(&lines[2], Kind::Text), ["c'''"]);
    }
}

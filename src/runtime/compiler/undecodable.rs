//! Bytes of a source that are no UTF-8: of a comment nobody reads them; of a text or a name CPython tells where its token
//! stands.

use super::source::Source;
use super::token::{Kind, Token};
use super::tokenizer::tokenize;

/// Where a source cannot be decoded, as a SyntaxError tells it.
pub struct Undecodable {
    /// The bytes that are decoded as one.
    pub part: std::ops::Range<usize>,
    pub line: u32,
    pub offset: usize,
    pub text: String,
    pub end_line: u32,
    /// None: not known.
    pub end_offset: Option<usize>,
}

/// The first token that cannot be decoded; `whole`: the last line has an end, whether or not it is there. `None`: there is none before the source's first error.
pub fn undecodable(bytes: &[u8], whole: bool) -> Option<Undecodable> {
    // With a letter for each byte that is wrong, all others stand where they did.
    let mut letters = bytes.to_vec();
    let mut wrong = Vec::new();
    let mut end = 0;
    while let Err(error) = std::str::from_utf8(&letters[end..]) {
        let start = end + error.valid_up_to();
        end = error.error_len().map_or(letters.len(), |n| start + n);
        letters[start..end].fill(b'z');
        wrong.push(start);
    }
    let text = String::from_utf8(letters).ok()?;
    let source = Source::new(&text, "", false);
    // A line's end takes its comment in.
    let is_text = |kind: Kind| !matches!(kind, Kind::Newline | Kind::Indent | Kind::Dedent | Kind::End);
    let first_within = |start: usize, end: usize| {
        let next = wrong.partition_point(|at| *at < start);
        wrong.get(next).copied().filter(|at| *at < end)
    };
    let holds = |token: &Token| first_within(token.start as usize, token.end as usize).is_some();
    let token = tokenize(&source).tokens.into_iter().find(|token| is_text(token.kind) && holds(token))?;
    let (start, end) = (token.start as usize, token.end as usize);
    let first = first_within(start, end).unwrap_or(start);
    let (part, told, end_offset) = match token.kind {
        Kind::String => (string_part(bytes, start..end, first), start, Some(end)),
        Kind::Name | Kind::Number => (start..end, first, None),
        _ => (start..end, start, Some(end)),
    };
    let (line, end_line) = (source.line(start), source.line(end));
    let begin = source.line_start(line);
    let rest = &bytes[begin..];
    // More has been read already than a line in which another one follows.
    let length = rest.iter().position(|byte| *byte == b'\n');
    let mut shown = String::from_utf8_lossy(&rest[..length.unwrap_or(rest.len())]).into_owned();
    if line == end_line && (whole || length.is_some()) {
        shown.push('\n');
    }
    let offset = |column: usize| {
        let until = (column + 1).min(shown.len() + 1);
        let inside = &shown.as_bytes()[..until.min(shown.len())];
        String::from_utf8_lossy(inside).chars().count() + until.saturating_sub(shown.len())
    };
    Some(Undecodable {
        part,
        line,
        offset: offset(told - begin),
        end_line,
        end_offset: end_offset.map(|end| offset(end - source.line_start(end_line))),
        text: shown,
    })
}

/// What is decoded as one of a string: all of it, or the bytes beyond ASCII that stand in a row where escapes are.
fn string_part(bytes: &[u8], token: std::ops::Range<usize>, at: usize) -> std::ops::Range<usize> {
    let written = &bytes[token.clone()];
    let prefix = written.iter().position(|byte| matches!(byte, b'"' | b'\'')).unwrap_or_default();
    let quote = &written[prefix..];
    let quotes = if quote.len() >= 6 && quote[..3] == [quote[0]; 3] { 3 } else { 1 };
    let inside = token.start + prefix + quotes..token.end - quotes;
    let raw = written[..prefix].iter().any(|byte| byte.eq_ignore_ascii_case(&b'r'));
    if raw || !bytes[inside.clone()].contains(&b'\\') {
        return inside;
    }
    let before = bytes[inside.start..at].iter().rev().take_while(|byte| !byte.is_ascii()).count();
    let behind = bytes[at..inside.end].iter().take_while(|byte| !byte.is_ascii()).count();
    at - before..at + behind
}

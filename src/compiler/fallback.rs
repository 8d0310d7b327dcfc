//! Errors that the parser's library finds and diagnose.rs does not: escapes in literals, patterns. In CPython's words.

use ruff_text_size::TextRange;

use super::errors::SyntaxError;
use super::source::Source;
use super::tokenizer::{Kind, Token};

/// The error for a message of the parser's library.
pub(super) fn error(source: &Source, tokens: &[Token], message: &str, range: TextRange) -> Box<SyntaxError> {
    let token = tokens.iter().find(|t| t.range().end() > range.start() && t.kind != Kind::Newline);
    let token_range = token.map_or(range, |t| t.range());
    if message.contains("unicode") || message.starts_with("bytes can only") {
        let literal = token.filter(|t| matches!(t.kind, Kind::String | Kind::FStringMiddle));
        let whole = literal.map_or(range, |t| t.range());
        return match literal.and_then(|t| escape_error(source.slice(t.range()))) {
            _ if message.starts_with("bytes can only") => source.error(message, whole),
            Some(message) if message.is_empty() => source.not_supported("\\N{…} escapes in string literals", whole),
            Some(message) => source.error(message, whole),
            None => source.error(message, whole),
        };
    }
    if message == "Positional patterns cannot follow keyword patterns" {
        return source.error("positional patterns follow keyword patterns", range);
    }
    source.error("invalid syntax", token_range)
}

/// What CPython's codec says of the first wrong escape in a literal; an empty text for `\\N{…}`.
fn escape_error(literal: &str) -> Option<String> {
    let quote = literal.find(['"', '\''])?;
    let bytes = literal[..quote].contains(['b', 'B']);
    let body = &literal[quote..];
    let opening = if body.starts_with("\"\"\"") || body.starts_with("\'\'\'") { 3 } else { 1 };
    let chars: Vec<char> = body[opening..].chars().collect();
    let mut n = 0;
    while n < chars.len() {
        if chars[n] != '\\' {
            n += 1;
            continue;
        }
        let (digits, shape) = match chars.get(n + 1) {
            Some('x') => (2, "\\xXX"),
            Some('u') if !bytes => (4, "\\uXXXX"),
            Some('U') if !bytes => (8, "\\UXXXXXXXX"),
            Some('N') if !bytes => return Some(String::new()),
            _ => {
                n += 2;
                continue;
            }
        };
        let hex: String = chars[n + 2..].iter().take(digits).take_while(|c| c.is_ascii_hexdigit()).collect();
        if hex.len() < digits {
            if bytes {
                return Some(format!("(value error) invalid \\x escape at position {n}"));
            }
            let end = n + 1 + hex.len();
            let what = format!("truncated {shape} escape");
            return Some(unicode_error(n, end, &what));
        }
        if u32::from_str_radix(&hex, 16).is_ok_and(|code| code > 0x10_ffff) {
            return Some(unicode_error(n, n + 9, "illegal Unicode character"));
        }
        n += 2 + digits;
    }
    None
}

fn unicode_error(start: usize, end: usize, what: &str) -> String {
    format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {what}")
}

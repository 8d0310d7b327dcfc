//! Errors that the parser's library finds and diagnose.rs does not: escapes in literals, patterns. In CPython's words.

use ruff_text_size::TextRange;

use crate::objects::str::names::{self, Misnamed};

use super::errors::{ErrorKind, Stage, SyntaxError, Undecoded};
use super::source::Source;
use super::token::{Kind, Token};

/// The error for a message of the parser's library.
#[inline(never)]
pub(super) fn error(source: &Source, tokens: &[Token], message: &str, range: TextRange) -> Box<SyntaxError> {
    let at = tokens.iter().position(|t| t.range().end() > range.start() && t.kind != Kind::Newline);
    // At the end of an f-string, or where a field begins or ends, it is the text before that.
    let ends = |at: usize| tokens[at].kind == Kind::FStringEnd || matches!(source.slice(tokens[at].range()), "{" | "}");
    let at = at.map(|at| at - usize::from(ends(at) && at > 0 && tokens[at - 1].kind.is_fstring_text()));
    let token = at.map(|at| &tokens[at]);
    let token_range = token.map_or(range, |t| t.range());
    if message.starts_with("bytes can only") {
        return source.error(message, token_range);
    }
    let literal = token.filter(|t| t.kind == Kind::String || t.kind.is_fstring_text());
    let wrong = literal.and_then(|t| escape_error(source.slice(t.range()), t.kind == Kind::String));
    if let (Some(wrong), Some(at)) = (wrong, at) {
        return match tokens[at].kind {
            Kind::FStringSpecifier => source.undecoded(wrong, token_range),
            _ => source.wrong_escape(wrong, decoded_at(tokens, at)),
        };
    }
    if message == "Positional patterns cannot follow keyword patterns" {
        return source.error("positional patterns follow keyword patterns", range);
    }
    source.error("invalid syntax", token_range)
}

impl Source<'_> {
    /// The error for an escape in a literal that is decoded there.
    pub(super) fn wrong_escape(&self, wrong: WrongEscape, at: TextRange) -> Box<SyntaxError> {
        let message = match wrong {
            WrongEscape::Unfetched => return self.not_supported("\\N{…} without names.txt", at),
            WrongEscape::Bytes(place) => format!("(value error) invalid \\x escape at position {place}"),
            WrongEscape::Text(wrong) => format!("(unicode error) {}", wrong.message()),
        };
        self.error(message, at).at_stage(Stage::Decoding)
    }

    /// The error for one in a format specifier, which CPython decodes without making a SyntaxError of what that raises.
    pub(super) fn undecoded(&self, wrong: WrongEscape, at: TextRange) -> Box<SyntaxError> {
        let WrongEscape::Text(wrong) = wrong else { return self.wrong_escape(wrong, at) };
        let mut error = self.error_of(ErrorKind::UnicodeDecodeError, wrong.message(), at).at_stage(Stage::Decoding);
        error.undecoded = Some(wrong);
        error
    }
}

/// Where CPython's parser stands when it decodes the literal of a token: there, or at the f-string's end.
fn decoded_at(tokens: &[Token], at: usize) -> TextRange {
    let mut open = 0;
    let end = tokens[at..].iter().find(|token| {
        match token.kind {
            Kind::FStringStart => open += 1,
            Kind::FStringEnd if open == 0 => return true,
            Kind::FStringEnd => open -= 1,
            _ => {}
        }
        false
    });
    end.filter(|_| tokens[at].kind == Kind::FStringMiddle).unwrap_or(&tokens[at]).range()
}

/// What is wrong about an escape.
pub(super) enum WrongEscape {
    /// A name that cannot be looked up.
    Unfetched,
    /// In a literal of bytes, where it stands.
    Bytes(usize),
    Text(Undecoded),
}

/// The first wrong escape in a literal, or in a part of one.
pub(super) fn escape_error(literal: &str, quoted: bool) -> Option<WrongEscape> {
    let (mut body, mut bytes) = (literal, false);
    if quoted {
        let quote = literal.find(['"', '\''])?;
        bytes = literal[..quote].contains(['b', 'B']);
        let width = if ["\"\"\"", "\'\'\'"].iter().any(|q| literal[quote..].starts_with(q)) { 3 } else { 1 };
        body = literal[quote + width..].strip_suffix(&literal[quote..quote + width])?;
    }
    let chars: Vec<char> = body.chars().collect();
    // The codec sees what is not ASCII as `\U0001f600`.
    let place = |n: usize| chars[..n].iter().map(|c| if c.is_ascii() { 1 } else { 10 }).sum::<usize>();
    let unicode_error = |start: usize, end: usize, what: &str| {
        let given =
            chars.iter().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\U{:08x}", u32::from(*c)) });
        WrongEscape::Text(Undecoded { object: given.collect(), start, end, reason: what.to_string() })
    };
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
            Some('N') if !bytes => {
                match names::braced(chars[n + 2..].iter().copied()) {
                    Ok((_, length)) => n += 2 + length,
                    Err(Misnamed::Unfetched) => return Some(WrongEscape::Unfetched),
                    Err(Misnamed::Wrong(length, what)) => {
                        return Some(unicode_error(place(n), place(n + 2 + length), what));
                    }
                }
                continue;
            }
            _ => {
                n += 2;
                continue;
            }
        };
        let hex: String = chars[n + 2..].iter().take(digits).take_while(|c| c.is_ascii_hexdigit()).collect();
        if hex.len() < digits {
            if bytes {
                return Some(WrongEscape::Bytes(n));
            }
            let what = format!("truncated {shape} escape");
            return Some(unicode_error(place(n), place(n) + 2 + hex.len(), &what));
        }
        if u32::from_str_radix(&hex, 16).is_ok_and(|code| code > 0x10_ffff) {
            return Some(unicode_error(place(n), place(n) + 10, "illegal Unicode character"));
        }
        n += 2 + digits;
    }
    None
}

//! String literals. ruff has read them already, except that it puts U+FFFD for a lone surrogate: literals that hold
//! `\ud800`…`\udfff` are read again here.

use std::rc::Rc;

use ruff_python_ast::{self as ast, StringFlags};
use ruff_text_size::{Ranged, TextRange};

use crate::bytecode::Const;
use crate::objects::str::names;

use super::Compiler;
use super::source::Source;

impl Compiler<'_, '_> {
    /// A str literal, of one part or several beside each other.
    pub fn string_constant(&self, literal: &ast::ExprStringLiteral) -> Const {
        constant(self.source, literal)
    }
}

/// A str literal, of one part or several beside each other.
pub(super) fn constant(source: &Source, literal: &ast::ExprStringLiteral) -> Const {
    let mut text = Text::default();
    literal.value.iter().for_each(|part| push_literal(source, &mut text, part));
    text.into_const()
}

/// Appends one part of a literal.
pub(super) fn push_literal(source: &Source, text: &mut Text, part: &ast::StringLiteral) {
    let body = part.range().add_start(part.flags.opener_len()).sub_end(part.flags.closer_len());
    push(source, text, &part.value, (body, part.flags.prefix().is_raw(), false));
}

/// Appends a literal's text: `value` as the parser has it, or read from `body` of the source if that holds surrogates.
/// Of the body it is said whether it is raw, and whether `{{` and `}}` stand for one brace.
pub(super) fn push(source: &Source, text: &mut Text, value: &str, (body, raw, braces): (TextRange, bool, bool)) {
    let body = source.slice(body);
    if !raw && has_surrogate_escape(body) {
        text.push_points(decode(body, braces));
    } else {
        text.push_str(value);
    }
}

/// A str being put together: UTF-8 until a lone surrogate comes.
#[derive(Default)]
pub(super) struct Text {
    utf8: String,
    points: Option<Vec<u32>>,
}

impl Text {
    pub fn push_str(&mut self, text: &str) {
        match &mut self.points {
            Some(points) => points.extend(text.chars().map(u32::from)),
            None => self.utf8.push_str(text),
        }
    }

    /// Appends text whose escapes are decoded here.
    pub fn push_escaped(&mut self, text: &str) {
        self.push_points(decode(text, false));
    }

    #[cold]
    #[inline(never)]
    fn push_points(&mut self, text: Vec<u32>) {
        let points = self.points.get_or_insert_with(|| self.utf8.chars().map(u32::from).collect());
        points.extend(text);
    }

    pub fn is_empty(&self) -> bool {
        self.points.as_ref().map_or(self.utf8.is_empty(), Vec::is_empty)
    }

    pub fn into_const(self) -> Const {
        match self.points {
            Some(points) => match points.iter().map(|p| char::from_u32(*p)).collect::<Option<String>>() {
                Some(text) => Const::Str(text.into()),
                None => Const::Surrogates(Rc::from(points)),
            },
            None => Const::Str(self.utf8.into()),
        }
    }
}

/// Could the source of a literal hold an escape of a surrogate (`\ud800`, `\U0000dfff`)?
fn has_surrogate_escape(source: &str) -> bool {
    let bytes = source.as_bytes();
    let hex = |at: usize, digit: &[u8]| bytes.get(at).is_some_and(|b| digit.contains(&b.to_ascii_lowercase()));
    let surrogate = |at: usize| hex(at, b"d") && hex(at + 1, b"89abcdef");
    (0..bytes.len()).any(|i| {
        bytes[i] == b'\\'
            && match bytes.get(i + 1) {
                Some(b'u') => surrogate(i + 2),
                Some(b'U') => surrogate(i + 6),
                _ => false,
            }
    })
}

/// Reads the body of a literal that is not raw, escapes and all. `braces`: `{{` and `}}` stand for one brace.
fn decode(source: &str, braces: bool) -> Vec<u32> {
    let mut points = Vec::new();
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        if braces && (c == '{' || c == '}') && chars.peek() == Some(&c) {
            chars.next();
        }
        if c == '\r' {
            if chars.peek() == Some(&'\n') {
                chars.next();
            }
            points.push(u32::from('\n'));
            continue;
        }
        if c != '\\' {
            points.push(u32::from(c));
            continue;
        }
        let Some(escape) = chars.next() else { break };
        let mut number = |chars: &mut std::iter::Peekable<std::str::Chars>, radix: u32, first: u32, more: usize| {
            let mut value = first;
            for _ in 0..more {
                match chars.peek().and_then(|d| d.to_digit(radix)) {
                    Some(digit) => value = value * radix + digit,
                    None => break,
                }
                chars.next();
            }
            points.push(value);
        };
        match escape {
            'N' => {
                if let Ok((c, length)) = names::braced(chars.clone()) {
                    points.push(c.into());
                    chars.nth(length - 1);
                }
            }
            'u' => number(&mut chars, 16, 0, 4),
            'U' => number(&mut chars, 16, 0, 8),
            'x' => number(&mut chars, 16, 0, 2),
            '0'..='7' => number(&mut chars, 8, escape.to_digit(8).unwrap_or(0), 2),
            '\n' => {}
            '\r' => {
                if chars.peek() == Some(&'\n') {
                    chars.next();
                }
            }
            _ => match SIMPLE.iter().find(|(letter, _)| *letter == escape) {
                Some((_, value)) => points.push(*value),
                None => points.extend([u32::from('\\'), u32::from(escape)]),
            },
        }
    }
    points
}

/// Escapes of one letter.
const SIMPLE: [(char, u32); 10] =
    [('\\', 0x5c), ('\'', 0x27), ('"', 0x22), ('a', 7), ('b', 8), ('f', 12), ('n', 10), ('r', 13), ('t', 9), ('v', 11)];

//! Tokens, as CPython's tokenizer makes them.

use ruff_text_size::{TextRange, TextSize};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Number,
    String,
    /// `f"`, text, and the end of an f-string.
    FStringStart,
    FStringMiddle,
    FStringEnd,
    /// Text within a field of an f-string: a format specifier's.
    FStringSpecifier,
    Op,
    Newline,
    Indent,
    Dedent,
    End,
}

impl Kind {
    /// Text of an f-string, its own or a specifier's.
    pub fn is_fstring_text(self) -> bool {
        matches!(self, Kind::FStringMiddle | Kind::FStringSpecifier)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
    /// Brackets open behind the token.
    pub level: u16,
}

impl Token {
    pub fn range(self) -> TextRange {
        TextRange::new(TextSize::new(self.start), TextSize::new(self.end))
    }
}

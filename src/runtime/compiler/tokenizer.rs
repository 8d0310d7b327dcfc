//! CPython's tokenizer (`Parser/lexer/lexer.c`), for what the parser's library does not say as CPython does: errors
//! of lexing with their words and places, bounds on nesting, and the tokens around a syntax error.

use ruff_text_size::{TextRange, TextSize};

use super::buffered::count_from_buffer;
use super::errors::{ErrorKind, Result, Stage, SyntaxError};
use super::source::Source;
use super::token::{Kind, Token};
use crate::objects::str::predicates;

/// Parentheses, and levels of indentation, within each other.
const MAX_PARENS: usize = 200;
const MAX_INDENT: usize = 100;

/// An opened bracket. In an f-string's replacement field the field's own brace counts as one.
#[derive(Clone, Copy)]
pub(super) struct Paren {
    pub byte: u8,
    pub at: u32,
}

/// An f-string that is being read.
pub(super) struct FString {
    pub start: u32,
    pub quote: u8,
    pub triple: bool,
    pub raw: bool,
    /// Depth of brackets at each open replacement field of this string.
    pub fields: Vec<usize>,
    /// The innermost field is in its format spec.
    pub in_spec: Vec<bool>,
    /// A field within the format spec has ended: two braces are one there (`in_format_spec`).
    pub after_field: bool,
}

pub(super) struct Tokenizer<'a, 's> {
    pub source: &'a Source<'s>,
    pub bytes: &'s [u8],
    pub at: usize,
    pub tokens: Vec<Token>,
    pub parens: Vec<Paren>,
    /// Columns of the open blocks, with tabs to 8 and tabs as 1.
    indents: Vec<(usize, usize)>,
    pub fstrings: Vec<FString>,
}

/// What reading the whole source gave.
pub(super) struct Tokenized {
    pub tokens: Vec<Token>,
    /// The brackets still open at the end.
    pub open: Vec<Paren>,
    pub error: Option<Box<SyntaxError>>,
    /// The error is within an f-string.
    pub in_fstring: bool,
}

/// Reads the whole source; stops at the first error.
#[inline(never)]
pub(super) fn tokenize(source: &Source) -> Tokenized {
    let mut tokenizer = Tokenizer {
        source,
        bytes: source.text.as_bytes(),
        at: 0,
        tokens: Vec::new(),
        parens: Vec::new(),
        indents: vec![(0, 0)],
        fstrings: Vec::new(),
    };
    let error = tokenizer.run().err();
    let in_fstring = !tokenizer.fstrings.is_empty();
    Tokenized { tokens: tokenizer.tokens, open: tokenizer.parens, error, in_fstring }
}

impl Tokenizer<'_, '_> {
    pub fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    pub fn push(&mut self, kind: Kind, start: usize) {
        let level = self.parens.len() as u16;
        self.tokens.push(Token { kind, start: start as u32, end: self.at as u32, level });
    }

    pub fn fail<T>(&self, message: impl Into<String>, start: usize, end: usize) -> Result<T> {
        self.fail_as(ErrorKind::SyntaxError, message, start, end)
    }

    fn fail_as<T>(&self, kind: ErrorKind, message: impl Into<String>, start: usize, end: usize) -> Result<T> {
        let range = TextRange::new(TextSize::new(start as u32), TextSize::new(end.max(start) as u32));
        let mut error = self.source.error_of(kind, message, range);
        if kind == ErrorKind::SyntaxError {
            error.without_line_end();
        }
        Err(error)
    }

    fn run(&mut self) -> Result<()> {
        let mut line_start = true;
        // A line's end is one token with the comment before it.
        let mut comment = None;
        loop {
            if line_start && self.parens.is_empty() && self.fstrings.is_empty() {
                line_start = !self.indentation()?;
                if line_start && self.at >= self.bytes.len() {
                    break;
                }
                if line_start {
                    continue;
                }
            }
            if self.at < self.bytes.len() && self.in_fstring_text() {
                self.fstring_text()?;
                continue;
            }
            while matches!(self.peek(0), b' ' | b'\t' | b'\x0c') && self.at < self.bytes.len() {
                self.at += 1;
            }
            if self.at >= self.bytes.len() {
                break;
            }
            match self.peek(0) {
                b'#' => {
                    comment = Some(self.at);
                    self.skip_comment();
                }
                b'\n' | b'\r' => {
                    let start = comment.take().unwrap_or(self.at);
                    self.at += if self.peek(0) == b'\r' && self.peek(1) == b'\n' { 2 } else { 1 };
                    if self.parens.is_empty() && self.fstrings.is_empty() {
                        self.push(Kind::Newline, start);
                        line_start = true;
                    }
                }
                b'\\' => self.continuation()?,
                _ => self.token()?,
            }
        }
        // The brace of a field that is open here is one of the open brackets.
        if let Some(open) = self.fstrings.last()
            && (open.fields.is_empty() || open.triple && self.in_fstring_text())
        {
            return self.unterminated_fstring(open.start as usize, open.triple);
        }
        let end = self.at;
        if self.parens.is_empty() {
            if self.tokens.last().is_some_and(|t| !matches!(t.kind, Kind::Newline | Kind::Dedent)) {
                self.push(Kind::Newline, comment.unwrap_or(end));
            }
            while self.indents.len() > 1 {
                self.indents.pop();
                self.push(Kind::Dedent, end);
            }
        }
        self.push(Kind::End, end);
        Ok(())
    }

    fn skip_comment(&mut self) {
        while self.at < self.bytes.len() && !matches!(self.peek(0), b'\n' | b'\r') {
            self.at += 1;
        }
    }

    fn continuation(&mut self) -> Result<()> {
        let start = self.at;
        self.at += 1;
        match self.peek(0) {
            b'\r' if self.peek(1) == b'\n' => self.at += 2,
            b'\n' | b'\r' => self.at += 1,
            _ if self.at >= self.bytes.len() && !self.source.is_given => return self.ends_early(start),
            _ => {
                let place = if self.at < self.bytes.len() { start + 1 } else { start };
                let error = self.fail("unexpected character after line continuation character", place, place);
                return error.map_err(|mut error: Box<SyntaxError>| {
                    error.end_column = 0;
                    error.text = error.text.map(|text| text + "\n");
                    count_from_buffer(self.source, &self.tokens, start + 1, &mut error);
                    error
                });
            }
        }
        if self.at >= self.bytes.len() { self.ends_early(start) } else { Ok(()) }
    }

    /// Behind a backslash in the last line.
    fn ends_early(&self, backslash: usize) -> Result<()> {
        let failed = self.fail("unexpected EOF while parsing", backslash + 1, backslash + 1);
        failed.map_err(|mut error: Box<SyntaxError>| {
            error.text = error.text.map(|text| text + "\n");
            error
        })
    }

    /// The beginning of a line outside brackets; false: the line is empty.
    fn indentation(&mut self) -> Result<bool> {
        let start = self.at;
        let (mut column, mut alternative) = (0usize, 0usize);
        loop {
            match self.peek(0) {
                b' ' if self.at < self.bytes.len() => (column, alternative) = (column + 1, alternative + 1),
                b'\t' => (column, alternative) = ((column / 8 + 1) * 8, alternative + 1),
                b'\x0c' => (column, alternative) = (0, 0),
                b'\\' => {
                    self.continuation()?;
                    continue;
                }
                _ => break,
            }
            self.at += 1;
        }
        match self.peek(0) {
            b'#' => self.skip_comment(),
            _ if self.at >= self.bytes.len() => {}
            b'\n' | b'\r' => {}
            _ => {
                self.change_indentation(start, column, alternative)?;
                return Ok(true);
            }
        }
        if self.peek(0) == b'\r' && self.peek(1) == b'\n' {
            self.at += 1;
        }
        self.at = (self.at + 1).min(self.bytes.len());
        Ok(false)
    }

    fn change_indentation(&mut self, start: usize, column: usize, alternative: usize) -> Result<()> {
        let (last, last_alternative) = *self.indents.last().expect("the outermost block");
        let line_end = self.line_end(start);
        if column == last {
            if alternative != last_alternative {
                return self.tabs(start);
            }
        } else if column > last {
            if self.indents.len() >= MAX_INDENT {
                let message = "too many levels of indentation";
                let failed = self.fail_as(ErrorKind::IndentationError, message, line_end, line_end);
                return failed.map_err(|error| error.at_stage(Stage::Bound));
            }
            if alternative <= last_alternative {
                return self.tabs(start);
            }
            self.indents.push((column, alternative));
            self.push(Kind::Indent, start);
        } else {
            let outer = self.indents.iter().rposition(|(c, _)| column >= *c).unwrap_or(0);
            let (found, found_alternative) = self.indents[outer];
            if column != found {
                let message = "unindent does not match any outer indentation level";
                return self.fail_as(ErrorKind::IndentationError, message, line_end, line_end);
            }
            if alternative != found_alternative {
                return self.tabs(start);
            }
            for _ in outer + 1..self.indents.len() {
                self.indents.pop();
                self.push(Kind::Dedent, self.at);
            }
        }
        Ok(())
    }

    fn tabs<T>(&self, line_start: usize) -> Result<T> {
        let message = "inconsistent use of tabs and spaces in indentation";
        self.fail_as(ErrorKind::TabError, message, line_start, line_start)
    }

    fn line_end(&self, from: usize) -> usize {
        let rest = &self.bytes[from..];
        from + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len())
    }

    fn token(&mut self) -> Result<()> {
        let start = self.at;
        let byte = self.peek(0);
        if byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 {
            return self.name(start);
        }
        if byte.is_ascii_digit() || byte == b'.' && self.peek(1).is_ascii_digit() {
            self.number(start)?;
            self.push(Kind::Number, start);
            return Ok(());
        }
        match byte {
            b'"' | b'\'' => self.string(start),
            b'(' | b'[' | b'{' => {
                if self.parens.len() >= MAX_PARENS {
                    let failed = self.fail("too many nested parentheses", start, start);
                    return failed.map_err(|error| error.at_stage(Stage::Bound));
                }
                self.parens.push(Paren { byte, at: start as u32 });
                self.operator(start, 1)
            }
            b')' | b']' | b'}' => self.close(start, byte),
            _ => self.other(start, byte),
        }
    }

    pub fn operator(&mut self, start: usize, length: usize) -> Result<()> {
        self.at += length;
        self.push(Kind::Op, start);
        Ok(())
    }

    fn other(&mut self, start: usize, byte: u8) -> Result<()> {
        if let Some(string) = self.fstrings.last_mut()
            && string.fields.last() == Some(&self.parens.len())
        {
            // `:` begins the format spec, `!` (not `!=`) the conversion.
            if byte == b':' {
                if let Some(spec) = string.in_spec.last_mut() {
                    *spec = true;
                }
                string.after_field = false;
                return self.operator(start, 1);
            }
            if byte == b'!' && self.peek(1) != b'=' {
                return self.operator(start, 1);
            }
        }
        for operator in ["...", "**=", "//=", ">>=", "<<="] {
            if self.bytes[start..].starts_with(operator.as_bytes()) {
                return self.operator(start, 3);
            }
        }
        for operator in ["**", "//", ">>", "<<", "->", ":=", "==", "!=", "<=", ">=", "<>"] {
            if self.bytes[start..].starts_with(operator.as_bytes()) {
                return self.operator(start, 2);
            }
        }
        if byte != b'!' && b"+-*/%@&|^=<>".contains(&byte) && self.peek(1) == b'=' {
            return self.operator(start, 2);
        }
        if b"+-*/%@&|^~<>=.,:;".contains(&byte) {
            return self.operator(start, 1);
        }
        if byte < 0x20 || byte == 0x7f {
            return self.fail(format!("invalid non-printable character U+{byte:04X}"), start, start);
        }
        if matches!(byte, b'!' | b'$' | b'?' | b'`') {
            // Tokens of no meaning: the parser says «invalid syntax».
            return self.operator(start, 1);
        }
        self.operator(start, 1)
    }

    pub fn close(&mut self, start: usize, byte: u8) -> Result<()> {
        let shown = byte as char;
        let in_field = self.fstrings.last().and_then(|s| s.fields.last()).copied();
        let Some(open) = self.parens.pop() else {
            let prefix = if self.fstrings.is_empty() { "" } else { "f-string: " };
            return self.fail(format!("{prefix}unmatched '{shown}'"), start, start);
        };
        let fits = matches!((open.byte, byte), (b'(', b')') | (b'[', b']') | (b'{', b'}'));
        if !fits {
            let at_field = in_field == Some(self.parens.len() + 1);
            if at_field && open.byte == b'{' {
                return self.fail(format!("f-string: unmatched '{shown}'"), start, start);
            }
            let opened = open.byte as char;
            let (here, there) = (self.source.line(start), self.source.line(open.at as usize));
            let place = if here != there { format!(" on line {there}") } else { String::new() };
            let message = format!("closing parenthesis '{shown}' does not match opening parenthesis '{opened}'{place}");
            return self.fail(message, start, start);
        }
        if in_field == Some(self.parens.len() + 1)
            && byte == b'}'
            && let Some(string) = self.fstrings.last_mut()
        {
            string.fields.pop();
            string.in_spec.pop();
            string.after_field = !string.fields.is_empty();
        }
        self.operator(start, 1)
    }

    fn name(&mut self, start: usize) -> Result<()> {
        let (mut raw, mut f, mut b, mut u) = (false, false, false, false);
        let mut at = self.at;
        while let Some(byte) = self.bytes.get(at) {
            match byte {
                b'"' | b'\'' if at - start <= 2 => {
                    self.at = at;
                    return if f { self.open_fstring(start, raw) } else { self.string(start) };
                }
                b'b' | b'B' if !(b || u || f) => b = true,
                b'u' | b'U' if !(b || u || raw || f) => u = true,
                b'r' | b'R' if !(raw || u) => raw = true,
                b'f' | b'F' if !(f || b || u) => f = true,
                _ => break,
            }
            at += 1;
        }
        while self.at < self.bytes.len() && (is_name_byte(self.peek(0)) || self.peek(0) >= 0x80) {
            self.at += 1;
        }
        self.check_identifier(start)?;
        self.push(Kind::Name, start);
        Ok(())
    }

    /// CPython's `verify_identifier`: the first character that no name can hold.
    fn check_identifier(&mut self, start: usize) -> Result<()> {
        let name = &self.source.text[start..self.at];
        if name.is_ascii() {
            return Ok(());
        }
        for (n, c) in name.char_indices() {
            let (at, code) = (start + n, c as u32);
            if if n == 0 { predicates::begins_identifier(code) } else { predicates::continues_identifier(code) } {
                continue;
            }
            if is_printable(c) {
                return self.fail(format!("invalid character '{c}' (U+{code:04X})"), at, at);
            }
            return self.fail(format!("invalid non-printable character U+{code:04X}"), at, at);
        }
        Ok(())
    }

    /// A string that is no f-string; `self.at` stands at its quote.
    fn string(&mut self, start: usize) -> Result<()> {
        let quote = self.peek(0);
        let triple = self.peek(1) == quote && self.peek(2) == quote;
        self.at += if triple { 3 } else { 1 };
        let mut escaped_quote = false;
        loop {
            if self.at >= self.bytes.len() || !triple && matches!(self.peek(0), b'\n' | b'\r') {
                return self.unterminated_string(start, quote, triple, escaped_quote);
            }
            let byte = self.peek(0);
            if byte == b'\\' {
                escaped_quote |= self.peek(1) == quote;
                let pair = if self.peek(1) == b'\r' && self.peek(2) == b'\n' { 3 } else { 2 };
                self.at = (self.at + pair).min(self.bytes.len());
            } else if byte == quote && (!triple || self.peek(1) == quote && self.peek(2) == quote) {
                self.at += if triple { 3 } else { 1 };
                self.push(Kind::String, start);
                return Ok(());
            } else {
                self.at += 1;
            }
        }
    }

    fn unterminated_string<T>(&self, start: usize, quote: u8, triple: bool, escaped_quote: bool) -> Result<T> {
        let text = self.source.text;
        let last = text.strip_suffix('\n').unwrap_or(text).len();
        let detected = self.source.line(self.at.min(last));
        if let Some(string) = self.fstrings.last()
            && string.quote == quote
            && string.triple == triple
        {
            return self.fail("f-string: expecting '}'", start, start);
        }
        let kind = if triple { "triple-quoted string" } else { "string" };
        let hint = if escaped_quote && !triple { "; perhaps you escaped the end quote?" } else { "" };
        self.fail(format!("unterminated {kind} literal (detected at line {detected}){hint}"), start, start)
    }
}

pub(super) fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// An approximation of `str.isprintable` for what stands where a name is expected.
fn is_printable(c: char) -> bool {
    !c.is_control()
        && !matches!(c as u32, 0xa0 | 0xad | 0x200b..=0x200f | 0x2028..=0x202f | 0x2060..=0x206f | 0xfeff | 0x3000 | 0xd800..=0xf8ff | 0x2000..=0x200a | 0x205f | 0x1680)
}

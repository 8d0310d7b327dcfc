//! The tokenizer's f-strings: their text, fields and ends.

use super::errors::{Result, Stage};
use super::fstring::MAX_FIELDS;
use super::token::Kind;
use super::tokenizer::{FString, Paren, Tokenizer};

impl Tokenizer<'_, '_> {
    pub fn unterminated_fstring<T>(&self, start: usize, triple: bool) -> Result<T> {
        let text = self.source.text;
        let last = text.strip_suffix('\n').unwrap_or(text).len();
        let detected = self.source.line(self.at.min(if triple { last } else { self.at }));
        let kind = if triple { "triple-quoted f-string" } else { "f-string" };
        self.fail(format!("unterminated {kind} literal (detected at line {detected})"), start, start)
    }

    pub fn open_fstring(&mut self, start: usize, raw: bool) -> Result<()> {
        let quote = self.peek(0);
        let triple = self.peek(1) == quote && self.peek(2) == quote;
        self.at += if triple { 3 } else { 1 };
        self.push(Kind::FStringStart, start);
        if self.fstrings.len() >= 149 {
            return self.fail("too many nested f-strings", start, start).map_err(|error| error.at_stage(Stage::Bound));
        }
        let string = FString {
            start: start as u32,
            quote,
            triple,
            raw,
            fields: Vec::new(),
            in_spec: Vec::new(),
            after_field: false,
        };
        self.fstrings.push(string);
        Ok(())
    }

    /// Is the next character text of an f-string (or of a format spec)?
    pub fn in_fstring_text(&self) -> bool {
        let Some(string) = self.fstrings.last() else { return false };
        match string.fields.last() {
            None => true,
            Some(depth) => string.in_spec.last() == Some(&true) && *depth == self.parens.len(),
        }
    }

    /// The text of an f-string up to a field or its end.
    pub fn fstring_text(&mut self) -> Result<()> {
        let string = self.fstrings.last().expect("within an f-string");
        let (quote, triple, raw, opened) = (string.quote, string.triple, string.raw, string.start as usize);
        let after_field = string.after_field;
        let in_spec = !string.fields.is_empty();
        let text = if in_spec { Kind::FStringSpecifier } else { Kind::FStringMiddle };
        let start = self.at;
        loop {
            let byte = self.peek(0);
            if self.at >= self.bytes.len() || !triple && matches!(byte, b'\n' | b'\r') {
                if triple || !in_spec || after_field {
                    return self.unterminated_fstring(opened, triple);
                }
                // A line's end ends the spec, not the field.
                if self.at > start {
                    self.push(text, start);
                }
                if let Some(spec) = self.fstrings.last_mut().and_then(|string| string.in_spec.last_mut()) {
                    *spec = false;
                }
                return Ok(());
            }
            let ends = byte == quote && (!triple || self.peek(1) == quote && self.peek(2) == quote);
            if ends {
                if self.at > start {
                    self.push(text, start);
                }
                let end = self.at;
                self.at += if triple { 3 } else { 1 };
                self.push(Kind::FStringEnd, end);
                self.fstrings.pop();
                return Ok(());
            }
            match byte {
                b'\\' if self.peek(1) == b'{' || self.peek(1) == b'}' => self.at += 1,
                b'\\' if !raw && self.peek(1) == b'N' && self.peek(2) == b'{' => {
                    self.at += 2;
                    while self.at < self.bytes.len()
                        && self.peek(0) != b'}'
                        && !matches!(self.peek(0), b'\n' | b'\r')
                        && self.peek(0) != quote
                    {
                        self.at += 1;
                    }
                    self.at += (self.peek(0) == b'}') as usize;
                }
                b'\\' => self.at = (self.at + 2).min(self.bytes.len()),
                b'{' if self.peek(1) == b'{' && (!in_spec || after_field) => self.at += 2,
                b'{' => {
                    if self.at > start {
                        self.push(text, start);
                    }
                    let at = self.at;
                    self.parens.push(Paren { byte: b'{', at: at as u32 });
                    let depth = self.parens.len();
                    let string = self.fstrings.last_mut().expect("within an f-string");
                    string.fields.push(depth);
                    string.in_spec.push(false);
                    if string.fields.len() > MAX_FIELDS {
                        let failed = self.fail("f-string: expressions nested too deeply", at - 1, at - 1);
                        return failed.map_err(|error| error.at_stage(Stage::Fields));
                    }
                    return self.operator(at, 1);
                }
                b'}' if in_spec => {
                    if self.at > start {
                        self.push(text, start);
                    }
                    return self.close(self.at, b'}');
                }
                b'}' if self.peek(1) == b'}' => self.at += 2,
                b'}' => return self.fail("f-string: single '}' is not allowed", self.at, self.at),
                _ => self.at += 1,
            }
        }
    }
}

//! The tokenizer's numbers: CPython's rules and messages for number literals.

use super::errors::Result;
use super::tokenizer::{Tokenizer, is_name_byte};

impl Tokenizer<'_, '_> {
    /// Reads a number that begins at `start`; `self.at` ends behind it.
    pub fn number(&mut self, start: usize) -> Result<()> {
        if self.peek(0) == b'0' {
            match self.peek(1) {
                b'x' | b'X' => return self.radix(start, "hexadecimal", |b| b.is_ascii_hexdigit()),
                b'o' | b'O' => return self.radix(start, "octal", |b| (b'0'..=b'7').contains(&b)),
                b'b' | b'B' => return self.radix(start, "binary", |b| b == b'0' || b == b'1'),
                _ => {}
            }
            let mut nonzero = false;
            loop {
                match self.peek(0) {
                    b'_' if !self.peek(1).is_ascii_digit() => return self.invalid("decimal", self.at),
                    b'0' | b'_' => self.at += 1,
                    _ => break,
                }
            }
            let zeros_end = self.at;
            if self.peek(0).is_ascii_digit() {
                nonzero = true;
                self.decimal_tail()?;
            }
            if matches!(self.peek(0), b'.' | b'e' | b'E' | b'j' | b'J') {
                return self.fraction();
            }
            if nonzero {
                let message = "leading zeros in decimal integer literals are not permitted; \
                               use an 0o prefix for octal integers";
                return self.fail(message, start, zeros_end);
            }
            return self.verify_end("decimal");
        }
        if self.peek(0) != b'.' {
            self.decimal_tail()?;
        }
        self.fraction()
    }

    fn radix(&mut self, start: usize, kind: &str, digit: fn(u8) -> bool) -> Result<()> {
        self.at += 2;
        loop {
            if self.peek(0) == b'_' {
                self.at += 1;
            }
            let byte = self.peek(0);
            if !digit(byte) {
                if byte.is_ascii_digit() {
                    let shown = byte as char;
                    return self.fail(format!("invalid digit '{shown}' in {kind} literal"), self.at, self.at);
                }
                return self.invalid(kind, self.at.saturating_sub(1).max(start));
            }
            while digit(self.peek(0)) {
                self.at += 1;
            }
            if self.peek(0) != b'_' {
                break;
            }
        }
        let byte = self.peek(0);
        if byte.is_ascii_digit() {
            let shown = byte as char;
            return self.fail(format!("invalid digit '{shown}' in {kind} literal"), self.at, self.at);
        }
        self.verify_end(kind)
    }

    /// Digits with single underscores between them.
    fn decimal_tail(&mut self) -> Result<()> {
        loop {
            while self.peek(0).is_ascii_digit() {
                self.at += 1;
            }
            if self.peek(0) != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek(0).is_ascii_digit() {
                return self.invalid("decimal", self.at - 1);
            }
        }
    }

    fn fraction(&mut self) -> Result<()> {
        if self.peek(0) == b'.' {
            self.at += 1;
            if self.peek(0).is_ascii_digit() {
                self.decimal_tail()?;
            }
        }
        if matches!(self.peek(0), b'e' | b'E') {
            let sign = matches!(self.peek(1), b'+' | b'-') as usize;
            if self.peek(1 + sign).is_ascii_digit() {
                self.at += 1 + sign;
                self.decimal_tail()?;
            } else if sign == 1 {
                return self.invalid("decimal", self.at + 1);
            }
        }
        if matches!(self.peek(0), b'j' | b'J') {
            self.at += 1;
            return self.verify_end("imaginary");
        }
        self.verify_end("decimal")
    }

    fn invalid(&self, kind: &str, at: usize) -> Result<()> {
        self.fail(format!("invalid {kind} literal"), at, at)
    }

    /// A name may not follow a number at once, except the keywords that CPython still lets pass.
    fn verify_end(&mut self, kind: &str) -> Result<()> {
        let byte = self.peek(0);
        // What is no ASCII is the next token's trouble.
        if !byte.is_ascii() || !is_name_byte(byte) {
            return Ok(());
        }
        let rest = &self.bytes[self.at..];
        let word: &[u8] = &rest[..rest.iter().take_while(|b| is_name_byte(**b)).count()];
        let whole = [&b"and"[..], b"else", b"for", b"or", b"not"];
        // Of these CPython looks at two letters only.
        let begun = [b"if", b"in", b"is"];
        if whole.contains(&word) || begun.iter().any(|k| word.starts_with(*k)) {
            return Ok(());
        }
        self.invalid(kind, self.at - 1)
    }
}

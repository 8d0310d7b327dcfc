//! Recognizing f-strings: their replacement fields, conversions and format specs.

use super::diagnose::{Diagnoser, Parse};
use super::fallback;
use super::token::Kind;

impl Diagnoser<'_, '_> {
    /// The literal that stands here, which CPython decodes as soon as its parser comes to it.
    pub fn decode(&mut self, prefix: &str) -> Parse<()> {
        let (literal, range) = (self.text_at(self.at), self.tokens[self.at].range());
        if prefix.contains(['b', 'B']) && !literal.is_ascii() {
            let error = self.error("bytes can only contain ASCII literal characters", self.at, self.at);
            return self.error_at_once(error);
        }
        if prefix.contains(['r', 'R']) {
            return Ok(());
        }
        match fallback::escape_error(literal, true) {
            Some(wrong) => self.error_at_once(Err(self.source.wrong_escape(wrong, range))),
            None => Ok(()),
        }
    }

    pub fn fstring(&mut self) -> Parse<()> {
        self.at += 1;
        self.fstring_parts()?;
        if self.kind() != Kind::FStringEnd {
            return self.invalid();
        }
        self.at += 1;
        Ok(())
    }

    pub fn fstring_parts(&mut self) -> Parse<()> {
        loop {
            match self.kind() {
                Kind::FStringMiddle | Kind::FStringSpecifier => self.at += 1,
                Kind::Op if self.is("{") => self.replacement_field()?,
                _ => return Ok(()),
            }
        }
    }

    pub fn replacement_field(&mut self) -> Parse<()> {
        self.at += 1;
        let next = self.text();
        if matches!(next, "=" | "!" | ":" | "}") {
            return self.error(format!("f-string: valid expression required before '{next}'"), self.at, self.at);
        }
        let at = self.at;
        let value = self.maybe(at, |d| if d.is("yield") { d.yield_expression() } else { d.fstring_value() })?;
        if value.is_none() {
            return self.expected("f-string: expecting a valid expression after '{'");
        }
        let debug = self.accept("=");
        if !matches!(self.text(), "!" | ":" | "}") {
            return self.expected(match debug {
                true => "f-string: expecting '!', or ':', or '}'",
                false => "f-string: expecting '=', or '!', or ':', or '}'",
            });
        }
        let mut wrong = None;
        if self.accept("!") {
            if !self.is_name() {
                let missing = matches!(self.text(), ":" | "}");
                return self.expected(match missing {
                    true => "f-string: missing conversion character",
                    false => "f-string: invalid conversion character",
                });
            }
            if self.tokens[self.at].start != self.tokens[self.at - 1].end {
                // CPython's word.
                let message = "f-string: conversion type must come right after the exclamanation mark";
                return self.error(message, self.at - 1, self.at);
            }
            wrong = Some(self.at).filter(|at| !matches!(self.text_at(*at), "s" | "r" | "a"));
            self.at += 1;
            if !matches!(self.text(), ":" | "}") {
                return self.expected("f-string: expecting ':' or '}'");
            }
        }
        if self.accept(":") {
            self.fstring_parts()?;
            if !self.is("}") {
                return self.expected("f-string: expecting '}', or format specs");
            }
        }
        if !self.accept("}") {
            return self.expected("f-string: expecting '}'");
        }
        if let Some(at) = wrong {
            let name = self.text_at(at);
            let message = format!("f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'");
            return self.error(message, at, at);
        }
        Ok(())
    }
}

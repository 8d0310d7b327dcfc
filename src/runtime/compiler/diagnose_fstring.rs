//! Recognizing f-strings: their replacement fields, conversions and format specs.

use super::diagnose::{Diagnoser, Parse};
use super::tokenizer::Kind;

impl Diagnoser<'_, '_> {
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
                Kind::FStringMiddle => self.at += 1,
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
        let value = if self.is("yield") { self.yield_expression() } else { self.fstring_value() };
        if let Err(error) = value {
            if error.message == "invalid syntax" {
                let begins = |n| matches!(self.text_at(n), "*" | "-" | "+" | "~" | "not" | "await" | "lambda");
                let message = "f-string: expecting a valid expression after '{'";
                if self.at == at {
                    return self.error_here(message);
                }
                let first = (at..self.at).find(|n| !begins(*n));
                if first.is_none_or(|first| self.within_bracket(first)) {
                    return self.error(message, at, at);
                }
            }
            if error.message == "invalid syntax" && self.at > at {
                // The longest expression is taken; what stands behind it is wrong.
                let message = "f-string: expecting '=', or '!', or ':', or '}'";
                return self.error(message, self.at - 1, self.at - 1);
            }
            return Err(error);
        }
        let debug = self.accept("=");
        if !matches!(self.text(), "!" | ":" | "}") {
            let message = if debug {
                "f-string: expecting '!', or ':', or '}'"
            } else {
                "f-string: expecting '=', or '!', or ':', or '}'"
            };
            return self.error_here(message);
        }
        if self.accept("!") {
            if self.kind() != Kind::Name {
                let missing = matches!(self.text(), ":" | "}");
                return self.error_here(match missing {
                    true => "f-string: missing conversion character",
                    false => "f-string: invalid conversion character",
                });
            }
            if self.tokens[self.at].start != self.tokens[self.at - 1].end {
                // CPython's word.
                let message = "f-string: conversion type must come right after the exclamanation mark";
                return self.error(message, self.at - 1, self.at);
            }
            let name = self.text_at(self.at);
            if !matches!(name, "s" | "r" | "a") {
                let message = format!("f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'");
                return self.error(message, self.at, self.at);
            }
            self.at += 1;
            if !matches!(self.text(), ":" | "}") {
                return self.error_here("f-string: expecting ':' or '}'");
            }
        }
        if self.accept(":") {
            self.fstring_parts()?;
            if !self.is("}") {
                return self.error_here("f-string: expecting '}', or format specs");
            }
        }
        if !self.accept("}") {
            return self.error_here("f-string: expecting '}'");
        }
        Ok(())
    }

    /// Is the bracket that a token opens still open at the next token? Then nothing of it is an expression.
    fn within_bracket(&self, first: usize) -> bool {
        let mut depth = 0;
        for text in (first..self.at).map(|n| self.text_at(n)) {
            match text {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return false;
            }
        }
        true
    }
}

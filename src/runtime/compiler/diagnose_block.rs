//! Recognizing compound statements.

use super::diagnose::{Diagnoser, Parse, Shape, Targets};
use super::token::Kind;

impl Diagnoser<'_, '_> {
    /// A compound statement, if one begins here.
    pub fn compound_statement(&mut self) -> Option<Parse<()>> {
        match self.kind() {
            Kind::Indent | Kind::Dedent => return Some(self.invalid()),
            Kind::Op if self.is("@") => return Some(self.decorated()),
            Kind::Name => {}
            _ => return None,
        }
        Some(match self.text() {
            "if" => self.if_statement(),
            "while" => self.while_statement(),
            "for" => self.for_statement(),
            "try" => self.try_statement(),
            "with" => self.with_statement(),
            "def" => self.def_statement(),
            "class" => self.class_statement(),
            "async" => {
                self.at += 1;
                match self.text() {
                    "def" => self.def_statement(),
                    "for" => self.for_statement(),
                    "with" => self.with_statement(),
                    _ => self.invalid(),
                }
            }
            "match" => return self.match_statement(),
            _ => return None,
        })
    }

    fn line_of(&self, token: usize) -> u32 {
        self.source.line(self.tokens[token].start as usize)
    }

    /// `:` and a block. `forced`: a missing colon is named whatever stands there, else only at the line's end.
    pub fn colon_block(&mut self, after: &str, keyword: usize, forced: bool) -> Parse<()> {
        if !self.is(":") {
            if forced || self.kind() == Kind::Newline {
                return self.expected_colon();
            }
            return self.invalid();
        }
        self.at += 1;
        self.block(after, keyword)
    }

    pub fn expected_colon<T>(&mut self) -> Parse<T> {
        self.expected("expected ':'")
    }

    /// An error at the next token.
    pub fn expected<T>(&mut self, message: &str) -> Parse<T> {
        self.kind();
        Err(self.error_at_token(message, self.tokens[self.at.min(self.tokens.len() - 1)]))
    }

    pub fn block(&mut self, after: &str, keyword: usize) -> Parse<()> {
        if self.kind() != Kind::Newline {
            return self.simple_statements();
        }
        self.at += 1;
        if self.kind() != Kind::Indent {
            let message = format!("expected an indented block after {after} on line {}", self.line_of(keyword));
            let token = self.tokens[self.at.min(self.tokens.len() - 1)];
            let mut error = self.indentation_error(message, token);
            let next = self.tokens[self.at..].iter().find(|t| t.kind != Kind::Dedent);
            if token.kind == Kind::Dedent && next.is_some_and(|t| t.kind != Kind::End) {
                error.before_dedent();
            } else if next.is_none_or(|t| t.kind == Kind::End) && self.source.is_file {
                (error.column, error.end_column) = (0, 0);
            }
            return Err(error);
        }
        self.at += 1;
        while self.kind() != Kind::Dedent && self.kind() != Kind::End {
            self.statement()?;
        }
        if self.kind() == Kind::Dedent {
            self.at += 1;
        }
        Ok(())
    }

    fn if_statement(&mut self) -> Parse<()> {
        let keyword = self.at;
        let name = self.text();
        self.at += 1;
        self.named_expression()?;
        self.colon_block(&format!("'{name}' statement"), keyword, false)?;
        if self.is("elif") { self.if_statement() } else { self.else_block() }
    }

    fn else_block(&mut self) -> Parse<()> {
        if !self.is("else") {
            return Ok(());
        }
        let keyword = self.at;
        self.at += 1;
        self.colon_block("'else' statement", keyword, true)
    }

    fn while_statement(&mut self) -> Parse<()> {
        let keyword = self.at;
        self.at += 1;
        self.named_expression()?;
        self.colon_block("'while' statement", keyword, false)?;
        self.else_block()
    }

    fn for_statement(&mut self) -> Parse<()> {
        let keyword = self.at;
        self.at += 1;
        self.for_targets(false)?;
        self.star_expressions()?;
        self.colon_block("'for' statement", keyword, false)?;
        self.else_block()
    }

    fn with_statement(&mut self) -> Parse<()> {
        let keyword = self.at;
        self.at += 1;
        // `with (a as b, c as d):` first, `with (a), b:` else.
        let first = self.at;
        let mut parenthesized = self.is("(") && self.attempt(|d| d.with_items()).is_some();
        if !parenthesized && self.is("(") {
            // Again, with the rules for errors.
            match self.with_items() {
                Err(error) if error.is_generic() => self.at = first,
                result => {
                    result?;
                    parenthesized = true;
                }
            }
        }
        if !parenthesized {
            loop {
                self.with_item()?;
                if !self.accept(",") {
                    break;
                }
            }
        }
        self.colon_block("'with' statement", keyword, false)
    }

    /// Items in parentheses of their own.
    fn with_items(&mut self) -> Parse<()> {
        self.expect("(")?;
        loop {
            self.with_item()?;
            if !self.accept(",") || self.is(")") {
                break;
            }
        }
        self.expect(")")?;
        if self.is(":") || self.kind() == Kind::Newline { Ok(()) } else { self.invalid() }
    }

    fn with_item(&mut self) -> Parse<()> {
        self.expression()?;
        let before = self.at;
        if !self.accept("as") {
            return Ok(());
        }
        if self.maybe(before, |d| d.target())?.is_some() && (self.ends_item() || self.kind() == Kind::Newline) {
            return Ok(());
        }
        self.at = before + 1;
        if self.quiet == 0
            && let Some(target) = self.maybe(before, |d| d.expression())?
            && self.ends_item()
            && let Some(wrong) = self.invalid_target(&target, Targets::Star)
        {
            return self.error_at(format!("cannot assign to {}", wrong.name()), &wrong);
        }
        // The `as` is no part of it.
        self.at = before;
        Ok(())
    }

    fn ends_item(&mut self) -> bool {
        matches!(self.text(), "," | ")" | ":")
    }

    fn try_statement(&mut self) -> Parse<()> {
        let keyword = self.at;
        self.at += 1;
        if self.quiet == 0 && self.is(":") && self.text_ahead() == "except" {
            // The rules for errors do without a block.
            self.at += 1;
            let clause = self.at;
            self.maybe(clause, |d| d.except_clause(None))?;
            self.at = clause - 1;
        }
        self.colon_block("'try' statement", keyword, true)?;
        if !self.is("except") && !self.is("finally") {
            return self.error_here("expected 'except' or 'finally' block");
        }
        let mut stars = None;
        while self.is("except") {
            stars = Some(self.except_clause(stars)?);
        }
        if stars.is_some() {
            self.else_block()?;
        }
        if self.is("finally") {
            let keyword = self.at;
            self.at += 1;
            self.colon_block("'finally' statement", keyword, true)?;
        }
        Ok(())
    }

    /// A clause behind others that have a star or none; whether it has one.
    fn except_clause(&mut self, before: Option<bool>) -> Parse<bool> {
        let keyword = self.at;
        self.at += 1;
        if self.quiet > 0 && before.is_some_and(|before| before != self.is("*")) {
            return self.invalid();
        }
        let star = self.accept("*");
        if star && (self.is(":") || self.kind() == Kind::Newline) {
            return self.error_here("expected one or more exception types");
        }
        if !self.is(":") && self.kind() != Kind::Newline {
            let first = self.at;
            self.expression()?;
            if self.is(",") {
                return self.several_types(first).map(|()| star);
            }
            if self.accept("as") {
                self.expect_name()?;
            }
        }
        if self.is(":") && before.is_some_and(|before| before != star) {
            let message = "cannot have both 'except' and 'except*' on the same 'try'";
            return self.error(message, keyword, keyword + star as usize);
        }
        let name = if star { "'except*' statement" } else { "'except' statement" };
        self.colon_block(name, keyword, false)?;
        Ok(star)
    }

    /// `except A, B:`
    fn several_types(&mut self, first: usize) -> Parse<()> {
        let comma = self.at;
        if self.quiet == 0 {
            self.at += 1;
            let rest = self.maybe(comma, |d| d.listed(|d| d.expression()))?;
            let named = rest.is_some() && self.accept("as");
            if rest.is_some() && (!named || self.expect_name().is_ok()) && self.is(":") {
                return self.error_from("multiple exception types must be parenthesized", first);
            }
            self.at = comma;
        }
        self.invalid()
    }

    fn decorated(&mut self) -> Parse<()> {
        while self.accept("@") {
            self.named_expression()?;
            if self.kind() != Kind::Newline {
                return self.invalid();
            }
            self.at += 1;
        }
        match self.text() {
            "def" => self.def_statement(),
            "class" => self.class_statement(),
            "async" => {
                self.at += 1;
                if self.is("def") { self.def_statement() } else { self.invalid() }
            }
            _ => self.invalid(),
        }
    }

    fn def_statement(&mut self) -> Parse<()> {
        let keyword = self.at;
        self.at += 1;
        self.expect_name()?;
        let open = self.at;
        match self.type_params() {
            // Not there, as far as the grammar is concerned.
            Err(error) if error.is_generic() => self.at = open,
            result => result?,
        }
        if !self.is("(") {
            return self.expected("expected '('");
        }
        self.at += 1;
        self.parameters(")", false)?;
        self.expect(")")?;
        if self.accept("->") {
            let arrow = self.at - 1;
            self.maybe(arrow, |d| d.expression())?;
        }
        self.colon_block("function definition", keyword, true)
    }

    fn class_statement(&mut self) -> Parse<()> {
        let keyword = self.at;
        self.at += 1;
        self.expect_name()?;
        self.type_params()?;
        if self.is("(") {
            let open = self.at;
            self.arguments()?;
            if let Some(at) = self.bare_generator(open) {
                self.seen = at;
                self.at = at;
                return self.invalid();
            }
        }
        self.colon_block("class definition", keyword, false)
    }

    /// The `for` of a generator expression that stands in a call's parentheses without its own.
    fn bare_generator(&self, open: usize) -> Option<usize> {
        let level = self.tokens[open].level;
        let inner = open + 1..self.at.saturating_sub(1);
        let at = inner.into_iter().find(|n| self.tokens[*n].level == level && self.text_at(*n) == "for")?;
        Some(if self.text_at(at - 1) == "async" { at - 1 } else { at })
    }

    pub fn type_params(&mut self) -> Parse<()> {
        if !self.accept("[") {
            return Ok(());
        }
        if self.is("]") {
            return self.error_from("Type parameter list cannot be empty", self.at);
        }
        loop {
            let stars = ["*", "**"].iter().position(|stars| self.accept(stars));
            self.expect_name()?;
            let colon = self.at;
            if self.accept(":") {
                let bound = self.expression()?;
                if let Some(n) = stars {
                    let what = if bound.shape == Shape::Tuple { "constraints" } else { "bound" };
                    let kind = ["TypeVarTuple", "ParamSpec"][n];
                    return self.error_from(format!("cannot use {what} with {kind}"), colon);
                }
            }
            if self.accept("=") {
                self.star_expression(false)?;
            }
            if !self.accept(",") || self.is("]") {
                break;
            }
        }
        self.expect("]")
    }
}

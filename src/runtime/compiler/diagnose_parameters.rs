//! Recognizing the parameters of functions and of lambdas.

use super::diagnose::{Diagnoser, Parse};

impl Diagnoser<'_, '_> {
    /// Parameters up to `end` (`)` or a lambda's `:`), which stays.
    pub fn parameters(&mut self, end: &str, lambda: bool) -> Parse<()> {
        let (mut default, mut slash, mut star, mut count) = (false, false, false, 0);
        while !self.is(end) {
            let first = self.at;
            if self.quiet > 0 && count == 0 && self.is("/") {
                return self.invalid();
            }
            if self.accept("/") {
                self.slash(first, star, slash, count)?;
                slash = true;
            } else if self.accept("**") {
                return self.keyword_parameters(end, lambda);
            } else if self.accept("*") {
                if star {
                    return self.second_star(first, end, lambda);
                }
                star = true;
                self.star(first, end, lambda)?;
            } else if self.is("(") {
                return self.parenthesized_parameters(lambda);
            } else {
                self.parameter(lambda)?;
                if self.is("=") {
                    self.default()?;
                    default = true;
                } else if default && !star && (self.is(",") || self.is(end)) {
                    // Behind the comma it looks for a comment of types.
                    self.kind_ahead();
                    let message = "parameter without a default follows parameter with a default";
                    return self.error(message, first, self.at - 1);
                }
            }
            count += 1;
            if !self.accept(",") {
                break;
            }
        }
        Ok(())
    }

    fn parameter(&mut self, lambda: bool) -> Parse<()> {
        self.expect_name()?;
        if !lambda && self.accept(":") {
            self.expression()?;
        }
        Ok(())
    }

    fn default(&mut self) -> Parse<()> {
        let equals = self.at;
        self.at += 1;
        if self.is(")") || self.is(",") {
            return self.error("expected default value expression", equals, equals);
        }
        self.expression().map(drop)
    }

    /// Behind the `/` at `first`, with `count` parameters before it.
    fn slash(&mut self, first: usize, star: bool, slash: bool, count: usize) -> Parse<()> {
        if star {
            return self.error("/ must be ahead of *", first, first);
        }
        if slash {
            return self.error("/ may appear only once", first, first);
        }
        if count == 0 {
            let message = if self.is(",") { "at least one argument must precede /" } else { "invalid syntax" };
            return self.error(message, first, first);
        }
        if self.is("*") {
            return self.error("expected comma between / and *", self.at, self.at);
        }
        Ok(())
    }

    /// Behind the first `*`, at `first`.
    fn star(&mut self, first: usize, end: &str, lambda: bool) -> Parse<()> {
        let next = self.text_at(self.at + 1);
        if self.is(end) || self.is(",") && (next == "**" || next == end) {
            let message = "named arguments must follow bare *";
            if lambda {
                self.at += self.is(",") as usize;
                self.kind();
                return self.error_here(message);
            }
            return self.error(message, first, first);
        }
        if self.is(",") {
            return Ok(());
        }
        self.expect_name()?;
        if !lambda && self.accept(":") {
            self.star_expression(false)?;
        }
        if self.is("=") {
            return self.error("var-positional argument cannot have default value", self.at, self.at);
        }
        Ok(())
    }

    /// Behind a further `*`, at `first`.
    fn second_star(&mut self, first: usize, end: &str, lambda: bool) -> Parse<()> {
        let ends = |d: &mut Self| if d.is(",") || d.is(end) { Ok(()) } else { d.invalid() };
        let speaks = self.quiet == 0;
        if speaks && (self.is(",") || self.attempt(|d| d.parameter(lambda).and_then(|()| ends(d))).is_some()) {
            return self.error("* argument may appear only once", first, first);
        }
        self.at = first;
        self.invalid()
    }

    /// Behind `**`: nothing may follow.
    fn keyword_parameters(&mut self, end: &str, lambda: bool) -> Parse<()> {
        self.parameter(lambda)?;
        if self.is("=") {
            return self.error("var-keyword argument cannot have default value", self.at, self.at);
        }
        if !self.accept(",") || self.is(end) {
            return Ok(());
        }
        let next = self.at;
        if self.is_name() {
            self.parameter(lambda)?;
            return self.error("arguments cannot follow var-keyword argument", next, self.at - 1);
        }
        if matches!(self.text(), "*" | "**" | "/") {
            return self.error("arguments cannot follow var-keyword argument", next, next);
        }
        self.invalid()
    }

    fn parenthesized_parameters(&mut self, lambda: bool) -> Parse<()> {
        let first = self.at;
        if self.quiet > 0 {
            return self.invalid();
        }
        let names = self.attempt(|d| {
            d.at += 1;
            loop {
                d.expect_name()?;
                if !lambda && d.accept(":") {
                    d.expression()?;
                }
                if !d.accept(",") || d.is(")") {
                    return d.expect(")");
                }
            }
        });
        if names.is_none() {
            return self.invalid();
        }
        let what = if lambda { "Lambda expression parameters" } else { "Function parameters" };
        self.error(format!("{what} cannot be parenthesized"), first, self.at - 1)
    }
}

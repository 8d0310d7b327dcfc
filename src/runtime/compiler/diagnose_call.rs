//! Recognizing the arguments of calls, and what is wrong about their order.

use super::diagnose::{Diagnoser, Node, Parse, is_keyword};
use super::diagnose_atom::STAR;
use super::token::Kind;

impl Diagnoser<'_, '_> {
    /// The arguments of a call, parentheses included.
    pub fn arguments(&mut self) -> Parse<()> {
        self.at += 1;
        let (mut keyword, mut unpacking) = (false, false);
        let mut count = 0;
        while !self.is(")") {
            let first = self.at;
            if self.accept("**") {
                self.expression()?;
                if self.quiet == 0 && self.accept("=") {
                    self.expression()?;
                    return self.error("cannot assign to keyword argument unpacking", first, self.at - 1);
                }
                unpacking = true;
            } else if self.accept("*") {
                let value = self.starred_value(|d| d.expression())?;
                let at = self.at;
                let bare = count == 0 && self.quiet == 0 && (self.is("for") || self.is("async"));
                if bare && self.maybe(at, |d| d.for_clauses())?.is_some() {
                    return self.error("iterable unpacking cannot be used in comprehension", first, value.last);
                }
                if self.quiet == 0 && self.accept("=") {
                    self.expression()?;
                    return self.error("cannot assign to iterable argument unpacking", first, self.at - 1);
                }
                if unpacking {
                    let message = "iterable argument unpacking follows keyword argument unpacking";
                    return self.error(message, first - 1, self.at - 1);
                }
            } else if self.kind() == Kind::Name && self.text_at(self.at + 1) == "=" {
                self.keyword_argument(first)?;
                keyword = true;
            } else {
                if self.quiet > 0 && (keyword || unpacking) {
                    self.at += self.is_name() as usize;
                    return self.invalid();
                }
                self.positional_argument(first, count)?;
                if keyword || unpacking {
                    let after = if unpacking { " unpacking" } else { "" };
                    self.rest_of_arguments()?;
                    return self.error_here(format!("positional argument follows keyword argument{after}"));
                }
            }
            count += 1;
            if !self.accept(",") {
                break;
            }
        }
        self.expect(")")
    }

    /// CPython looks at the arguments up to the first that is not one before it complains.
    fn rest_of_arguments(&mut self) -> Parse<()> {
        let mut keyword = false;
        while self.accept(",") {
            let named = self.kind() == Kind::Name && self.text_at(self.at + 1) == "=";
            let starred = self.is("*") || self.is("**");
            self.at += if named { 2 } else { starred as usize };
            let at = self.at;
            if self.maybe(at, |d| d.expression())?.is_none() || keyword && !named && !starred {
                break;
            }
            keyword |= named;
        }
        self.kind();
        Ok(())
    }

    /// What follows a star in a call or subscript.
    pub fn starred_value(&mut self, value: impl FnOnce(&mut Self) -> Parse<Node>) -> Parse<Node> {
        match value(self) {
            Err(error) if error.is_generic() => {
                let error = self.error_here(STAR);
                self.error_at_once(error)
            }
            result => result,
        }
    }

    fn keyword_argument(&mut self, first: usize) -> Parse<()> {
        let name = self.text_at(self.at);
        let equals = self.at + 1;
        if matches!(name, "True" | "False" | "None") {
            return self.error(format!("cannot assign to {name}"), first, equals);
        }
        if is_keyword(name) {
            // `not` and `lambda` begin an expression, which the sign then ends.
            self.expression()?;
            return self.invalid();
        }
        self.at += 2;
        if self.is(",") || self.is(")") {
            return self.error("expected argument value expression", first, equals);
        }
        self.expression()?;
        if self.quiet == 0 && (self.is("for") || self.is("async")) && self.attempt(|d| d.for_clauses()).is_some() {
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return self.error(message, first, equals);
        }
        Ok(())
    }

    fn positional_argument(&mut self, first: usize, count: usize) -> Parse<()> {
        if self.is_name() && self.text_at(self.at + 1) == ":=" {
            self.at += 2;
            self.expression()?;
        } else {
            let value = self.expression()?;
            if self.is("=") {
                let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
                return self.error(message, value.first, self.at);
            }
            if self.is(":=") {
                return self.invalid();
            }
        }
        // Only a lone argument may be a generator expression; what the rules for errors say of others comes later.
        let at = self.at;
        let may_be = (self.quiet == 0 || count == 0) && (self.is("for") || self.is("async"));
        if may_be && self.maybe(at, |d| d.for_clauses())?.is_some() && (count > 0 || self.is(",")) {
            let last = self.at - 1;
            if count == 0 && self.quiet == 0 {
                self.rest_of_arguments()?;
            }
            return self.error("Generator expression must be parenthesized", first, last);
        }
        Ok(())
    }
}

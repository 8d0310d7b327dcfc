//! Recognizing `match`, which is a keyword only where a subject and cases follow.

use super::diagnose::{Diagnoser, Parse, Shape};
use super::token::Kind;

impl Diagnoser<'_, '_> {
    /// `match` is a name unless a subject and a colon follow. Behind a subject that ends its line the rules for errors
    /// miss the colon, wherever the error is that made CPython look for one (`invalid_match_stmt`).
    pub fn match_statement(&mut self) -> Option<Parse<()>> {
        let keyword = self.at;
        let subject = self.maybe(keyword, |d| {
            d.at += 1;
            d.subject()
        });
        match subject {
            Err(error) => return Some(Err(error)),
            Ok(None) => return None,
            Ok(Some(())) => {}
        }
        if self.is(":") && self.kind_ahead() == Kind::Newline {
            return Some(self.cases(keyword));
        }
        if self.quiet == 0 && self.kind() == Kind::Newline {
            return Some(self.error_here("expected ':'"));
        }
        self.at = keyword;
        None
    }

    /// `a, *b`, or one expression that has no star.
    fn subject(&mut self) -> Parse<()> {
        let subject = self.listed(|d| d.star_expression(true))?;
        if subject.shape == Shape::Starred { self.invalid() } else { Ok(()) }
    }

    /// Does the token begin a clause of `match`, as far as its pattern goes?
    pub fn is_case(&mut self, keyword: usize) -> bool {
        self.at = keyword + 1;
        self.attempt(Self::patterns).is_some() && (self.is(":") || self.is("if"))
    }

    pub fn cases(&mut self, keyword: usize) -> Parse<()> {
        self.at += 2;
        if self.kind() != Kind::Indent {
            self.at -= 1;
            return self.block("'match' statement", keyword);
        }
        self.at += 1;
        if !self.is("case") {
            return self.invalid();
        }
        while self.is("case") {
            let keyword = self.at;
            self.at += 1;
            self.patterns()?;
            if self.accept("if") {
                self.named_expression()?;
            }
            self.colon_block("'case' statement", keyword, false)?;
        }
        if self.kind() == Kind::Dedent {
            self.at += 1;
            return Ok(());
        }
        self.invalid()
    }
}

//! Recognizing `match`, which is a keyword only where a subject and cases follow.

use super::diagnose::{Diagnoser, Parse, is_keyword};
use super::token::Kind;

impl Diagnoser<'_, '_> {
    /// `match` is a name unless a subject and a colon follow.
    pub fn match_statement(&mut self) -> Option<Parse<()>> {
        let keyword = self.at;
        let next = self.text_at(keyword + 1);
        let starts = match self.kind_at(keyword + 1) {
            Kind::Number | Kind::String | Kind::FStringStart => true,
            Kind::Name => !is_keyword(next) || matches!(next, "None" | "True" | "False" | "not" | "lambda" | "await"),
            Kind::Op => matches!(next, "(" | "[" | "{" | "-" | "*" | "~" | "..."),
            _ => false,
        };
        if !starts {
            return None;
        }
        let subject = self.attempt(|d| {
            d.at += 1;
            d.listed(|d| d.star_expression(true))
        });
        let opens = subject.is_some() && self.is(":") && self.kind_ahead() == Kind::Newline;
        let missing = subject.is_some()
            && self.kind() == Kind::Newline
            && self.quiet == 0
            && !matches!(next, "(" | "[" | "-" | "*");
        if missing {
            return Some(self.expected_colon());
        }
        if !opens {
            self.at = keyword;
            if self.quiet == 0 {
                // Again, with the rules for errors.
                let subject = self.maybe(keyword, |d| {
                    d.at += 1;
                    d.listed(|d| d.star_expression(true))
                });
                if let Err(error) = subject {
                    return Some(Err(error));
                }
                self.at = keyword;
            }
            return None;
        }
        Some(self.cases(keyword))
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

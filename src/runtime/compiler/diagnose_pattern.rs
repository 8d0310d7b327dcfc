//! Recognizing the patterns of `case`. As in CPython's grammar each alternative is tried in turn, and «invalid syntax»
//! stands at the furthest token that one of them has looked at.

use super::diagnose::{Diagnoser, Parse};
use super::token::Kind;

/// Is it there? Err: a rule for errors applies.
type Found = Parse<bool>;

impl Diagnoser<'_, '_> {
    /// What stands between `case` and the guard or the colon.
    pub fn patterns(&mut self) -> Parse<()> {
        let found = self.either(&[|d| d.open_sequence(), |d| d.pattern()])?;
        if found { Ok(()) } else { self.invalid() }
    }

    /// The first alternative that is there.
    fn either(&mut self, alternatives: &[fn(&mut Self) -> Found]) -> Found {
        let start = self.at;
        for alternative in alternatives {
            if alternative(self)? {
                return Ok(true);
            }
            self.at = start;
        }
        Ok(false)
    }

    /// `a, *b`, with at least one comma.
    fn open_sequence(&mut self) -> Found {
        if !self.maybe_star()? || !self.accept(",") {
            return Ok(false);
        }
        self.listed_patterns(|d| d.maybe_star())?;
        Ok(true)
    }

    /// None or more, a comma between two, one at the end as they like.
    fn listed_patterns(&mut self, item: fn(&mut Self) -> Found) -> Parse<usize> {
        let mut count = 0;
        loop {
            let start = self.at;
            if !item(self)? {
                self.at = start;
                return Ok(count);
            }
            count += 1;
            if !self.accept(",") {
                return Ok(count);
            }
        }
    }

    fn maybe_star(&mut self) -> Found {
        if self.accept("*") {
            return self.either(&[|d| d.capture(), |d| Ok(d.accept("_"))]);
        }
        self.pattern()
    }

    fn pattern(&mut self) -> Found {
        loop {
            if !self.closed_pattern()? {
                return Ok(false);
            }
            if !self.accept("|") {
                break;
            }
        }
        if !self.accept("as") {
            return Ok(true);
        }
        let target = self.at;
        if self.capture()? {
            return Ok(true);
        }
        self.at = target;
        if self.is("_") {
            return self.error("cannot use '_' as a target", target, target);
        }
        if !self.is_name()
            && let Some(wrong) = self.attempt(|d| d.expression())
        {
            return self.error_at("invalid pattern target", &wrong);
        }
        Ok(false)
    }

    fn closed_pattern(&mut self) -> Found {
        self.either(&[
            |d| d.literal(),
            |d| d.capture(),
            |d| Ok(d.accept("_")),
            |d| Ok(d.dotted(true)? && !d.is_called()),
            |d| Ok(d.accept("(") && d.pattern()? && d.accept(")")),
            |d| d.sequence(),
            |d| d.mapping(),
            |d| d.class(),
        ])
    }

    /// Does something follow that makes more of a name than a name?
    fn is_called(&mut self) -> bool {
        matches!(self.text(), "." | "(" | "=")
    }

    fn capture(&mut self) -> Found {
        let is_name = self.is_name() && !self.is("_");
        self.at += is_name as usize;
        Ok(is_name && !self.is_called())
    }

    /// `a.b.c`; a lone name only if no dot is `required`.
    fn dotted(&mut self, required: bool) -> Found {
        if !self.is_name() {
            return Ok(false);
        }
        self.at += 1;
        let mut dots = false;
        while self.accept(".") {
            if !self.is_name() {
                return Ok(false);
            }
            self.at += 1;
            dots = true;
        }
        Ok(dots || !required)
    }

    fn literal(&mut self) -> Found {
        if matches!(self.text(), "None" | "True" | "False") {
            self.at += 1;
            return Ok(true);
        }
        if matches!(self.kind(), Kind::String | Kind::FStringStart) {
            self.strings()?;
            return Ok(true);
        }
        self.accept("-");
        if self.kind() != Kind::Number {
            return Ok(false);
        }
        let real = self.at;
        self.at += 1;
        if !self.is("+") && !self.is("-") {
            return Ok(true);
        }
        if self.is_imaginary(real) {
            return self.error("real number required in complex literal", real, real);
        }
        self.at += 1;
        if self.kind() != Kind::Number {
            return Ok(false);
        }
        if !self.is_imaginary(self.at) {
            return self.error("imaginary number required in complex literal", self.at, self.at);
        }
        self.at += 1;
        Ok(true)
    }

    fn is_imaginary(&self, number: usize) -> bool {
        self.text_at(number).ends_with(['j', 'J'])
    }

    fn sequence(&mut self) -> Found {
        if self.accept("[") {
            self.listed_patterns(|d| d.maybe_star())?;
            return Ok(self.accept("]"));
        }
        if !self.accept("(") {
            return Ok(false);
        }
        let start = self.at;
        if !self.open_sequence()? {
            self.at = start;
        }
        Ok(self.accept(")"))
    }

    fn mapping(&mut self) -> Found {
        if !self.accept("{") {
            return Ok(false);
        }
        self.listed_patterns(|d| {
            let key = d.either(&[|d| d.literal(), |d| d.dotted(true)])?;
            Ok(key && d.accept(":") && d.pattern()?)
        })?;
        if self.accept("**") {
            if !self.capture()? {
                return Ok(false);
            }
            self.accept(",");
        }
        Ok(self.accept("}"))
    }

    fn class(&mut self) -> Found {
        if !self.dotted(false)? || !self.accept("(") {
            return Ok(false);
        }
        let positional = self.listed_patterns(|d| d.pattern())?;
        let more = positional == 0 || self.text_at(self.at - 1) == ",";
        let keywords = if more { self.listed_patterns(Self::keyword)? } else { 0 };
        let first = self.at;
        let late =
            if keywords > 0 && self.text_at(self.at - 1) == "," { self.listed_patterns(|d| d.pattern())? } else { 0 };
        if late > 0 {
            let comma = self.text_at(self.at - 1) == ",";
            return self.error("positional patterns follow keyword patterns", first, self.at - 1 - comma as usize);
        }
        Ok(self.accept(")"))
    }

    fn keyword(&mut self) -> Found {
        if !self.is_name() {
            return Ok(false);
        }
        self.at += 1;
        Ok(self.accept("=") && self.pattern()?)
    }
}

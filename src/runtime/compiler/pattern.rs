//! `match`: the statement and its captures. The kinds of patterns are in pattern_kinds.rs.
//!
//! The subject stands in a temporary until a case is chosen. What a pattern captures waits in temporaries above it and
//! is bound when the whole pattern matches, in the order of the pattern. A pattern that fails drops all it holds.

use ruff_python_ast::{self as ast, Pattern};
use ruff_text_size::TextRange;

use crate::bytecode::{Op, Position, reg};

use super::Compiler;
use super::emit::Label;
use super::errors::Result;

/// The pattern being compiled.
pub(super) struct Matching<'a> {
    /// Where it goes when it does not match.
    pub fail: Label,
    /// Captured names with the slots of their values.
    pub captures: Vec<(&'a ast::Identifier, u16)>,
    /// Names captured by the alternative being compiled, when in an or-pattern.
    pub seen: Vec<&'a str>,
    /// A pattern that matches everything is allowed here (the last case, or one with a guard).
    pub irrefutable_allowed: bool,
}

impl<'a> Compiler<'a, '_> {
    pub fn match_statement(&mut self, stmt: &'a ast::StmtMatch) -> Result<()> {
        let end = self.label();
        let subject = self.expr(&stmt.subject, None)?;
        let count = stmt.cases.len();
        for (n, case) in stmt.cases.iter().enumerate() {
            let position = self.source.position_of(&case.pattern);
            let allowed = n == count - 1 || case.guard.is_some();
            let next = self.label();
            let wildcard = n == count - 1 && count > 1 && is_wildcard(&case.pattern);
            let mut held = None;
            if wildcard {
                self.emit(Op::Nop, 0, 0, 0, position);
            } else {
                held = Some(self.case_pattern(case, subject, allowed)?);
            }
            if let Some(guard) = &case.guard {
                self.branch(guard, false, next)?;
            }
            self.emit(Op::Drop, subject, 0, 0, position);
            self.release(subject);
            self.body(&case.body)?;
            self.jump(Op::Jump, 0, end, Position::default());
            self.alloc();
            if let Some((fail, used)) = held {
                self.bind(fail);
                for slot in subject + 1..used {
                    self.emit(Op::Drop, slot, 0, 0, position);
                }
            }
            self.bind(next);
        }
        self.emit(Op::Drop, subject, 0, 0, Position::default());
        self.release(subject);
        self.bind(end);
        Ok(())
    }

    /// The pattern of a case, and the names it binds. Gives the label where it goes when it does not match, and the
    /// end of the slots that may hold something then.
    fn case_pattern(&mut self, case: &'a ast::MatchCase, subject: u16, allowed: bool) -> Result<(Label, u16)> {
        let position = self.source.position_of(&case.pattern);
        let fail = self.label();
        let mark = self.mark();
        let mut matching = Matching { fail, captures: Vec::new(), seen: Vec::new(), irrefutable_allowed: allowed };
        let high = std::mem::replace(&mut self.unit().high, mark);
        self.pattern(&case.pattern, subject, &mut matching)?;
        for (name, slot) in &matching.captures {
            self.store_name(&name.id, slot | reg::TAKE, position);
        }
        let used = self.unit().high;
        self.unit().high = used.max(high);
        self.release(mark);
        Ok((fail, used))
    }

    /// Keeps a copy of the value in `slot` for a name.
    /// `range`: the pattern that says so.
    pub fn capture(
        &mut self,
        name: &'a ast::Identifier,
        range: TextRange,
        slot: u16,
        matching: &mut Matching<'a>,
    ) -> Result<()> {
        self.check_assignable(&name.id, range)?;
        if matching.seen.contains(&name.id.as_str()) {
            let message = format!("multiple assignments to name '{}' in pattern", name.id);
            return Err(self.source.error(message, range));
        }
        matching.seen.push(&name.id);
        let kept = match matching.captures.iter().find(|(n, _)| n.id == name.id) {
            Some((_, kept)) => *kept,
            None => {
                let kept = self.alloc();
                matching.captures.push((name, kept));
                kept
            }
        };
        self.emit(Op::Move, kept, slot, 0, self.source.position(name.range));
        Ok(())
    }

    /// `a | b`: the alternatives bind the same names, and only the last may match everything.
    pub fn or_pattern(
        &mut self,
        pattern: &'a ast::PatternMatchOr,
        subject: u16,
        matching: &mut Matching<'a>,
    ) -> Result<()> {
        let done = self.label();
        let outer_fail = matching.fail;
        let allowed = matching.irrefutable_allowed;
        let before = matching.seen.clone();
        let mut bound: Option<Vec<&'a str>> = None;
        let count = pattern.patterns.len();
        let mark = self.mark();
        for (n, alternative) in pattern.patterns.iter().enumerate() {
            let last = n == count - 1;
            let high = std::mem::replace(&mut self.unit().high, mark);
            matching.seen = before.clone();
            matching.fail = if last { outer_fail } else { self.label() };
            matching.irrefutable_allowed = last && allowed;
            self.pattern(alternative, subject, matching)?;
            let mut names = matching.seen[before.len()..].to_vec();
            crate::trace::sorted::sort_by(&mut names, Ord::cmp);
            match &bound {
                Some(first) if *first != names => {
                    return Err(self.source.error("alternative patterns bind different names", pattern.range));
                }
                _ => bound = Some(names),
            }
            let used = self.unit().high;
            self.unit().high = used.max(high);
            if !last {
                self.jump(Op::Jump, 0, done, Position::default());
                let fail = matching.fail;
                self.bind(fail);
                for slot in mark..used {
                    self.emit(Op::Drop, slot, 0, 0, self.source.position_of(alternative));
                }
            }
        }
        self.bind(done);
        matching.fail = outer_fail;
        matching.irrefutable_allowed = allowed;
        Ok(())
    }

    /// A pattern that matches everything stands only where nothing comes after it.
    pub fn check_irrefutable(&self, name: Option<&str>, range: TextRange, matching: &Matching) -> Result<()> {
        if matching.irrefutable_allowed {
            return Ok(());
        }
        let message = match name {
            Some(name) => format!("name capture '{name}' makes remaining patterns unreachable"),
            None => "wildcard makes remaining patterns unreachable".into(),
        };
        Err(self.source.error(message, range))
    }
}

pub(super) fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchAs(p) if p.pattern.is_none() && p.name.is_none())
}

pub(super) fn is_wildcard_star(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::MatchStar(p) if p.name.is_none())
}

//! The kinds of patterns, as CPython's `compiler_pattern_…` functions test them.

use ruff_python_ast::{self as ast, Expr, Pattern, Singleton};
use ruff_text_size::Ranged;

use crate::bytecode::{Const, Op, Position, reg};
use crate::objects::float_repr::{self, repr_complex};
use crate::objects::str::PyStr;

use super::Compiler;
use super::errors::Result;
use super::pattern::{Matching, is_wildcard, is_wildcard_star};

impl<'a> Compiler<'a, '_> {
    /// Tests the value in slot `subject`, which stays there; goes to `matching.fail` if it does not match.
    pub fn pattern(&mut self, pattern: &'a Pattern, subject: u16, matching: &mut Matching<'a>) -> Result<()> {
        let position = self.source.position_of(pattern);
        match pattern {
            Pattern::MatchValue(pattern) => self.value_pattern(pattern, subject, matching),
            Pattern::MatchSingleton(pattern) => {
                let mark = self.mark();
                match pattern.value {
                    Singleton::None => self.emit(Op::TestNone, 0, subject, 0, position),
                    Singleton::True | Singleton::False => {
                        let constant = Const::Bool(pattern.value == Singleton::True);
                        let value = self.load_const(constant, None, position);
                        self.emit(Op::TestIs, 0, subject, value | reg::TAKE, position);
                    }
                }
                self.release(mark);
                self.jump(Op::Jump, 0, matching.fail, position);
                Ok(())
            }
            Pattern::MatchSequence(pattern) => self.sequence_pattern(pattern, subject, matching),
            Pattern::MatchMapping(pattern) => self.mapping_pattern(pattern, subject, matching),
            Pattern::MatchClass(pattern) => self.class_pattern(pattern, subject, matching),
            Pattern::MatchStar(pattern) => {
                let message = "starred pattern must be in a sequence";
                Err(self.source.error(message, pattern.range))
            }
            Pattern::MatchAs(pattern) => match (&pattern.pattern, &pattern.name) {
                (Some(inner), Some(name)) => {
                    self.pattern(inner, subject, matching)?;
                    self.capture(name, pattern.range, subject, matching)
                }
                (_, Some(name)) => {
                    self.check_irrefutable(Some(&name.id), pattern.range, matching)?;
                    self.capture(name, pattern.range, subject, matching)
                }
                _ => self.check_irrefutable(None, pattern.range, matching),
            },
            Pattern::MatchOr(pattern) => self.or_pattern(pattern, subject, matching),
        }
    }

    fn value_pattern(
        &mut self,
        pattern: &'a ast::PatternMatchValue,
        subject: u16,
        matching: &mut Matching<'a>,
    ) -> Result<()> {
        let position = self.source.position_of(pattern);
        if pattern.value.is_f_string_expr() {
            let message = "patterns may only match literals and attribute lookups";
            return Err(self.source.error(message, pattern.range));
        }
        let mark = self.mark();
        let small = match self.fold(&pattern.value) {
            Some(Const::Int(n)) => i16::try_from(n).ok(),
            _ => None,
        };
        match small {
            Some(n) => self.emit(Op::TestEqInt, 0, subject, n as u16, position),
            None => {
                let value = self.operand(&pattern.value)?;
                self.emit(Op::TestEq, 0, subject, value, position);
            }
        }
        self.release(mark);
        self.jump(Op::Jump, 0, matching.fail, position);
        Ok(())
    }

    /// Patterns within another one may match everything.
    fn inner(&mut self, pattern: &'a Pattern, slot: u16, matching: &mut Matching<'a>) -> Result<()> {
        if is_wildcard(pattern) {
            return Ok(());
        }
        let allowed = std::mem::replace(&mut matching.irrefutable_allowed, true);
        self.pattern(pattern, slot, matching)?;
        matching.irrefutable_allowed = allowed;
        Ok(())
    }

    /// Matches the part of the subject in a slot of its own, which is empty afterwards or holds what a name captures.
    fn item(&mut self, pattern: &'a Pattern, slot: u16, matching: &mut Matching<'a>) -> Result<()> {
        if let Pattern::MatchAs(ast::PatternMatchAs { pattern: None, name: Some(name), .. }) = pattern
            && !matching.seen.contains(&name.id.as_str())
            && !matching.captures.iter().any(|(n, _)| n.id == name.id)
        {
            self.check_assignable(&name.id, name.range)?;
            matching.seen.push(&name.id);
            matching.captures.push((name, slot));
            return Ok(());
        }
        self.inner(pattern, slot, matching)?;
        self.emit(Op::Drop, slot, 0, 0, self.source.position_of(pattern));
        Ok(())
    }

    /// An instruction that tests a property of the subject.
    fn test_kind(&mut self, op: Op, subject: u16, matching: &Matching, position: Position) {
        let slot = self.alloc();
        self.emit(op, slot, subject, 0, position);
        self.jump(Op::JumpIfFalse, slot | reg::TAKE, matching.fail, position);
        self.release(slot);
    }

    fn test_length(&mut self, test: Op, length: usize, subject: u16, matching: &Matching, position: Position) {
        let slot = self.alloc();
        self.emit(Op::GetLen, slot, subject, 0, position);
        self.emit(test, 0, slot | reg::TAKE, length as u16, position);
        self.jump(Op::Jump, 0, matching.fail, position);
        self.release(slot);
    }

    fn sequence_pattern(
        &mut self,
        pattern: &'a ast::PatternMatchSequence,
        subject: u16,
        matching: &mut Matching<'a>,
    ) -> Result<()> {
        let position = self.source.position_of(pattern);
        let patterns = &pattern.patterns;
        let stars: Vec<usize> = (0..patterns.len()).filter(|n| matches!(patterns[*n], Pattern::MatchStar(_))).collect();
        if stars.len() > 1 {
            return Err(self.source.error("multiple starred names in sequence pattern", pattern.range));
        }
        self.test_kind(Op::MatchSequence, subject, matching, position);
        let star = stars.first().copied();
        let size = patterns.len();
        match star {
            None => self.test_length(Op::TestEqInt, size, subject, matching, position),
            Some(_) if size > 1 => self.test_length(Op::TestGeInt, size - 1, subject, matching, position),
            Some(_) => {}
        }
        let wild_star = star.is_some_and(|n| is_wildcard_star(&patterns[n]));
        if patterns.iter().all(|p| is_wildcard(p) || is_wildcard_star(p)) {
            return Ok(());
        }
        if wild_star {
            return self.indexed_patterns(patterns, star.unwrap_or(0), subject, matching, position);
        }
        let first = self.mark();
        for _ in patterns {
            self.alloc();
        }
        match star {
            None => self.emit(Op::UnpackSequence, first, subject, size as u16, position),
            Some(n) => {
                let counts = n | (size - n - 1) << 8;
                self.emit(Op::UnpackEx, first, subject, counts as u16, position);
            }
        }
        for (slot, pattern) in (first..).zip(patterns) {
            match pattern {
                Pattern::MatchStar(star) => {
                    if let Some(name) = &star.name {
                        self.capture(name, star.range, slot, matching)?;
                    }
                }
                _ => {
                    self.item(pattern, slot, matching)?;
                    continue;
                }
            }
            self.emit(Op::Drop, slot, 0, 0, position);
        }
        Ok(())
    }

    /// `[a, *_, b]`: items are taken by index, so that no list of the rest is made.
    fn indexed_patterns(
        &mut self,
        patterns: &'a [Pattern],
        star: usize,
        subject: u16,
        matching: &mut Matching<'a>,
        position: Position,
    ) -> Result<()> {
        for (n, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) || n == star {
                continue;
            }
            let item = self.alloc();
            let index = self.alloc();
            if n < star {
                self.emit(Op::LoadInt, index, n as u16, 0, position);
            } else {
                self.emit(Op::GetLen, index, subject, 0, position);
                let back = -((patterns.len() - n) as i16);
                self.emit(Op::AddInt, index, index | reg::TAKE, back as u16, position);
            }
            self.emit(Op::LoadSubscr, item, subject, index | reg::TAKE, position);
            self.release(index);
            self.item(pattern, item, matching)?;
        }
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        pattern: &'a ast::PatternMatchMapping,
        subject: u16,
        matching: &mut Matching<'a>,
    ) -> Result<()> {
        let position = self.source.position_of(pattern);
        self.test_kind(Op::MatchMapping, subject, matching, position);
        let size = pattern.keys.len();
        if size == 0 && pattern.rest.is_none() {
            return Ok(());
        }
        if size > 0 {
            self.test_length(Op::TestGeInt, size, subject, matching, position);
        }
        let keys = self.mark();
        self.check_keys(pattern)?;
        for key in &pattern.keys {
            self.expr(key, None)?;
        }
        self.release(keys);
        self.alloc();
        self.emit(Op::BuildTuple, keys, keys, size as u16, position);
        let values = self.alloc();
        self.emit(Op::MatchKeys, values, subject, keys, position);
        self.emit(Op::TestNotNone, 0, values, 0, position);
        self.jump(Op::Jump, 0, matching.fail, position);
        let first = self.mark();
        for _ in &pattern.keys {
            self.alloc();
        }
        self.emit(Op::UnpackSequence, first, values | reg::TAKE, size as u16, position);
        for (slot, pattern) in (first..).zip(&pattern.patterns) {
            self.item(pattern, slot, matching)?;
        }
        match &pattern.rest {
            Some(name) => {
                let rest = self.alloc();
                self.emit(Op::CopyWithoutKeys, rest, subject, keys | reg::TAKE, position);
                self.capture(name, pattern.range, rest, matching)?;
                self.emit(Op::Drop, rest, 0, 0, position);
            }
            None => self.emit(Op::Drop, keys, 0, 0, position),
        }
        Ok(())
    }

    /// Keys are literals or dotted names; no literal comes twice.
    fn check_keys(&self, pattern: &'a ast::PatternMatchMapping) -> Result<()> {
        let mut seen = Vec::new();
        for key in &pattern.keys {
            // What tells the key from others, and how it is shown.
            let told = |constant| format!("{:?}", as_number(constant));
            let found = match self.complex(key) {
                Some((real, 0.0)) => Some((told(Const::Float(real)), repr_complex(real, 0.0))),
                // Adding zero makes 0.0 of -0.0.
                Some((real, imag)) => Some((format!("{} {imag}j", real + 0.0), repr_complex(real, imag))),
                None => self.fold(key).map(|constant| {
                    let shown = match &constant {
                        Const::Str(text) => PyStr::from(&**text).repr().to_string(),
                        Const::Int(n) => n.to_string(),
                        Const::Float(x) => float_repr::repr(*x),
                        _ => self.source.slice(key.range()).to_string(),
                    };
                    (told(constant), shown)
                }),
            };
            if let Some((text, shown)) = found {
                if seen.contains(&text) {
                    let message = format!("mapping pattern checks duplicate key ({shown})");
                    return Err(self.source.error(message, pattern.range));
                }
                seen.push(text);
            } else if !matches!(key, Expr::Attribute(_)) {
                let message = "mapping pattern keys may only match literals and attribute lookups";
                return Err(self.source.error(message, key.range()));
            }
        }
        Ok(())
    }

    /// The parts of a number that an imaginary literal is part of.
    fn complex(&self, key: &Expr) -> Option<(f64, f64)> {
        match key {
            Expr::UnaryOp(negative) => self.complex(&negative.operand).map(|(real, imag)| (-real, -imag)),
            Expr::BinOp(sum) => {
                let (_, imag) = self.complex(&sum.right)?;
                let real = match as_number(self.fold(&sum.left)?) {
                    Const::Int(n) => n as f64,
                    Const::Float(x) => x,
                    _ => return None,
                };
                // What is taken away has a real part of 0.0.
                Some((real, if sum.op == ast::Operator::Sub { -imag } else { imag }))
            }
            _ => match self.fold(key)? {
                Const::Imaginary(imag) => Some((0.0, imag)),
                _ => None,
            },
        }
    }

    fn class_pattern(
        &mut self,
        pattern: &'a ast::PatternMatchClass,
        subject: u16,
        matching: &mut Matching<'a>,
    ) -> Result<()> {
        let position = self.source.position_of(pattern);
        let arguments = &pattern.arguments;
        for (n, keyword) in arguments.keywords.iter().enumerate() {
            self.check_assignable(&keyword.attr.id, keyword.range)?;
            if let Some(again) = arguments.keywords[n + 1..].iter().find(|k| k.attr.id == keyword.attr.id) {
                let message = format!("attribute name repeated in class pattern: {}", keyword.attr.id);
                return Err(self.source.error(message, again.pattern.range()));
            }
        }
        let matched = self.mark();
        let copy = self.alloc();
        self.emit(Op::Move, copy, subject, 0, position);
        self.expr(&pattern.cls, None)?;
        let names = arguments.keywords.iter().map(|k| Const::Str(super::class::rc(&k.attr.id)));
        self.load_const(Const::Tuple(names.collect()), None, position);
        self.release(copy);
        self.alloc();
        self.emit(Op::MatchClass, matched, copy, arguments.patterns.len() as u16, position);
        self.emit(Op::TestNotNone, 0, matched, 0, position);
        self.jump(Op::Jump, 0, matching.fail, position);
        let first = self.mark();
        let patterns: Vec<&'a Pattern> =
            arguments.patterns.iter().chain(arguments.keywords.iter().map(|k| &k.pattern)).collect();
        for _ in &patterns {
            self.alloc();
        }
        self.emit(Op::UnpackSequence, first, matched | reg::TAKE, patterns.len() as u16, position);
        for (slot, pattern) in (first..).zip(patterns) {
            self.item(pattern, slot, matching)?;
        }
        Ok(())
    }
}

/// What a mapping's key is equal to: `1`, `True` and `1.0` are one key.
fn as_number(constant: Const) -> Const {
    match constant {
        Const::Bool(value) => Const::Int(i64::from(value)),
        Const::Float(value) if value == (value as i64) as f64 => Const::Int(value as i64),
        Const::Imaginary(0.0) => Const::Int(0),
        other => other,
    }
}

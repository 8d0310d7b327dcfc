//! `await`, `yield`, `yield from`.

use ruff_python_ast as ast;

use crate::bytecode::{Op, Position, flag, reg};

use super::Compiler;
use super::errors::Result;
use super::scope::ScopeKind;

/// Operand `c` of `GetAwaitable`: what the awaitable came from.
pub(super) const AWAIT: u16 = 0;
pub(super) const AENTER: u16 = 1;
pub(super) const AEXIT: u16 = 2;

impl<'a> Compiler<'a, '_> {
    pub fn await_expression(&mut self, expr: &'a ast::ExprAwait, dst: Option<u16>) -> Result<u16> {
        let scope = self.unit().scope;
        let entry = self.scopes.get(scope);
        if !entry.is_coroutine {
            let of = if entry.is_function_like() { "async function" } else { "function" };
            return Err(self.source.error(format!("'await' outside {of}"), expr.range));
        }
        let position = self.source.position_of(expr);
        let mark = self.mark();
        let value = self.operand(&expr.value)?;
        self.release(mark);
        let result = self.await_register(value, AWAIT, position);
        Ok(self.deliver(result, dst, position))
    }

    /// Awaits the value of a register; the result is in the next temporary.
    pub fn await_register(&mut self, value: u16, origin: u16, position: Position) -> u16 {
        let result = self.alloc();
        let iterator = self.alloc();
        self.emit(Op::GetAwaitable, iterator, value, origin, position);
        self.send(result, iterator, flag::ASYNC, position);
        self.release(iterator);
        result
    }

    /// Delegates to the iterator in a slot, beginning with None.
    pub fn send(&mut self, result: u16, iterator: u16, flags: u8, position: Position) {
        self.emit(Op::LoadNone, result, 0, 0, position);
        self.emit_flags(Op::Send, flags, [result, iterator, 0], position);
    }

    pub fn yield_expression(&mut self, expr: &'a ast::ExprYield, dst: Option<u16>) -> Result<u16> {
        let position = self.source.position_of(expr);
        self.check_yield("yield", expr.range)?;
        let mark = self.mark();
        let value = match &expr.value {
            Some(value) => self.operand(value)?,
            None => self.load_const(crate::bytecode::Const::None, None, position) | reg::TAKE,
        };
        self.release(mark);
        let dst = self.dest(dst);
        self.emit(Op::Yield, dst, value, 0, position);
        Ok(dst)
    }

    pub fn yield_from(&mut self, expr: &'a ast::ExprYieldFrom, dst: Option<u16>) -> Result<u16> {
        let position = self.source.position_of(expr);
        self.check_yield("yield from", expr.range)?;
        let scope = self.unit().scope;
        if self.scopes.get(scope).is_coroutine {
            return Err(self.source.error("'yield from' inside async function", expr.range));
        }
        let mark = self.mark();
        let value = self.operand(&expr.value)?;
        self.release(mark);
        let result = self.alloc();
        let iterator = self.alloc();
        self.emit(Op::GetYieldFromIter, iterator, value, 0, position);
        self.send(result, iterator, 0, position);
        self.release(iterator);
        Ok(self.deliver(result, dst, position))
    }

    fn check_yield(&mut self, word: &str, range: ruff_text_size::TextRange) -> Result<()> {
        let scope = self.unit().scope;
        match self.scopes.get(scope).kind {
            ScopeKind::Function | ScopeKind::Lambda => Ok(()),
            _ => Err(self.source.error(format!("'{word}' outside function"), range)),
        }
    }
}

//! `with` and `async with`.

use ruff_python_ast as ast;

use crate::bytecode::{Op, flag, reg};

use super::Compiler;
use super::coroutine::{AENTER, AEXIT};
use super::errors::Result;
use super::exceptions::Handling;
use super::unit::Block;

impl<'a> Compiler<'a, '_> {
    pub fn with_statement(&mut self, stmt: &'a ast::StmtWith) -> Result<()> {
        if stmt.is_async {
            self.check_async("async with", stmt.range)?;
        }
        self.with_item(stmt, 0)
    }

    /// Item `n` around the items after it, which stand around the body.
    fn with_item(&mut self, stmt: &'a ast::StmtWith, n: usize) -> Result<()> {
        let item = &stmt.items[n];
        let position = self.source.position_of(&item.context_expr);
        let is_async = stmt.is_async;
        let flags = if is_async { flag::ASYNC } else { 0 };
        let mark = self.mark();
        let manager = self.operand(&item.context_expr)?;
        self.release(mark);
        let exit = self.alloc();
        let entered = self.alloc();
        self.emit_flags(Op::BeforeWith, flags, [exit, manager, 0], position);
        if is_async {
            self.release(entered);
            // The result ends in the slot that held the awaitable.
            self.await_in_place(entered, position);
        }
        let (on_exception, end) = (self.label(), self.label());
        let outer = self.asm().current;
        let handler = self.asm().handler(on_exception, entered, true);
        self.push_block(Block::With { outer, exit, is_async, position }, stmt)?;
        self.asm().current = handler;
        match &item.optional_vars {
            Some(target) => self.store(target, entered | reg::TAKE)?,
            None => self.emit(Op::Drop, entered, 0, 0, position),
        }
        self.release(entered);
        if n + 1 < stmt.items.len() {
            self.with_item(stmt, n + 1)?;
        } else {
            self.body(&stmt.body)?;
        }
        self.asm().current = outer;
        self.pop_block();
        self.call_exit(exit, is_async, position);
        self.jump(Op::Jump, 0, end, position);

        let handling = self.begin_handling(on_exception, position);
        let Handling { exception, saved, .. } = handling;
        let suppressed = self.label();
        let result = self.alloc();
        self.emit_flags(Op::WithExceptStart, flags, [result, exit, exception], position);
        if is_async {
            self.release(result);
            self.await_register(result | reg::TAKE, AEXIT, position);
        }
        self.jump(Op::JumpIfTrue, result | reg::TAKE, suppressed, position);
        self.release(result);
        self.emit(Op::Reraise, exception | reg::TAKE, 0, 0, position);
        self.bind(suppressed);
        self.emit(Op::PopExcept, saved | reg::TAKE, 0, 0, position);
        self.asm().current = outer;
        self.emit(Op::Drop, exception, 0, 0, position);
        self.emit(Op::Drop, exit, 0, 0, position);
        self.jump(Op::Jump, 0, end, position);
        self.end_handling(handling);
        self.bind(end);
        self.release(mark);
        Ok(())
    }

    /// Awaits the awaitable in a slot; the result replaces it.
    fn await_in_place(&mut self, slot: u16, position: crate::bytecode::Position) {
        self.await_register(slot | reg::TAKE, AENTER, position);
    }
}

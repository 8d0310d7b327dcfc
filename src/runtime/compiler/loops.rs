//! `for`, `async for`, `while`, `if`.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use crate::bytecode::{Op, Position, flag, reg};

use super::Compiler;
use super::emit::Label;
use super::errors::Result;
use super::unit::Block;

impl<'a> Compiler<'a, '_> {
    pub fn for_statement(&mut self, stmt: &'a ast::StmtFor) -> Result<()> {
        let position = self.source.position_of(&*stmt.iter);
        if stmt.is_async {
            self.check_async("async for", stmt.range)?;
        }
        let mark = self.mark();
        let iterable = self.operand(&stmt.iter)?;
        self.release(mark);
        let iterator = self.alloc();
        self.emit(if stmt.is_async { Op::GetAIter } else { Op::GetIter }, iterator, iterable, 0, position);
        let (turn, end, exhausted) = (self.label(), self.label(), self.label());
        self.push_block(Block::For { turn, end, iterator }, stmt)?;
        let start = self.asm().here();
        let async_end = if stmt.is_async {
            // Awaiting is done by the whole statement.
            Some(self.async_next(&stmt.target, iterator, self.source.position_of(stmt))?)
        } else {
            self.for_iter(&stmt.target, iterator, exhausted, position)?;
            None
        };
        self.body(&stmt.body)?;
        self.bind(turn);
        self.jump(Op::JumpBack, 0, start, position);
        self.pop_block();
        if let Some(label) = async_end {
            self.end_async_for(label, iterator, position);
        }
        self.bind(exhausted);
        self.release(mark);
        self.body(&stmt.orelse)?;
        self.bind(end);
        Ok(())
    }

    /// The loop's header: the next item into the target, or on to `exhausted`.
    pub fn for_iter(&mut self, target: &'a Expr, iterator: u16, exhausted: Label, position: Position) -> Result<()> {
        let direct = match target {
            Expr::Name(name) => {
                self.check_assignable(&name.id, name.range)?;
                self.direct_slot(&name.id)
            }
            _ => None,
        };
        let mark = self.mark();
        let slot = self.dest(direct);
        self.emit(Op::ForIter, slot, iterator, 0, position);
        self.jump(Op::Jump, 0, exhausted, position);
        if direct.is_none() {
            self.store(target, slot | reg::TAKE)?;
        }
        self.release(mark);
        Ok(())
    }

    /// The header of `async for`: awaits the next item. Gives the label where the exception of the end arrives.
    pub fn async_next(&mut self, target: &'a Expr, iterator: u16, position: Position) -> Result<Label> {
        let except = self.label();
        let outer = self.asm().current;
        let handler = self.asm().handler(except, iterator + 1, true);
        self.asm().current = handler;
        let mark = self.mark();
        // Comprehension variables may stand between the iterator and here; the exception goes above them.
        self.asm().handlers[handler.0 as usize - 1].depth = mark;
        let item = self.alloc();
        let awaitable = self.alloc();
        self.emit(Op::GetANext, awaitable, iterator, 0, position);
        self.send(item, awaitable, flag::ASYNC, position);
        self.asm().current = outer;
        self.release(awaitable);
        self.store(target, item | reg::TAKE)?;
        self.release(mark);
        Ok(except)
    }

    /// Where `async for` ends: StopAsyncIteration is dropped, and the iterator.
    pub fn end_async_for(&mut self, except: Label, iterator: u16, position: Position) {
        self.bind(except);
        let exception = self.mark();
        self.alloc();
        self.release(exception);
        self.emit(Op::EndAsyncFor, exception | reg::TAKE, 0, 0, position);
        self.emit(Op::Drop, iterator, 0, 0, position);
    }

    pub fn while_statement(&mut self, stmt: &'a ast::StmtWhile) -> Result<()> {
        let position = self.source.position_of(last_test(&stmt.test));
        let (turn, end, failed) = (self.label(), self.label(), self.label());
        self.push_block(Block::While { turn, end }, stmt)?;
        if self.constant_truth(&stmt.test) == Some(true) {
            self.emit(Op::Nop, 0, 0, 0, self.source.position_of(stmt));
        }
        self.branch(&stmt.test, false, failed)?;
        let start = self.asm().here();
        self.body(&stmt.body)?;
        self.bind(turn);
        // The test stands at both ends of the loop, as in CPython: one jump a turn.
        self.branch(&stmt.test, false, failed)?;
        self.jump(Op::JumpBack, 0, start, position);
        self.pop_block();
        self.bind(failed);
        self.body(&stmt.orelse)?;
        self.bind(end);
        Ok(())
    }

    pub fn if_statement(&mut self, stmt: &'a ast::StmtIf) -> Result<()> {
        let end = self.label();
        let first = (Some(&*stmt.test), &stmt.body[..]);
        let others = stmt.elif_else_clauses.iter().map(|clause| (clause.test.as_ref(), &clause.body[..]));
        let clauses: Vec<_> = std::iter::once(first).chain(others).collect();
        for (n, (test, body)) in clauses.iter().enumerate() {
            let next = self.label();
            if let Some(test) = test {
                if self.constant_truth(test).is_some() {
                    self.emit(Op::Nop, 0, 0, 0, self.source.position_of(*test));
                }
                self.branch(test, false, next)?;
            }
            self.body(body)?;
            if n + 1 < clauses.len() {
                self.jump(Op::Jump, 0, end, Position::default());
            }
            self.bind(next);
        }
        self.bind(end);
        Ok(())
    }

    /// `async for` and `async with` stand in an `async def` only.
    pub fn check_async(&mut self, what: &str, range: impl Ranged) -> Result<()> {
        let scope = self.unit().scope;
        if self.scopes.get(scope).is_coroutine {
            return Ok(());
        }
        Err(self.source.error(format!("'{what}' outside async function"), range.range()))
    }
}

/// The part of a condition that is tested last.
fn last_test(test: &Expr) -> &Expr {
    match test {
        Expr::BoolOp(bool_op) => bool_op.values.last().map_or(test, last_test),
        Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => last_test(&unary.operand),
        _ => test,
    }
}

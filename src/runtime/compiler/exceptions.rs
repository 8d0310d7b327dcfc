//! `try` with `except`, `else`, `finally`, and `except*`; `raise`, `assert`.
//!
//! At a handler's entry the exception stands in slot `depth`. `PushExcInfo` saves what was handled before in the slot
//! above; `PopExcept` gives it back on every way out. An exception raised while handling goes to a clean-up row, which
//! pops and re-raises.

use ruff_python_ast::{self as ast, ExceptHandler, Expr, Stmt};

use crate::bytecode::{Op, Position, reg};

use super::Compiler;
use super::doubt;
use super::emit::{HandlerId, Label};
use super::errors::Result;
use super::explained::is_explained;
use super::unit::Block;

/// A handler that has begun: the exception's slot, the saved one's above it, and the clean-up's row.
#[derive(Clone, Copy)]
pub(super) struct Handling {
    pub exception: u16,
    pub saved: u16,
    pub outer: HandlerId,
    cleanup: Label,
}

impl<'a> Compiler<'a, '_> {
    pub fn try_statement(&mut self, stmt: &'a ast::StmtTry) -> Result<()> {
        self.check_handlers(stmt)?;
        if stmt.finalbody.is_empty() {
            self.emit(Op::Nop, 0, 0, 0, self.source.position_of(stmt));
            return self.try_except(stmt);
        }
        self.emit(Op::Nop, 0, 0, 0, self.source.position_of(stmt));
        let (on_exception, end) = (self.label(), self.label());
        let outer = self.asm().current;
        let depth = self.mark();
        let handler = self.asm().handler(on_exception, depth, true);
        self.push_block(Block::Finally { outer, body: &stmt.finalbody }, stmt)?;
        self.asm().current = handler;
        if stmt.handlers.is_empty() {
            self.body(&stmt.body)?;
        } else {
            self.try_except(stmt)?;
        }
        self.asm().current = outer;
        self.pop_block();
        self.body(&stmt.finalbody)?;
        self.jump(Op::Jump, 0, end, Position::default());

        let handling = self.begin_handling(on_exception, Position::default());
        let Handling { exception, saved, outer, .. } = handling;
        self.push_block(Block::Handling { outer, saved, exception: Some(exception), name: None }, stmt)?;
        self.body(&stmt.finalbody)?;
        self.pop_block();
        self.emit(Op::Reraise, exception | reg::TAKE, 0, 0, Position::default());
        self.end_handling(handling);
        self.bind(end);
        Ok(())
    }

    /// A handler's entry: takes the slots of the exception and the saved one, starts the clean-up row.
    pub fn begin_handling(&mut self, entry: Label, position: Position) -> Handling {
        self.bind(entry);
        let exception = self.alloc();
        let saved = self.alloc();
        let cleanup = self.label();
        let outer = self.asm().current;
        let row = self.asm().handler(cleanup, saved + 1, true);
        // The instruction stands under the clean-up row in CPython too; it cannot raise.
        self.emit(Op::PushExcInfo, saved, exception, 0, position);
        self.asm().current = row;
        Handling { exception, saved, outer, cleanup }
    }

    /// The clean-up row's code: an exception left the handler.
    pub fn end_handling(&mut self, handling: Handling) {
        let Handling { exception, saved, outer, cleanup } = handling;
        self.asm().current = outer;
        self.bind(cleanup);
        self.release(saved + 1);
        let raised = self.alloc();
        self.emit(Op::PopExcept, saved | reg::TAKE, 0, 0, Position::default());
        self.emit(Op::Reraise, raised | reg::TAKE, 0, 0, Position::default());
        self.release(exception);
    }

    fn try_except(&mut self, stmt: &'a ast::StmtTry) -> Result<()> {
        let (on_exception, end) = (self.label(), self.label());
        let outer = self.asm().current;
        let depth = self.mark();
        let handler = self.asm().handler(on_exception, depth, false);
        self.push_block(Block::Try { outer }, stmt)?;
        self.asm().current = handler;
        self.body(&stmt.body)?;
        self.asm().current = outer;
        self.pop_block();
        self.body(&stmt.orelse)?;
        self.jump(Op::Jump, 0, end, Position::default());
        if stmt.is_star {
            self.except_star_clauses(stmt, on_exception, end)?;
        } else {
            self.except_clauses(stmt, on_exception, end)?;
        }
        self.bind(end);
        Ok(())
    }

    fn except_clauses(&mut self, stmt: &'a ast::StmtTry, entry: Label, end: Label) -> Result<()> {
        let handling = self.begin_handling(entry, Position::default());
        let row = self.asm().current;
        let Handling { exception, saved, outer, .. } = handling;
        for ExceptHandler::ExceptHandler(clause) in &stmt.handlers {
            let position = self.source.position_of(clause);
            let next = self.label();
            if let Some(class) = &clause.type_ {
                self.match_class(exception, class, next, position)?;
            }
            self.push_block(Block::Handling { outer, saved, exception: None, name: clause.name.as_ref() }, clause)?;
            match &clause.name {
                Some(name) => {
                    self.check_assignable(&name.id, clause.range)?;
                    self.store_name(&name.id, exception | reg::TAKE, position);
                    self.named_clause(clause, name, saved)?;
                }
                None => {
                    self.emit(Op::Drop, exception, 0, 0, position);
                    self.body(&clause.body)?;
                }
            }
            self.pop_block();
            self.emit(Op::PopExcept, saved | reg::TAKE, 0, 0, Position::default());
            if let Some(name) = &clause.name {
                self.asm().current = outer;
                self.unbind(name, Position::default());
                self.asm().current = row;
            }
            self.jump(Op::Jump, 0, end, Position::default());
            self.bind(next);
        }
        self.emit(Op::Reraise, exception | reg::TAKE, 0, 0, Position::default());
        self.end_handling(handling);
        Ok(())
    }

    /// Evaluates a clause's class and goes to `next` if the exception does not match.
    fn match_class(&mut self, exception: u16, class: &'a Expr, next: Label, at: Position) -> Result<()> {
        let mark = self.mark();
        let class = self.operand(class)?;
        self.release(mark);
        let matches = self.alloc();
        self.emit(Op::CheckExcMatch, matches, exception, class, at);
        self.jump(Op::JumpIfFalse, matches | reg::TAKE, next, at);
        self.release(mark);
        Ok(())
    }

    /// The body of `except … as name`: when an exception leaves it, the name is unbound first.
    fn named_clause(
        &mut self,
        clause: &'a ast::ExceptHandlerExceptHandler,
        name: &'a ast::Identifier,
        saved: u16,
    ) -> Result<()> {
        let row = self.asm().current;
        let (raised, done) = (self.label(), self.label());
        let depth = saved + 1;
        let handler = self.asm().handler(raised, depth, true);
        self.asm().current = handler;
        self.body(&clause.body)?;
        self.asm().current = row;
        self.jump(Op::Jump, 0, done, Position::default());
        self.bind(raised);
        let mark = self.mark();
        let slot = self.alloc();
        self.unbind(name, Position::default());
        self.emit(Op::Reraise, slot | reg::TAKE, 0, 0, Position::default());
        self.release(mark);
        self.bind(done);
        Ok(())
    }

    /// `except*`: each clause takes its part of the group; what is left and what clauses raise is raised in the end.
    fn except_star_clauses(&mut self, stmt: &'a ast::StmtTry, entry: Label, end: Label) -> Result<()> {
        let handling = self.begin_handling(entry, Position::default());
        let row = self.asm().current;
        let Handling { exception, saved, outer, .. } = handling;
        self.push_block(Block::Handling { outer, saved, exception: Some(exception), name: None }, stmt)?;
        let none = Position::default();
        let results = self.alloc();
        let rest = self.alloc();
        self.emit(Op::BuildList, results, results, 0, none);
        self.emit(Op::Move, rest, exception, 0, none);
        for ExceptHandler::ExceptHandler(clause) in &stmt.handlers {
            let position = self.source.position_of(clause);
            let (no_match, raised, next) = (self.label(), self.label(), self.label());
            let mark = self.mark();
            let part = self.alloc();
            let remaining = self.alloc();
            if let Some(class) = &clause.type_ {
                let at = position;
                let class = self.operand(class)?;
                self.emit(Op::CheckEgMatch, part, rest, class, at);
                self.release(remaining + 1);
                self.emit(Op::Move, rest, remaining | reg::TAKE, 0, at);
                self.release(remaining);
                self.emit(Op::TestNotNone, 0, part, 0, at);
                self.jump(Op::Jump, 0, no_match, at);
            }
            // `CheckEgMatch` made the part what the frame handles: that is what `raise` means in the clause.
            match &clause.name {
                Some(name) => self.store_name(&name.id, part | reg::TAKE, position),
                None => self.emit(Op::Drop, part, 0, 0, position),
            }
            let handler = self.asm().handler(raised, part, true);
            self.asm().current = handler;
            self.push_block(Block::ExceptStar, clause)?;
            self.body(&clause.body)?;
            self.pop_block();
            self.asm().current = row;
            if let Some(name) = &clause.name {
                self.unbind(name, none);
            }
            self.jump(Op::Jump, 0, next, none);
            self.bind(raised);
            let slot = part;
            if let Some(name) = &clause.name {
                self.unbind(name, none);
            }
            self.emit(Op::ListAppend, results, slot | reg::TAKE, 0, none);
            self.jump(Op::Jump, 0, next, none);
            self.bind(no_match);
            self.emit(Op::Drop, part, 0, 0, none);
            self.bind(next);
            self.release(mark);
        }
        self.pop_block();
        self.emit(Op::ListAppend, results, rest | reg::TAKE, 0, none);
        self.emit(Op::PrepReraiseStar, results, exception, results | reg::TAKE, none);
        let reraise = self.label();
        self.emit(Op::TestNone, 0, results, 0, none);
        self.jump(Op::Jump, 0, reraise, none);
        self.emit(Op::Drop, results, 0, 0, none);
        self.emit(Op::PopExcept, saved | reg::TAKE, 0, 0, none);
        self.asm().current = outer;
        self.emit(Op::Drop, exception, 0, 0, none);
        self.jump(Op::Jump, 0, end, none);
        self.asm().current = row;
        self.bind(reraise);
        self.emit(Op::PopExcept, saved | reg::TAKE, 0, 0, none);
        self.asm().current = outer;
        self.emit(Op::Reraise, results | reg::TAKE, 0, 0, none);
        self.end_handling(handling);
        Ok(())
    }

    pub fn raise_statement(&mut self, stmt: &'a ast::StmtRaise) -> Result<()> {
        let position = self.source.position_of(stmt);
        let mark = self.mark();
        let (mut exception, mut cause, mut count) = (0, 0, 0);
        if let Some(exc) = doubt::raised(stmt) {
            exception = self.operand(exc)?;
            count = 1;
        }
        if let Some(from) = &stmt.cause {
            cause = self.operand(from)?;
            count = 2;
        }
        self.emit(Op::Raise, exception, cause, count, position);
        self.release(mark);
        Ok(())
    }

    pub fn assert_statement(&mut self, stmt: &'a ast::StmtAssert) -> Result<()> {
        self.warn_assert(stmt);
        if self.optimize.0 > 0 {
            return Ok(());
        }
        let position = self.source.position_of(stmt);
        let end = self.label();
        let mark = self.mark();
        self.branch(&stmt.test, true, end)?;
        let error = self.alloc();
        self.emit(Op::LoadAssertionError, error, 0, 0, position);
        if let Some(message) = &stmt.msg {
            self.alloc();
            self.expr(message, None)?;
            self.emit(Op::Call, error, error, 1, position);
        }
        self.release(mark);
        let raised_at = if is_explained(stmt) { position } else { self.source.position_of(&*stmt.test) };
        self.emit(Op::Raise, error | reg::TAKE, 0, 1, raised_at);
        self.bind(end);
        Ok(())
    }

    /// The bare `except:` is the last one; `except` and `except*` do not mix (the parser sees to that).
    fn check_handlers(&self, stmt: &'a ast::StmtTry) -> Result<()> {
        let Some((_, all_but_last)) = stmt.handlers.split_last() else { return Ok(()) };
        for ExceptHandler::ExceptHandler(clause) in all_but_last {
            if clause.type_.is_none() {
                return Err(self.source.error("default 'except:' must be last", clause.range));
            }
        }
        Ok(())
    }

    pub fn body(&mut self, body: &'a [Stmt]) -> Result<()> {
        for stmt in body {
            self.statement(stmt)?;
        }
        Ok(())
    }
}

//! Leaving constructs: what `return`, `break` and `continue` run on their way out (CPython's
//! `compiler_unwind_fblock`).

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

use crate::bytecode::{Op, Position, reg};

use super::Compiler;
use super::coroutine::AEXIT;
use super::errors::Result;
use super::unit::Block;

impl<'a> Compiler<'a, '_> {
    pub fn return_statement(&mut self, stmt: &'a ast::StmtReturn) -> Result<()> {
        let position = self.source.position_of(stmt);
        let scope = self.unit().scope;
        let entry = self.scopes.get(scope);
        if !entry.is_function_like() {
            return Err(self.source.error("'return' outside function", stmt.range));
        }
        if entry.is_coroutine && entry.is_generator && stmt.value.is_some() {
            return Err(self.source.error("'return' with value in async generator", stmt.range));
        }
        // A `finally` body or the end of `except … as name` may change the local that is returned.
        let changes = |block: &Block| matches!(block, Block::Finally { .. } | Block::Handling { name: Some(_), .. });
        let copy = self.unit().blocks.iter().any(changes);
        let mark = self.mark();
        let value = match &stmt.value {
            Some(value) if copy => Some(self.expr(value, None)? | reg::TAKE),
            Some(value) => Some(self.operand(value)?),
            None => None,
        };
        let unwinds = self.unit().blocks.iter().any(|block| !is_plain(block));
        // The statement's own line, also when the value ends on another one.
        let same_line = stmt.value.as_deref().is_some_and(|v| self.source.position_of(v).line == position.line);
        if unwinds && !same_line {
            self.emit(Op::Nop, 0, 0, 0, position);
        }
        let saved = value.filter(|v| v & reg::TAKE != 0).map(|v| v & reg::SLOT);
        let constant = stmt.value.as_deref().filter(|v| same_line && v.is_literal_expr());
        self.unwind(false, saved, constant.map_or(stmt.range, |v| v.range()), position)?;
        // After code of other lines the end has no line of its own.
        let artificial = self.unit().blocks.iter().any(|b| matches!(b, Block::Finally { .. } | Block::With { .. }));
        let at = if artificial { Position::default() } else { position };
        match value {
            Some(value) => self.emit_return(value, at),
            None => self.return_none(at),
        }
        self.release(mark);
        Ok(())
    }

    pub fn break_statement(&mut self, range: TextRange) -> Result<()> {
        let position = self.source.position(range);
        let position = self.mark_leaving(position);
        match self.unwind(true, None, range, position)? {
            Some(Block::While { end, .. }) => self.jump(Op::Jump, 0, end, position),
            Some(Block::For { end, iterator, .. }) => {
                self.emit(Op::Drop, iterator, 0, 0, position);
                self.jump(Op::Jump, 0, end, position);
            }
            _ => return Err(self.source.error("'break' outside loop", range)),
        }
        Ok(())
    }

    pub fn continue_statement(&mut self, range: TextRange) -> Result<()> {
        let position = self.source.position(range);
        let position = self.mark_leaving(position);
        match self.unwind(true, None, range, position)? {
            Some(Block::While { turn, .. } | Block::For { turn, .. }) => self.jump(Op::Jump, 0, turn, position),
            _ => return Err(self.source.error("'continue' not properly in loop", range)),
        }
        Ok(())
    }

    /// The statement's own line, when what it leaves runs code of other lines; the jump itself has no line then.
    fn mark_leaving(&mut self, position: Position) -> Position {
        let inner = self.unit().blocks.iter().rev().take_while(|b| !is_loop(b));
        if inner.into_iter().any(|block| !is_plain(block)) {
            self.emit(Op::Nop, 0, 0, 0, position);
            return Position::default();
        }
        position
    }

    /// Runs what leaving the blocks takes, innermost first: up to the nearest loop, which is given, or all of them.
    /// `value`: the slot of a value on its way out.
    fn unwind(
        &mut self,
        to_loop: bool,
        value: Option<u16>,
        range: TextRange,
        position: Position,
    ) -> Result<Option<Block<'a>>> {
        let blocks = self.unit().blocks.clone();
        let handler = self.asm().current;
        let mut found = None;
        for (n, block) in blocks.iter().enumerate().rev() {
            self.unit().blocks.truncate(n);
            if to_loop && is_loop(block) {
                found = Some(block.clone());
                break;
            }
            self.leave_block(block, value, range, position)?;
        }
        self.unit().blocks = blocks;
        // The jump itself cannot raise, so it does not matter that it stands under the handlers again.
        self.asm().current = handler;
        Ok(found)
    }

    fn leave_block(&mut self, block: &Block<'a>, value: Option<u16>, range: TextRange, at: Position) -> Result<()> {
        match block {
            Block::While { .. } => {}
            Block::For { iterator, .. } => self.emit(Op::Drop, *iterator, 0, 0, at),
            Block::Value { slot } => self.emit(Op::Drop, *slot, 0, 0, at),
            Block::Try { outer } => self.asm().current = *outer,
            Block::Finally { outer, body } => {
                self.asm().current = *outer;
                if let Some(slot) = value {
                    self.unit().blocks.push(Block::Value { slot });
                }
                self.body(body)?;
            }
            Block::Handling { outer, saved, exception, name } => {
                self.asm().current = *outer;
                self.emit(Op::PopExcept, *saved | reg::TAKE, 0, 0, at);
                if let Some(slot) = exception {
                    self.emit(Op::Drop, *slot, 0, 0, at);
                }
                if let Some(name) = name {
                    self.unbind(name, at);
                }
            }
            Block::With { outer, exit, is_async, position } => {
                self.asm().current = *outer;
                self.call_exit(*exit, *is_async, *position);
            }
            Block::ExceptStar => {
                let message = "'break', 'continue' and 'return' cannot appear in an except* block";
                return Err(self.source.error(message, range));
            }
        }
        Ok(())
    }

    /// `name = None; del name`: the end of `except … as name`.
    pub fn unbind(&mut self, name: &'a ast::Identifier, position: Position) {
        let mark = self.mark();
        let none = self.load_const(crate::bytecode::Const::None, None, position);
        self.store_name(&name.id, none | reg::TAKE, position);
        self.delete_name(&name.id, position);
        self.release(mark);
    }

    /// `exit(None, None, None)`, awaited for `async with`; the result is dropped.
    pub fn call_exit(&mut self, exit: u16, is_async: bool, position: Position) {
        let base = self.mark();
        for _ in 0..5 {
            self.alloc();
        }
        self.emit(Op::Move, base, exit | reg::TAKE, 0, position);
        for slot in base + 2..base + 5 {
            self.emit(Op::LoadNone, slot, 0, 0, position);
        }
        self.emit(Op::Call, base, base, 3, position);
        self.release(base);
        if is_async {
            self.await_register(base | reg::TAKE, AEXIT, position);
        }
        self.emit(Op::Drop, base, 0, 0, position);
        self.release(base);
    }

    /// Enters a construct that may be left; more than 21 within each other are an error.
    pub fn push_block(&mut self, block: Block<'a>, at: impl Ranged) -> Result<()> {
        if self.unit().blocks.len() >= 21 {
            return Err(self.source.error("too many statically nested blocks", at.range()));
        }
        self.unit().blocks.push(block);
        Ok(())
    }

    pub fn pop_block(&mut self) {
        self.unit().blocks.pop();
    }
}

fn is_loop(block: &Block) -> bool {
    matches!(block, Block::While { .. } | Block::For { .. })
}

/// Leaving the block runs nothing that has a line of its own.
fn is_plain(block: &Block) -> bool {
    matches!(
        block,
        Block::While { .. } | Block::For { .. } | Block::Try { .. } | Block::ExceptStar | Block::Value { .. }
    )
}

//! Statements: the dispatch and the simple ones.

use ruff_python_ast::{self as ast, Stmt};
use ruff_text_size::Ranged;

use crate::bytecode::{Op, Position, intrinsic, reg};

use super::errors::Result;
use super::{Compiler, Mode};

impl<'a> Compiler<'a, '_> {
    pub fn statement(&mut self, stmt: &'a Stmt) -> Result<()> {
        match stmt {
            Stmt::Expr(stmt) => self.expression_statement(stmt),
            Stmt::Assign(stmt) => self.assign(stmt),
            Stmt::AugAssign(stmt) => self.augmented_assign(stmt),
            Stmt::AnnAssign(stmt) => self.annotated_assign(stmt),
            Stmt::Return(stmt) => self.return_statement(stmt),
            Stmt::If(stmt) => self.if_statement(stmt),
            Stmt::For(stmt) => self.for_statement(stmt),
            Stmt::While(stmt) => self.while_statement(stmt),
            Stmt::With(stmt) => self.with_statement(stmt),
            Stmt::Try(stmt) => self.try_statement(stmt),
            Stmt::Raise(stmt) => self.raise_statement(stmt),
            Stmt::Assert(stmt) => self.assert_statement(stmt),
            Stmt::FunctionDef(def) => self.function_def(def),
            Stmt::ClassDef(def) => self.class_def(def),
            Stmt::Import(stmt) => self.import(stmt),
            Stmt::ImportFrom(stmt) => self.import_from(stmt),
            Stmt::Delete(stmt) => stmt.targets.iter().try_for_each(|target| self.delete(target)),
            Stmt::Break(stmt) => self.break_statement(stmt.range),
            Stmt::Continue(stmt) => self.continue_statement(stmt.range),
            Stmt::Match(stmt) => self.match_statement(stmt),
            Stmt::TypeAlias(stmt) => self.type_alias(stmt),
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => {
                if stmt.is_pass_stmt() {
                    self.emit(Op::Nop, 0, 0, 0, self.source.position_of(stmt));
                }
                Ok(())
            }
            Stmt::IpyEscapeCommand(_) => Err(self.source.error("invalid syntax", stmt.range())),
        }
    }

    /// An expression whose value the prompt shows.
    fn displayed_statement(&mut self, stmt: &'a ast::StmtExpr, position: Position) -> Result<()> {
        let mark = self.mark();
        let value = self.expr(&stmt.value, None)?;
        self.emit(Op::Intrinsic, value, value | reg::TAKE, intrinsic::DISPLAY, position);
        self.emit(Op::Drop, value, 0, 0, position);
        self.release(mark);
        Ok(())
    }

    fn expression_statement(&mut self, stmt: &'a ast::StmtExpr) -> Result<()> {
        let position = self.source.position_of(stmt);
        let mark = self.mark();
        let interactive = self.mode == Mode::Single && self.outer.is_empty();
        if interactive {
            return self.displayed_statement(stmt, position);
        }
        if self.fold(&stmt.value).is_some() {
            // A constant, such as a docstring, does nothing but carry its line.
            self.emit(Op::Nop, 0, 0, 0, position);
            return Ok(());
        }
        let value = self.operand(&stmt.value)?;
        if value & reg::TAKE != 0 {
            self.emit(Op::Drop, value & reg::SLOT, 0, 0, position);
        } else {
            // A local alone: the check that it is bound was all there was to do.
            self.emit(Op::Nop, 0, 0, 0, position);
        }
        self.release(mark);
        Ok(())
    }
}

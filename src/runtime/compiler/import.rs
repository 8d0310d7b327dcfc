//! `import` and `from … import`.

use ruff_python_ast::{self as ast, Stmt};
use ruff_text_size::{Ranged, TextSize};

use crate::bytecode::{Const, Op, flag, intrinsic, reg};

use super::Compiler;
use super::class::rc;
use super::errors::{Result, SyntaxError};
use super::source::Source;

/// Operand `c` of `ImportName` for a plain `import`.
const NO_NAMES: u16 = 0xffff;

const MISPLACED_FUTURE: &str = "from __future__ imports must occur at the beginning of the file";

impl<'a> Compiler<'a, '_> {
    pub fn import(&mut self, stmt: &'a ast::StmtImport) -> Result<()> {
        let position = self.source.position_of(stmt);
        for alias in &stmt.names {
            let mark = self.mark();
            let module = self.alloc();
            let name = self.asm().name(&alias.name.id);
            self.emit(Op::ImportName, module, name, NO_NAMES, position);
            match &alias.asname {
                // `import a.b.c as m` binds the innermost module.
                Some(asname) => {
                    self.check_assignable(&asname.id, stmt.range)?;
                    for part in alias.name.id.split('.').skip(1) {
                        let inner = self.alloc();
                        let name = self.asm().name(part);
                        self.emit(Op::ImportFrom, inner, module, name, position);
                        self.emit(Op::Move, module, inner | reg::TAKE, 0, position);
                        self.release(inner);
                    }
                    self.store_name(&asname.id, module | reg::TAKE, position);
                }
                None => {
                    let first = alias.name.id.split('.').next().unwrap_or("");
                    self.check_assignable(first, stmt.range)?;
                    self.store_name(first, module | reg::TAKE, position);
                }
            }
            self.release(mark);
        }
        Ok(())
    }

    pub fn import_from(&mut self, stmt: &'a ast::StmtImportFrom) -> Result<()> {
        let position = self.source.position_of(stmt);
        let from = stmt.module.as_ref().map_or("", |m| m.id.as_str());
        if from == "__future__" && stmt.level == 0 && stmt.start() >= self.futures_end {
            return Err(self.source.error(MISPLACED_FUTURE, stmt.range));
        }
        let names: Vec<Const> = stmt.names.iter().map(|a| Const::Str(rc(&a.name.id))).collect();
        let names = self.asm().short_constant(Const::Tuple(names.into()));
        let name = self.asm().name(from);
        let mark = self.mark();
        let module = self.alloc();
        let level = stmt.level.min(31) as u8;
        self.emit_flags(Op::ImportName, level << flag::SHIFT, [module, name, names], position);
        if let [alias] = &stmt.names[..]
            && &*alias.name.id == "*"
        {
            self.emit(Op::Intrinsic, module, module | reg::TAKE, intrinsic::IMPORT_STAR, position);
            self.emit(Op::Drop, module, 0, 0, position);
            self.release(mark);
            return Ok(());
        }
        for alias in &stmt.names {
            let value = self.alloc();
            let name = self.asm().name(&alias.name.id);
            self.emit(Op::ImportFrom, value, module, name, position);
            let target = alias.asname.as_ref().unwrap_or(&alias.name);
            self.check_assignable(&target.id, stmt.range)?;
            self.store_name(&target.id, value | reg::TAKE, position);
            self.release(value);
        }
        self.emit(Op::Drop, module, 0, 0, position);
        self.release(mark);
        Ok(())
    }
}

/// Features that `from __future__` knows; all but `annotations` are no news any more.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// CPython gives these errors no end.
fn at_its_start(mut error: Box<SyntaxError>) -> Box<SyntaxError> {
    error.end_column = 0;
    error.of_symbols = true;
    error
}

/// Checks the `from __future__` imports with which a module begins; is `annotations` among them, and where do they end?
pub(super) fn future_annotations(body: &[Stmt], source: &Source) -> Result<(bool, TextSize)> {
    let (mut annotations, mut end) = (false, TextSize::default());
    let docstring = matches!(body.first(), Some(Stmt::Expr(stmt)) if stmt.value.is_string_literal_expr());
    for stmt in &body[usize::from(docstring)..] {
        let Stmt::ImportFrom(import) = stmt else { break };
        if import.level != 0 || import.module.as_ref().is_none_or(|m| &*m.id != "__future__") {
            break;
        }
        for alias in &import.names {
            let name = alias.name.id.as_str();
            if name == "braces" {
                return Err(at_its_start(source.error("not a chance", import.range)));
            }
            if !FEATURES.contains(&name) {
                let message = format!("future feature {name} is not defined");
                return Err(at_its_start(source.error(message, import.range)));
            }
            annotations |= name == "annotations";
        }
        end = import.end();
    }
    Ok((annotations, end))
}

//! Classes: the body as a function of its namespace, and the call that makes the class.

use std::rc::Rc;

use ruff_python_ast as ast;

use crate::bytecode::{CodeFlags, Const, Op, Params, Position, intrinsic, reg};

use super::call::Given;
use super::errors::Result;
use super::resolve::CLASS_DICT;
use super::scope::ScopeKind;
use super::{Compiler, Mode};
use crate::trace::sorted::sort_by;

impl<'a> Compiler<'a, '_> {
    pub fn class_def(&mut self, def: &'a ast::StmtClassDef) -> Result<()> {
        let range = self.keyword_range(&def.decorator_list, def.range);
        let position = self.source.position(range);
        let mark = self.mark();
        self.decorators(&def.decorator_list)?;
        let slot = match &def.type_params {
            Some(params) => self.generic_class(def, params, position)?,
            None => {
                let base = self.class_call(def, position)?;
                let (args, keywords) = class_arguments(def);
                if let Some(arguments) = &def.arguments {
                    self.check_keywords(arguments)?;
                }
                self.arguments(args, keywords, base, Given { first: 2, last: None }, None, position)?
            }
        };
        let slot = self.apply_decorators(&def.decorator_list, slot);
        self.check_assignable(&def.name.id, range)?;
        self.store_name(&def.name.id, slot | reg::TAKE, position);
        self.release(mark);
        Ok(())
    }

    /// `__build_class__(body, name, …`: gives the base of the call, whose first two arguments stand.
    pub fn class_call(&mut self, def: &'a ast::StmtClassDef, position: Position) -> Result<u16> {
        let base = self.alloc();
        self.alloc();
        self.emit(Op::LoadBuildClass, base, 0, 0, position);
        let code = self.class_body(def, position)?;
        let slot = self.mark();
        self.make_function(code, 0, slot, None, position);
        self.load_str(&def.name.id, position);
        Ok(base)
    }

    fn class_body(&mut self, def: &'a ast::StmtClassDef, position: Position) -> Result<crate::bytecode::Code> {
        let scope = self.scopes.of(def, ScopeKind::Class);
        let first = def.decorator_list.first().map_or(position.line, |d| self.source.position_of(&d.expression).line);
        self.enter(scope, &def.name.id, first, Params::default());
        self.unit().flags &= !(CodeFlags::OPTIMIZED | CodeFlags::NEWLOCALS);
        let start = Position { line: first, end_line: first, column: 0, end_column: 0 };
        let module = self.load_global_name("__name__", start);
        self.store_own("__module__", module | reg::TAKE, start);
        self.release(module);
        let qualname = self.unit().qualname.clone();
        self.store_const("__qualname__", Const::Str(qualname), start);
        self.store_const("__firstlineno__", Const::Int(i64::from(first)), start);
        if def.type_params.is_some() {
            let params = self.load_name(".type_params", None, start);
            self.store_own("__type_params__", params | reg::TAKE, start);
            self.release(params);
        }
        if let Some(cell) = self.own_cell(CLASS_DICT) {
            let namespace = self.alloc();
            self.emit(Op::Intrinsic, namespace, 0, intrinsic::LOCALS, start);
            self.emit(Op::StoreDeref, cell, namespace | reg::TAKE, 0, start);
            self.release(namespace);
        }
        self.namespace_body(&def.body)?;
        let none = Position::default();
        if self.own_cell(CLASS_DICT).is_some() {
            self.store_cell(CLASS_DICT, "__classdictcell__", none);
        }
        let mut attributes = self.unit().static_attributes.clone();
        sort_by(&mut attributes, Ord::cmp);
        let attributes: Vec<Const> = attributes.into_iter().map(Const::Str).collect();
        self.store_const("__static_attributes__", Const::Tuple(attributes.into()), none);
        self.class_cell(none);
        self.leave()
    }

    /// A body whose names live in a namespace (module, class): `__doc__`, `__annotations__`, then the statements.
    pub fn namespace_body(&mut self, body: &'a [ast::Stmt]) -> Result<()> {
        if let Some(first) = body.first() {
            let start = self.source.position_of(first);
            if annotates(body) {
                self.emit(Op::SetupAnnotations, 0, 0, 0, Position { line: 0, ..start });
            }
            // What is typed in at the prompt is shown.
            let typed = self.mode == Mode::Single && self.outer.is_empty();
            if let Some(doc) = self.docstring_of(body)
                && !typed
            {
                if self.optimize.0 < 2 {
                    self.store_const("__doc__", Const::Str(doc), start);
                }
                return self.body(&body[1..]);
            }
        }
        self.body(body)
    }

    fn load_global_name(&mut self, name: &str, position: Position) -> u16 {
        let slot = self.alloc();
        let index = self.asm().name(name);
        self.emit(Op::LoadName, slot, index, 0, position);
        slot
    }

    fn store_const(&mut self, name: &str, constant: Const, position: Position) {
        let slot = self.load_const(constant, None, position);
        self.release(slot);
        let scope = self.unit().scope;
        if self.scopes.get(scope).kind == ScopeKind::Class {
            self.store_own(name, slot | reg::TAKE, position);
        } else {
            self.store_name(name, slot | reg::TAKE, position);
        }
    }

    /// A name that a class body gets without saying so: it is the class's, whatever a function around it has.
    fn store_own(&mut self, name: &str, value: u16, position: Position) {
        let index = self.asm().name(name);
        self.emit(Op::StoreName, value, index, 0, position);
    }

    /// The end of the body: `type.__new__` finds the cell of `__class__` in the namespace; it is also returned.
    fn class_cell(&mut self, position: Position) {
        if self.own_cell("__class__").is_none() {
            return self.return_none(position);
        }
        self.store_cell("__class__", "__classcell__", position);
        let slot = self.alloc();
        let cell = self.own_cell("__class__").unwrap_or(0);
        self.emit(Op::Move, slot, cell, 0, position);
        self.release(slot);
        self.emit_return(slot, position);
    }

    fn own_cell(&mut self, name: &str) -> Option<u16> {
        self.unit().own_cell(name)
    }

    fn store_cell(&mut self, cell: &str, name: &str, position: Position) {
        let slot = self.alloc();
        let cell = self.own_cell(cell).unwrap_or(0);
        self.emit(Op::Move, slot, cell, 0, position);
        let index = self.asm().name(name);
        self.emit(Op::StoreName, slot | reg::TAKE, index, 0, position);
        self.release(slot);
    }
}

pub(super) fn class_arguments(def: &ast::StmtClassDef) -> (&[ast::Expr], &[ast::Keyword]) {
    match &def.arguments {
        Some(arguments) => (&arguments.args, &arguments.keywords),
        None => (&[], &[]),
    }
}

/// Does a body annotate names (in nested blocks too)? CPython's `find_ann`.
fn annotates(body: &[ast::Stmt]) -> bool {
    use ast::Stmt;
    body.iter().any(|stmt| match stmt {
        Stmt::AnnAssign(_) => true,
        Stmt::For(stmt) => annotates(&stmt.body) || annotates(&stmt.orelse),
        Stmt::While(stmt) => annotates(&stmt.body) || annotates(&stmt.orelse),
        Stmt::If(stmt) => annotates(&stmt.body) || stmt.elif_else_clauses.iter().any(|c| annotates(&c.body)),
        Stmt::With(stmt) => annotates(&stmt.body),
        Stmt::Match(stmt) => stmt.cases.iter().any(|c| annotates(&c.body)),
        Stmt::Try(stmt) => {
            let in_handler = |h: &ast::ExceptHandler| match h {
                ast::ExceptHandler::ExceptHandler(clause) => annotates(&clause.body),
            };
            annotates(&stmt.body)
                || stmt.handlers.iter().any(in_handler)
                || annotates(&stmt.orelse)
                || annotates(&stmt.finalbody)
        }
        _ => false,
    })
}

/// A name as an `Rc`, for constants.
pub(super) fn rc(name: &str) -> Rc<str> {
    name.into()
}

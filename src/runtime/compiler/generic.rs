//! Type parameters and type aliases (PEP 695). What is generic is made within a function that makes the type
//! parameters and is called at once. Bounds and values of aliases are computed when first asked for.

use ruff_python_ast::{self as ast, Expr, TypeParam};
use ruff_text_size::Ranged;

use crate::bytecode::{Const, Op, Params, Position, intrinsic, reg};

use super::Compiler;
use super::call::Given;
use super::class::class_arguments;
use super::errors::Result;
use super::scope::ScopeKind;
use super::symtable::has_defaults;

impl<'a> Compiler<'a, '_> {
    pub fn generic_function(
        &mut self,
        def: &'a ast::StmtFunctionDef,
        params: &'a ast::TypeParams,
        position: Position,
    ) -> Result<u16> {
        let base = self.alloc();
        self.alloc();
        let flags = self.defaults(&def.parameters, position)?;
        let (defaults, kwdefaults) = has_defaults(&def.parameters);
        let count = defaults as u16 + kwdefaults as u16;
        let types = self.enter_type_params(params, &def.name.id, count, position)?;
        let inner = self.mark();
        for (present, name) in [(defaults, ".defaults"), (kwdefaults, ".kwdefaults")] {
            if present {
                self.load_name(name, None, position);
            }
        }
        let flags = flags | self.annotations(&def.parameters, def.returns.as_deref(), position)?;
        let function = self.function(def, flags, inner, Some(types), position)?;
        self.call_generic(function, base, count, position)
    }

    pub fn generic_class(
        &mut self,
        def: &'a ast::StmtClassDef,
        params: &'a ast::TypeParams,
        position: Position,
    ) -> Result<u16> {
        let base = self.alloc();
        self.alloc();
        let types = self.enter_type_params(params, &def.name.id, 0, position)?;
        self.store_name(".type_params", types, position);
        let generic = types;
        self.emit(Op::Intrinsic, generic, types | reg::TAKE, intrinsic::SUBSCRIPT_GENERIC, position);
        let call = self.class_call(def, position)?;
        let (args, keywords) = class_arguments(def);
        if let Some(arguments) = &def.arguments {
            self.check_keywords(arguments)?;
        }
        let given = Given { first: 2, last: Some(generic | reg::TAKE) };
        let class = self.arguments(args, keywords, call, given, None, position)?;
        self.call_generic(class, base, 0, position)
    }

    pub fn type_alias(&mut self, stmt: &'a ast::StmtTypeAlias) -> Result<()> {
        let position = self.source.position_of(stmt);
        let Expr::Name(name) = &*stmt.name else {
            return Err(self.source.error("invalid syntax", stmt.name.range()));
        };
        let mark = self.mark();
        let alias = match &stmt.type_params {
            Some(params) => {
                let base = self.alloc();
                self.alloc();
                let types = self.enter_type_params(params, &name.id, 0, position)?;
                let alias = self.make_alias(stmt, &name.id, Some(types), position)?;
                self.call_generic(alias, base, 0, position)?
            }
            None => self.make_alias(stmt, &name.id, None, position)?,
        };
        self.check_assignable(&name.id, stmt.range)?;
        self.store_name(&name.id, alias | reg::TAKE, self.source.position(name.range));
        self.release(mark);
        Ok(())
    }

    fn make_alias(
        &mut self,
        stmt: &'a ast::StmtTypeAlias,
        name: &str,
        types: Option<u16>,
        position: Position,
    ) -> Result<u16> {
        let first = self.load_str(name, position);
        match types {
            Some(types) => {
                let slot = self.alloc();
                self.emit(Op::Move, slot, types | reg::TAKE, 0, position);
            }
            None => {
                self.load_const(Const::None, None, position);
            }
        }
        self.computed(stmt, ScopeKind::TypeAlias, name, &stmt.value)?;
        self.release(first);
        self.alloc();
        self.emit(Op::Intrinsic, first, first, intrinsic::TYPE_ALIAS, position);
        Ok(first)
    }

    /// A function without parameters, in a new temporary, that computes a value when it is first asked for.
    fn computed<T>(&mut self, node: &T, kind: ScopeKind, name: &str, value: &'a Expr) -> Result<()> {
        let position = self.source.position_of(value);
        let scope = self.scopes.of(node, kind);
        self.enter(scope, name, position.line, Params::default());
        let register = self.unpacked(value)?;
        self.emit_return(register, position);
        let code = self.leave()?;
        let slot = self.mark();
        self.make_function(code, 0, slot, None, position);
        Ok(())
    }

    /// Starts the function of the type parameters and makes them; gives the slot of their tuple.
    fn enter_type_params(
        &mut self,
        params: &'a ast::TypeParams,
        name: &str,
        arguments: u16,
        position: Position,
    ) -> Result<u16> {
        let scope = self.scopes.of(params, ScopeKind::TypeParams);
        let counts = Params { positional: arguments, ..Params::default() };
        self.enter(scope, &format!("<generic parameters of {name}>"), position.line, counts);
        let first = self.mark();
        let mut defaults = false;
        for param in &params.type_params {
            let at = self.source.position_of(param);
            let (name, kind, bound, default) = match param {
                TypeParam::TypeVar(p) => (&p.name, intrinsic::TYPEVAR, &p.bound, &p.default),
                TypeParam::TypeVarTuple(p) => (&p.name, intrinsic::TYPEVARTUPLE, &None, &p.default),
                TypeParam::ParamSpec(p) => (&p.name, intrinsic::PARAMSPEC, &None, &p.default),
            };
            if default.is_none() && defaults {
                let message = format!("non-default type parameter '{}' follows default type parameter", name.id);
                return Err(self.source.error(message, param.range()));
            }
            defaults = default.is_some();
            self.check_assignable(&name.id, param.range())?;
            let slot = self.load_str(&name.id, at);
            for part in [bound, default] {
                match part {
                    Some(part) => self.computed(&**part, ScopeKind::TypeVariable, &name.id, part)?,
                    None => {
                        self.load_const(Const::None, None, at);
                    }
                }
            }
            self.release(slot + 1);
            self.emit(Op::Intrinsic, slot, slot, kind, at);
            self.store_name(&name.id, slot, at);
        }
        self.release(first);
        self.alloc();
        self.emit(Op::BuildTuple, first, first, params.type_params.len() as u16, position);
        Ok(first)
    }

    /// Ends the function of the type parameters, which returns what stands in `slot`, and calls it: `count` arguments
    /// stand behind `base`.
    fn call_generic(&mut self, slot: u16, base: u16, count: u16, position: Position) -> Result<u16> {
        self.emit_return(slot, position);
        let code = self.leave()?;
        let extras = self.mark();
        self.make_function(code, 0, extras, Some(base), position);
        self.release(base);
        self.alloc();
        self.emit(Op::Call, base, base, count, position);
        Ok(base)
    }
}

//! Calls. A call's slots are [callable, self or empty, arguments…]; a method call fills the first two at once.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use crate::bytecode::{Const, Instr, Op, Position, reg};

use super::Compiler;
use super::display::has_star;
use super::errors::Result;
use super::scope::{Place, symbol};

/// Positional arguments of a call that the source doesn't write: of `class C[T](A, B)` the body and the name come
/// first, `Generic[T]` last.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Given {
    /// So many stand behind the callable already.
    pub first: u16,
    /// The register of the last one.
    pub last: Option<u16>,
}

impl<'a> Compiler<'a, '_> {
    pub fn call(&mut self, call: &'a ast::ExprCall, dst: Option<u16>) -> Result<u16> {
        self.check_keywords(&call.arguments)?;
        let mark = self.mark();
        // `a.b().c().d()` leans to the left: no recursion along it.
        let mut chain = vec![call];
        while let Some(inner) = self.receiver_call(chain[chain.len() - 1]) {
            self.check_keywords(&inner.arguments)?;
            chain.push(inner);
        }
        let mut receiver = None;
        while let Some(call) = chain.pop() {
            let to = if chain.is_empty() { dst } else { None };
            let slot = self.call_on(call, receiver, mark, to)?;
            receiver = Some(slot | reg::TAKE);
        }
        Ok(receiver.unwrap_or(mark) & reg::SLOT)
    }

    /// The call whose result this call's method is looked up in.
    fn receiver_call(&mut self, call: &'a ast::ExprCall) -> Option<&'a ast::ExprCall> {
        if !self.is_method_call(call) {
            return None;
        }
        match &*call.func {
            Expr::Attribute(attribute) => attribute.value.as_call_expr(),
            _ => None,
        }
    }

    /// CPython's `maybe_optimize_method_call`: an attribute of something not imported, no starred arguments.
    fn is_method_call(&mut self, call: &'a ast::ExprCall) -> bool {
        let Expr::Attribute(attribute) = &*call.func else { return false };
        let stars = has_star(&call.arguments.args) || call.arguments.keywords.iter().any(|k| k.arg.is_none());
        !stars && !self.is_imported(&attribute.value)
    }

    /// CPython's `can_optimize_super_call`: `super().name` is one instruction there, so that what `super` refuses, which
    /// has just been emitted, stands where the attribute does.
    pub fn made_of_super(&mut self, attribute: &'a ast::ExprAttribute) {
        let Expr::Call(call) = &*attribute.value else { return };
        let Expr::Name(name) = &*call.func else { return };
        let unit = self.unit.as_ref().expect("an expression stands in a block");
        let global = matches!(self.scopes.place(unit.current, &name.id), Place::Global);
        let global = global && !self.scopes.get(super::scope::ScopeId(0)).has(&name.id, symbol::BOUND);
        let takes = match &call.arguments.args[..] {
            [] => unit.params.positional > 0 && unit.free.iter().any(|free| &**free == "__class__"),
            args => args.len() == 2 && !has_star(args),
        };
        if name.id == "super"
            && attribute.attr.id != "__class__"
            && global
            && takes
            && call.arguments.keywords.is_empty()
        {
            let position = self.source.position_of(attribute);
            *self.asm().positions.last_mut().expect("the call stands there") = position;
        }
    }

    fn is_imported(&mut self, expr: &Expr) -> bool {
        let Expr::Name(name) = expr else { return false };
        // Only names that the module itself imports count, as in CPython's `is_import_originated`.
        let module = self.scopes.get(super::scope::ScopeId(0));
        let current = self.unit.as_ref().map(|u| u.current);
        let imported = module.has(&name.id, symbol::IMPORTED);
        imported && current.is_some_and(|c| matches!(self.scopes.place(c, &name.id), Place::Global | Place::Name))
    }

    /// One call. `receiver`: the object of a method call that is computed already, in the slot `mark`.
    fn call_on(&mut self, call: &'a ast::ExprCall, receiver: Option<u16>, mark: u16, dst: Option<u16>) -> Result<u16> {
        self.warn_call(call);
        let mut position = self.source.position_of(call);
        if self.is_method_call(call)
            && let Expr::Attribute(attribute) = &*call.func
        {
            let object = match receiver {
                Some(register) => register,
                None => self.operand(&attribute.value)?,
            };
            self.release(mark);
            self.alloc();
            self.alloc();
            self.made_of_super(attribute);
            let at = self.attribute_position(self.source.position_of(attribute), attribute);
            let name = self.mangled(&attribute.attr.id);
            let site = self.asm().site(&name);
            self.emit(Op::LoadMethod, mark, object, site, at);
            position = self.attribute_position(position, attribute);
        } else {
            self.expr(&call.func, None)?;
            self.alloc();
        }
        let (args, keywords) = (&call.arguments.args, &call.arguments.keywords);
        if let ([Expr::Generator(generator)], []) = (&args[..], &keywords[..])
            && !generator.parenthesized
        {
            // `f(x for x in y)`: the call's parentheses are the generator expression's.
            let at = self.source.position(call.arguments.range);
            self.generator_expression(generator, None, at)?;
            self.release(mark);
            let dst = self.dest(dst);
            self.emit(Op::Call, dst, mark, 1, position);
            return Ok(dst);
        }
        self.arguments(args, keywords, mark, Given::default(), dst, position)
    }

    /// Arguments and the call itself. The callable stands in slot `base`.
    pub fn arguments(
        &mut self,
        args: &'a [Expr],
        keywords: &'a [ast::Keyword],
        base: u16,
        given: Given,
        dst: Option<u16>,
        position: Position,
    ) -> Result<u16> {
        if has_star(args) || keywords.iter().any(|k| k.arg.is_none()) || args.len() + keywords.len() > 255 {
            return self.starred_call(args, keywords, base, given, dst, position);
        }
        for arg in args {
            self.expr(arg, None)?;
        }
        if let Some(last) = given.last {
            let slot = self.alloc();
            self.emit(Op::Move, slot, last, 0, position);
        }
        for keyword in keywords {
            self.expr(&keyword.value, None)?;
        }
        self.release(base);
        let dst = self.dest(dst);
        let count = given.first + u16::from(given.last.is_some()) + (args.len() + keywords.len()) as u16;
        if keywords.is_empty() {
            self.emit(Op::Call, dst, base, count, position);
            return Ok(dst);
        }
        let names = keywords.iter().filter_map(|k| k.arg.as_ref());
        let names: Vec<Const> = names.map(|n| Const::Str(n.id.as_str().into())).collect();
        let index = self.asm().constant(Const::Tuple(names.into()));
        self.emit(Op::CallKw, dst, base, count, position);
        self.asm().emit(Instr::wide(Op::Extra, 0, index), position);
        Ok(dst)
    }

    /// A call with `*args` or `**kwargs`: a tuple in `base + 2`, a dict in `base + 3` or nothing.
    fn starred_call(
        &mut self,
        args: &'a [Expr],
        keywords: &'a [ast::Keyword],
        base: u16,
        given: Given,
        dst: Option<u16>,
        position: Position,
    ) -> Result<u16> {
        let tuple = base + 2;
        match args {
            [Expr::Starred(starred)] if given == Given::default() => {
                // The only `*x` is iterated last, after the keyword arguments have been evaluated.
                let value = if keywords.is_empty() {
                    self.operand(&starred.value)?
                } else {
                    let value = self.expr(&starred.value, None)?;
                    self.keyword_dict(keywords, base, position)?;
                    value | reg::TAKE
                };
                self.release(tuple);
                self.alloc();
                self.emit(Op::StarArgs, tuple, value, base, position);
                if !keywords.is_empty() {
                    self.alloc();
                }
            }
            _ => {
                self.argument_tuple(args, tuple, given, position)?;
                if !keywords.is_empty() {
                    self.keyword_dict(keywords, base, position)?;
                }
            }
        }
        self.release(base);
        let dst = self.dest(dst);
        self.emit(Op::CallEx, dst, base, 0, position);
        Ok(dst)
    }

    /// The positional arguments as a tuple in `slot`, where the first of them stand already.
    fn argument_tuple(&mut self, args: &'a [Expr], slot: u16, given: Given, position: Position) -> Result<()> {
        if !has_star(args) && given.last.is_none() && args.len() <= 255 {
            for arg in args {
                self.expr(arg, None)?;
            }
            self.emit(Op::BuildTuple, slot, slot, given.first + args.len() as u16, position);
            self.release(slot);
            self.alloc();
            return Ok(());
        }
        self.emit(Op::BuildList, slot, slot, given.first, position);
        self.release(slot);
        self.alloc();
        for arg in args {
            match arg {
                Expr::Starred(starred) => {
                    let value = self.operand(&starred.value)?;
                    let in_call = 1 << crate::bytecode::flag::SHIFT;
                    self.emit_flags(Op::ListExtend, in_call, [slot, value, 0], position);
                }
                _ => {
                    let value = self.operand(arg)?;
                    self.emit(Op::ListAppend, slot, value, 0, position);
                }
            }
            self.release(slot + 1);
        }
        if let Some(last) = given.last {
            self.emit(Op::ListAppend, slot, last, 0, position);
        }
        self.emit(Op::ListToTuple, slot, slot | reg::TAKE, 0, position);
        Ok(())
    }

    /// The keyword arguments as a dict in `base + 3`.
    fn keyword_dict(&mut self, keywords: &'a [ast::Keyword], base: u16, position: Position) -> Result<()> {
        let dict = self.mark();
        let named = keywords.iter().take_while(|k| k.arg.is_some()).count().min(15);
        for keyword in &keywords[..named] {
            self.keyword_pair(keyword, position)?;
        }
        self.release(dict);
        self.alloc();
        self.emit(Op::BuildDict, dict, dict, named as u16, position);
        let mut rest = &keywords[named..];
        while let Some(keyword) = rest.first() {
            let mapping = if keyword.arg.is_none() {
                rest = &rest[1..];
                self.operand(&keyword.value)?
            } else {
                let count = rest.iter().take_while(|k| k.arg.is_some()).count().min(15);
                let part = self.mark();
                for keyword in &rest[..count] {
                    self.keyword_pair(keyword, position)?;
                }
                rest = &rest[count..];
                self.emit(Op::BuildDict, part, part, count as u16, position);
                part | reg::TAKE
            };
            self.emit(Op::DictMerge, dict, mapping, base, position);
            self.release(dict + 1);
        }
        Ok(())
    }

    fn keyword_pair(&mut self, keyword: &'a ast::Keyword, position: Position) -> Result<()> {
        if let Some(name) = &keyword.arg {
            self.load_const(Const::Str(name.id.as_str().into()), None, position);
        }
        self.expr(&keyword.value, None)?;
        Ok(())
    }

    /// CPython's `validate_keywords`: no name twice.
    pub fn check_keywords(&mut self, arguments: &'a ast::Arguments) -> Result<()> {
        for (n, keyword) in arguments.keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            self.check_assignable(&name.id, keyword.range())?;
            let repeated = arguments.keywords[n + 1..].iter().find(|k| k.arg.as_ref().is_some_and(|a| a.id == name.id));
            if let Some(again) = repeated {
                return Err(self.source.error(format!("keyword argument repeated: {}", name.id), again.range()));
            }
        }
        Ok(())
    }
}

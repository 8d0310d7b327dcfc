//! Functions and lambdas: defaults, annotations, closures, decorators, bodies.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::bytecode::{Code, CodeFlags, Const, Op, Params, Position, flag, make_function, reg};

use super::Compiler;
use super::errors::Result;
use super::scope::{ScopeId, ScopeKind};
use super::unparse::unparse;

impl<'a> Compiler<'a, '_> {
    pub fn function_def(&mut self, def: &'a ast::StmtFunctionDef) -> Result<()> {
        let range = self.keyword_range(&def.decorator_list, def.range);
        let position = self.source.position(range);
        let mark = self.mark();
        self.check_parameters(&def.parameters)?;
        self.decorators(&def.decorator_list)?;
        let slot = match &def.type_params {
            Some(params) => self.generic_function(def, params, position)?,
            None => {
                let base = self.mark();
                let flags = self.defaults(&def.parameters, position)?;
                let flags = flags | self.annotations(&def.parameters, def.returns.as_deref(), position)?;
                self.function(def, flags, base, None, position)?
            }
        };
        let slot = self.apply_decorators(&def.decorator_list, slot);
        self.check_assignable(&def.name.id, range)?;
        self.store_name(&def.name.id, slot | reg::TAKE, position);
        self.release(mark);
        Ok(())
    }

    /// The body's code, made a function in slot `base`, where the extras stand already. `type_params`: the slot of the
    /// tuple of a generic function's type parameters.
    pub fn function(
        &mut self,
        def: &'a ast::StmtFunctionDef,
        flags: u8,
        base: u16,
        type_params: Option<u16>,
        position: Position,
    ) -> Result<u16> {
        let first = def.decorator_list.first().map_or(position.line, |d| self.source.position_of(&d.expression).line);
        let code = match self.scopes.find(def, ScopeKind::Function) {
            Some(scope) => self.function_code(def, scope, first)?,
            None => self.code_to_come(def, first),
        };
        let mut flags = flags | self.closure(&code, position);
        if let Some(slot) = type_params {
            flags |= make_function::TYPE_PARAMS;
            let copy = self.alloc();
            self.emit(Op::Move, copy, slot, 0, position);
        }
        Ok(self.finish_function(code, flags, base, None, position))
    }

    fn function_code(&mut self, def: &'a ast::StmtFunctionDef, scope: ScopeId, first_line: u32) -> Result<Code> {
        self.enter(scope, &def.name.id, first_line, parameter_counts(&def.parameters));
        self.parameter_flags(&def.parameters);
        let body = self.after_docstring(&def.body);
        self.body(body)?;
        self.return_none(Position::default());
        self.leave()
    }

    /// What is known of a function before its body is compiled (outline.rs).
    fn code_to_come(&self, def: &ast::StmtFunctionDef, first_line: u32) -> Code {
        let name = def.name.id.as_str();
        let qualname = self.qualname(ScopeKind::Function, name);
        Code { name: name.into(), qualname, first_line, params: parameter_counts(&def.parameters), ..Code::default() }
    }

    pub fn parameter_flags(&mut self, parameters: &ast::Parameters) {
        let unit = self.unit();
        unit.flags |= if parameters.vararg.is_some() { CodeFlags::VARARGS } else { 0 };
        unit.flags |= if parameters.kwarg.is_some() { CodeFlags::VARKEYWORDS } else { 0 };
    }

    /// Evaluates the decorators, each into the first slot of its call.
    pub fn decorators(&mut self, decorators: &'a [ast::Decorator]) -> Result<()> {
        for decorator in decorators {
            self.expr(&decorator.expression, None)?;
            self.alloc();
        }
        Ok(())
    }

    /// Calls the decorators, the last one first, with what stands in `slot` behind them.
    pub fn apply_decorators(&mut self, decorators: &[ast::Decorator], mut slot: u16) -> u16 {
        for decorator in decorators.iter().rev() {
            let position = self.source.position_of(&decorator.expression);
            let base = slot - 2;
            self.emit(Op::Call, base, base, 1, position);
            slot = base;
        }
        self.release(slot + 1);
        slot
    }

    /// From the keyword (`def`, `async`, `class`) on: the parser's range begins with the decorators.
    pub fn keyword_range(&self, decorators: &[ast::Decorator], range: TextRange) -> TextRange {
        let Some(last) = decorators.last() else { return range };
        let mut at = last.range().end().to_usize();
        let bytes = self.source.text.as_bytes();
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'#' => at += bytes[at..].iter().position(|b| *b == b'\n' || *b == b'\r').unwrap_or(0).max(1),
                b' ' | b'\t' | b'\x0c' | b'\n' | b'\r' | b'\\' => at += 1,
                _ => break,
            }
        }
        TextRange::new(TextSize::new(at as u32).min(range.end()), range.end())
    }

    /// Puts the defaults into new temporaries as `MakeFunction` wants them; gives its flags.
    pub fn defaults(&mut self, parameters: &'a ast::Parameters, position: Position) -> Result<u8> {
        let mut flags = 0;
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let defaults: Vec<&'a Expr> = positional.filter_map(|p| p.default.as_deref()).collect();
        if !defaults.is_empty() {
            flags |= make_function::DEFAULTS;
            // Constants on several lines have a line event each, so they are loaded one by one.
            let lines = |e: &&'a Expr| self.source.position_of(*e).line;
            let one_line = defaults.iter().all(|e| lines(e) == position.line);
            let folded: Option<Vec<Const>> = defaults.iter().map(|e| self.fold(e).filter(|_| one_line)).collect();
            let first = self.mark();
            match folded {
                Some(constants) => {
                    self.load_const(Const::Tuple(constants.into()), None, position);
                }
                None => {
                    for default in &defaults {
                        self.expr(default, None)?;
                    }
                    self.release(first);
                    self.alloc();
                    self.emit(Op::BuildTuple, first, first, defaults.len() as u16, position);
                }
            }
        }
        let keywords: Vec<_> = parameters.kwonlyargs.iter().filter(|p| p.default.is_some()).collect();
        if !keywords.is_empty() {
            flags |= make_function::KWDEFAULTS;
            let first = self.mark();
            for parameter in &keywords {
                let name = self.mangled(&parameter.parameter.name.id);
                self.load_const(Const::Str(name), None, position);
                if let Some(default) = &parameter.default {
                    self.expr(default, None)?;
                }
            }
            self.release(first);
            self.alloc();
            self.emit(Op::BuildDict, first, first, keywords.len() as u16, position);
        }
        Ok(flags)
    }

    /// The annotations as a dict in a new temporary, in the order in which CPython evaluates them.
    pub fn annotations(
        &mut self,
        parameters: &'a ast::Parameters,
        returns: Option<&'a Expr>,
        position: Position,
    ) -> Result<u8> {
        let plain = parameters.args.iter().chain(&parameters.posonlyargs).map(|p| &p.parameter);
        let all = plain.chain(parameters.vararg.as_deref());
        let all = all.chain(parameters.kwonlyargs.iter().map(|p| &p.parameter)).chain(parameters.kwarg.as_deref());
        let mut annotated: Vec<(&str, &'a Expr)> =
            all.filter_map(|p| Some((p.name.id.as_str(), p.annotation.as_deref()?))).collect();
        annotated.extend(returns.map(|e| ("return", e)));
        if annotated.is_empty() {
            return Ok(0);
        }
        let dict = self.mark();
        for (name, annotation) in &annotated {
            let name = self.mangled(name);
            self.load_const(Const::Str(name), None, position);
            self.annotation(annotation)?;
        }
        self.release(dict);
        self.alloc();
        self.emit(Op::BuildDict, dict, dict, annotated.len() as u16, position);
        Ok(make_function::ANNOTATIONS)
    }

    /// An annotation's value, or its text with `from __future__ import annotations`.
    pub fn annotation(&mut self, annotation: &'a Expr) -> Result<u16> {
        if self.future_annotations {
            let text = unparse(self.source, annotation);
            return Ok(self.load_str(&text, self.source.position_of(annotation)));
        }
        self.unpacked(annotation)
    }

    /// A type's value in a new temporary; of `*Ts` it is the one item that `Ts` unpacks to.
    pub fn unpacked(&mut self, annotation: &'a Expr) -> Result<u16> {
        match annotation {
            Expr::Starred(starred) => {
                let position = self.source.position_of(annotation);
                let mark = self.mark();
                let value = self.operand(&starred.value)?;
                self.release(mark);
                let slot = self.alloc();
                self.emit(Op::UnpackSequence, slot, value, 1, position);
                Ok(slot)
            }
            _ => self.expr(annotation, None),
        }
    }

    pub fn lambda(&mut self, lambda: &'a ast::ExprLambda, dst: Option<u16>) -> Result<u16> {
        let position = self.source.position_of(lambda);
        let base = self.mark();
        let mut flags = 0;
        let mut params = Params::default();
        if let Some(parameters) = &lambda.parameters {
            self.check_parameters(parameters)?;
            flags = self.defaults(parameters, position)?;
            params = parameter_counts(parameters);
        }
        let scope = self.scopes.of(lambda, ScopeKind::Lambda);
        self.enter(scope, "<lambda>", position.line, params);
        if let Some(parameters) = &lambda.parameters {
            self.parameter_flags(parameters);
        }
        let value = self.operand(&lambda.body)?;
        let at = self.source.position_of(&*lambda.body);
        self.emit_return(value, at);
        let code = self.leave()?;
        Ok(self.make_function(code, flags, base, dst, position))
    }

    /// Makes a function of a block's code. Its extras stand from slot `base` on; its closure is added to them.
    pub fn make_function(&mut self, code: Code, flags: u8, base: u16, dst: Option<u16>, position: Position) -> u16 {
        let flags = flags | self.closure(&code, position);
        self.finish_function(code, flags, base, dst, position)
    }

    /// Puts the cells that a block takes from here into a tuple in a new temporary, if it takes any.
    fn closure(&mut self, code: &Code, position: Position) -> u8 {
        if code.free.is_empty() {
            return 0;
        }
        let first = self.mark();
        for name in &code.free {
            let cell = self.cell_slot(name);
            let slot = self.alloc();
            self.emit(Op::Move, slot, cell, 0, position);
        }
        self.release(first);
        self.alloc();
        self.emit(Op::BuildTuple, first, first, code.free.len() as u16, position);
        make_function::CLOSURE
    }

    fn finish_function(&mut self, code: Code, flags: u8, base: u16, dst: Option<u16>, position: Position) -> u16 {
        self.release(base);
        let dst = self.dest(dst);
        let index = self.asm().short_constant(Const::Code(Rc::new(code)));
        self.emit_flags(Op::MakeFunction, flags << flag::SHIFT, [dst, index, base], position);
        dst
    }

    /// The slot that holds the cell of a name which an inner block takes.
    fn cell_slot(&mut self, name: &str) -> u16 {
        let unit = self.unit.as_ref().expect("a block is open");
        let in_comprehension = unit.inlined.iter().rev().find(|i| self.scopes.get(i.scope).cells.contains(name));
        let inlined = in_comprehension.and_then(|i| i.slots.get(name)).copied();
        inlined.or_else(|| unit.own_cell(name)).or_else(|| unit.slots.get(name).copied()).unwrap_or(0)
    }

    /// Notes the docstring of a function; gives the statements after it.
    fn after_docstring(&mut self, body: &'a [Stmt]) -> &'a [Stmt] {
        match self.docstring_of(body) {
            Some(doc) => {
                self.unit().doc = Some(doc).filter(|_| self.optimize.0 < 2);
                &body[1..]
            }
            None => body,
        }
    }

    /// The text of a body's docstring, without the indentation that its lines share.
    pub fn docstring_of(&mut self, body: &[Stmt]) -> Option<Rc<str>> {
        let Some(Stmt::Expr(stmt)) = body.first() else { return None };
        let Expr::StringLiteral(literal) = &*stmt.value else { return None };
        match self.string_constant(literal) {
            Const::Str(text) => Some(clean_doc(&text).into()),
            _ => None,
        }
    }
}

pub(super) fn parameter_counts(parameters: &ast::Parameters) -> Params {
    Params {
        positional: (parameters.posonlyargs.len() + parameters.args.len()) as u16,
        positional_only: parameters.posonlyargs.len() as u16,
        keyword_only: parameters.kwonlyargs.len() as u16,
    }
}

/// CPython's `_PyCompile_CleanDoc`: tabs expanded, the common indentation of the lines after the first removed.
fn clean_doc(doc: &str) -> String {
    let doc = expand_tabs(doc);
    let mut lines = doc.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    let rest: Vec<&str> = lines.collect();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let blank = |line: &str| matches!(line.trim_start_matches(' '), "" | "\n");
    let margin = rest.iter().filter(|line| !blank(line)).map(|line| indent(line)).min().unwrap_or(0);
    let mut cleaned = first.trim_start_matches(' ').to_string();
    for line in rest {
        cleaned.push_str(&line[indent(line).min(margin)..]);
    }
    cleaned
}

fn expand_tabs(text: &str) -> String {
    let mut expanded = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let spaces = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' | '\r' => {
                expanded.push(c);
                column = 0;
            }
            _ => {
                expanded.push(c);
                column += 1;
            }
        }
    }
    expanded
}

//! First pass of the symbol table: one walk over the tree that opens scopes and notes what they bind and use.
//! The rules and messages are those of CPython's `Python/symtable.c`.

use std::rc::Rc;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, Pattern, Stmt};
use ruff_text_size::TextRange;

use super::Options;
use super::errors::{Result, SyntaxError};
use super::outline::is_to_come;
use super::scope::{Scope, ScopeId, ScopeKind, Scopes, Symbol, address, symbol};
use super::source::Source;

pub(super) struct Builder<'a, 's> {
    pub source: &'a Source<'s>,
    pub scopes: Scopes,
    pub current: ScopeId,
    pub error: Option<Box<SyntaxError>>,
    /// Inside the iterable of a comprehension: assignment expressions are errors.
    pub in_comprehension_iterable: u32,
    /// Annotations are not evaluated: `from __future__ import annotations`.
    pub future_annotations: bool,
    /// The module may be a coroutine's code.
    pub top_level_await: bool,
    /// The source is a module's outline: functions whose body is to come have no scope.
    pub outline: bool,
    /// The part of a type parameter being read, for messages.
    pub type_part: Option<&'static str>,
}

impl<'a, 's> Builder<'a, 's> {
    pub fn new(source: &'a Source<'s>, options: &Options) -> Self {
        let mut builder = Builder {
            source,
            scopes: Scopes::default(),
            current: ScopeId(0),
            error: None,
            in_comprehension_iterable: 0,
            future_annotations: options.future_annotations,
            top_level_await: options.top_level_await,
            outline: options.outline,
            type_part: None,
        };
        builder.push(ScopeKind::Module, "<module>", None);
        builder
    }

    pub fn finish(self) -> Result<Scopes> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(self.scopes),
        }
    }

    fn push(&mut self, kind: ScopeKind, name: &str, parent: Option<ScopeId>) -> ScopeId {
        let id = ScopeId(self.scopes.all.len() as u32);
        let parent_scope = parent.map(|parent| self.scopes.get(parent));
        let private = parent_scope.and_then(|parent| parent.private.clone());
        let private_only = parent_scope.and_then(|parent| parent.private_only.clone());
        self.scopes.all.push(Scope {
            kind,
            parent,
            name: name.into(),
            symbols: Default::default(),
            order: Vec::new(),
            behind: Vec::new(),
            private,
            private_only,
            is_generator: false,
            is_coroutine: false,
            sees_class: false,
            cells: Default::default(),
            free: Default::default(),
        });
        id
    }

    /// Something is awaited in the current scope: what is no function's body becomes a coroutine by it, if it may.
    pub fn note_await(&mut self) {
        let becomes = match self.scope().kind {
            ScopeKind::Generator | ScopeKind::Comprehension => true,
            ScopeKind::Module => self.top_level_await,
            _ => false,
        };
        self.scope().is_coroutine |= becomes;
    }

    /// Opens the scope of a node below the current one; `leave` goes back.
    pub fn enter<T>(&mut self, node: &T, kind: ScopeKind, name: &str) -> ScopeId {
        let outer = self.current;
        let id = self.push(kind, name, Some(outer));
        let in_class = self.scope().kind == ScopeKind::Class || self.scope().sees_class;
        let annotation = matches!(kind, ScopeKind::TypeParams | ScopeKind::TypeVariable | ScopeKind::TypeAlias);
        self.scopes.get_mut(id).sees_class = in_class && annotation;
        self.scopes.by_node.insert((address(node), kind), id);
        self.current = id;
        outer
    }

    pub fn leave(&mut self, outer: ScopeId) {
        self.current = outer;
    }

    pub fn scope(&mut self) -> &mut Scope {
        let current = self.current;
        self.scopes.get_mut(current)
    }

    pub fn fail(&mut self, message: String, range: TextRange) {
        if self.error.is_none() {
            self.error = Some(self.source.error_of_symbols(message, range));
        }
    }

    /// Notes a use of a name in the current scope; gives what the scope already did with it.
    pub fn note(&mut self, name: &str, flags: u16, range: TextRange) -> u16 {
        let current = self.current;
        self.note_in(current, name, flags, range)
    }

    pub fn note_in(&mut self, id: ScopeId, name: &str, flags: u16, range: TextRange) -> u16 {
        let scope = self.scopes.get_mut(id);
        let name = scope.mangled(name);
        let before = scope.symbols.get(&name).map_or(0, |s| s.flags);
        if flags & symbol::PARAMETER != 0 && before & symbol::PARAMETER != 0 {
            self.fail(format!("duplicate argument '{name}' in function definition"), range);
            return before;
        }
        if flags & symbol::TYPE_PARAMETER != 0 && before & symbol::TYPE_PARAMETER != 0 {
            self.fail(format!("duplicate type parameter '{name}'"), range);
            return before;
        }
        let assigned = flags & (symbol::BOUND | symbol::IMPORTED) == symbol::BOUND;
        let flags = if assigned { flags | symbol::ASSIGNED } else { flags };
        const DECLARED: u16 = symbol::GLOBAL | symbol::NONLOCAL;
        match scope.symbols.get_mut(&name) {
            Some(entry) => {
                if flags & DECLARED != 0 && !entry.has(DECLARED) {
                    entry.range = range;
                }
                entry.flags |= flags;
                for names in &mut scope.behind {
                    if let Some(at) = names.iter().position(|known| *known == name) {
                        scope.order.push(names.remove(at));
                    }
                }
            }
            None => {
                scope.order.push(name.clone());
                scope.symbols.insert(name, Symbol { flags, range });
            }
        }
        before
    }

    fn declare(&mut self, names: &'a [ast::Identifier], declared: u16, word: &str, range: TextRange) {
        for name in names {
            let before = self.note(&name.id, 0, range);
            let wrong = if before & symbol::PARAMETER != 0 {
                Some(format!("name '{}' is parameter and {word}", name.id))
            } else if before & symbol::USED != 0 {
                Some(format!("name '{}' is used prior to {word} declaration", name.id))
            } else if before & symbol::ANNOTATED != 0 {
                Some(format!("annotated name '{}' can't be {word}", name.id))
            } else if before & symbol::ASSIGNED != 0 {
                Some(format!("name '{}' is assigned to before {word} declaration", name.id))
            } else {
                None
            };
            if let Some(message) = wrong {
                return self.fail(message, range);
            }
            self.note(&name.id, declared, range);
            if declared == symbol::GLOBAL {
                let name = self.scope().mangled(&name.id);
                self.scopes.declared_global.insert(name, ());
            }
        }
    }

    pub fn bind(&mut self, name: &ast::Identifier) {
        self.note(&name.id, symbol::BOUND, name.range);
    }

    fn function(&mut self, def: &'a ast::StmtFunctionDef) {
        self.bind(&def.name);
        self.defaults(&def.parameters);
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        let generic =
            def.type_params.as_deref().map(|params| self.type_params(params, &def.name.id, Some(&def.parameters)));
        self.annotations(&def.parameters, def.returns.as_deref());
        if self.outline && generic.is_none() && is_to_come(&def.body) {
            return;
        }
        let outer = self.enter(def, ScopeKind::Function, &def.name.id);
        self.scope().is_coroutine = def.is_async;
        self.parameters(&def.parameters);
        self.visit_body(&def.body);
        self.leave(outer);
        if let Some(outer) = generic {
            self.leave(outer);
        }
    }

    pub fn defaults(&mut self, parameters: &'a ast::Parameters) {
        for parameter in parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs) {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
    }

    fn annotations(&mut self, parameters: &'a ast::Parameters, returns: Option<&'a Expr>) {
        let all = parameters.iter().filter_map(|p| p.annotation());
        for annotation in all.chain(returns) {
            self.annotation(annotation);
        }
    }

    /// Parameters in slot order: positional, keyword-only, `*args`, `**kwargs`.
    pub fn parameters(&mut self, parameters: &'a ast::Parameters) {
        let named = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
        let named = named.map(|p| &p.parameter);
        for parameter in named.chain(parameters.vararg.as_deref()).chain(parameters.kwarg.as_deref()) {
            let range = TextRange::new(parameter.name.range.start(), parameter.range.end());
            self.note(&parameter.name.id, symbol::BOUND | symbol::PARAMETER, range);
        }
    }

    fn class(&mut self, def: &'a ast::StmtClassDef) {
        self.bind(&def.name);
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        let generic = def.type_params.as_deref().map(|params| self.class_params(params, &def.name.id));
        if generic.is_some() {
            self.note(".type_params", symbol::BOUND | symbol::USED, def.range);
        }
        if let Some(arguments) = &def.arguments {
            self.visit_arguments(arguments);
        }
        let outer = self.enter(def, ScopeKind::Class, &def.name.id);
        self.scope().private = Some(Rc::from(def.name.id.as_str()));
        self.scope().private_only = None;
        if generic.is_some() {
            self.note("__type_params__", symbol::BOUND, def.range);
            self.note(".type_params", symbol::USED, def.range);
        }
        self.visit_body(&def.body);
        self.leave(outer);
        if let Some(outer) = generic {
            self.leave(outer);
        }
    }

    /// The private ones among a class's parameters are mangled as within the class.
    fn class_params(&mut self, params: &'a ast::TypeParams, name: &str) -> ScopeId {
        let outer = self.enter(params, ScopeKind::TypeParams, &format!("<generic parameters of {name}>"));
        self.scope().private = Some(Rc::from(name));
        self.scope().private_only = Some(params.type_params.iter().map(|p| Rc::from(p.name().id.as_str())).collect());
        self.note_params(params);
        outer
    }

    /// Opens the scope of type parameters; the caller leaves it. A generic function's defaults are its parameters.
    fn type_params(&mut self, params: &'a ast::TypeParams, name: &str, of: Option<&'a ast::Parameters>) -> ScopeId {
        let outer = self.enter(params, ScopeKind::TypeParams, &format!("<generic parameters of {name}>"));
        let (defaults, kwdefaults) = of.map_or((false, false), has_defaults);
        for (present, name) in [(defaults, ".defaults"), (kwdefaults, ".kwdefaults")] {
            if present {
                self.note(name, symbol::BOUND | symbol::PARAMETER | symbol::USED, params.range);
            }
        }
        self.note_params(params);
        outer
    }

    fn note_params(&mut self, params: &'a ast::TypeParams) {
        for param in &params.type_params {
            let (name, bound, default, what) = match param {
                ast::TypeParam::TypeVar(p) => (&p.name, p.bound.as_deref(), &p.default, "a TypeVar default"),
                ast::TypeParam::TypeVarTuple(p) => (&p.name, None, &p.default, "a TypeVarTuple default"),
                ast::TypeParam::ParamSpec(p) => (&p.name, None, &p.default, "a ParamSpec default"),
            };
            self.note(&name.id, symbol::BOUND | symbol::TYPE_PARAMETER, name.range);
            if let Some(bound) = bound {
                let constraint = if bound.is_tuple_expr() { "a TypeVar constraint" } else { "a TypeVar bound" };
                self.type_part = Some(constraint);
                let within = self.enter(bound, ScopeKind::TypeVariable, &name.id);
                self.visit_expr(bound);
                self.leave(within);
            }
            if let Some(default) = default {
                self.type_part = Some(what);
                let within = self.enter(&**default, ScopeKind::TypeVariable, &name.id);
                self.visit_expr(default);
                self.leave(within);
            }
            self.type_part = None;
        }
    }

    fn type_alias(&mut self, alias: &'a ast::StmtTypeAlias) {
        self.visit_expr(&alias.name);
        let name = match &*alias.name {
            Expr::Name(name) => name.id.as_str(),
            _ => "<type alias>",
        };
        let generic = alias.type_params.as_deref().map(|params| self.type_params(params, name, None));
        let outer = self.enter(alias, ScopeKind::TypeAlias, name);
        self.visit_expr(&alias.value);
        self.leave(outer);
        if let Some(outer) = generic {
            self.leave(outer);
        }
    }

    fn import_alias(&mut self, alias: &'a ast::Alias, from: bool) {
        let name = alias.asname.as_ref().unwrap_or(&alias.name);
        if &*name.id == "*" {
            if self.scope().kind != ScopeKind::Module {
                self.fail("import * only allowed at module level".into(), alias.range);
            }
            return;
        }
        let bound = match &alias.asname {
            None if !from => name.id.split('.').next().unwrap_or(""),
            _ => name.id.as_str(),
        };
        self.note(bound, symbol::BOUND | symbol::IMPORTED, name.range);
    }

    fn annotated(&mut self, stmt: &'a ast::StmtAnnAssign) {
        if let Expr::Name(name) = &*stmt.target {
            let before = self.note(&name.id, 0, name.range);
            let declared = before & (symbol::GLOBAL | symbol::NONLOCAL);
            if declared != 0 && stmt.simple && self.scope().kind != ScopeKind::Module {
                let word = if declared & symbol::GLOBAL != 0 { "global" } else { "nonlocal" };
                return self.fail(format!("annotated name '{}' can't be {word}", name.id), stmt.range);
            }
            let annotated = if stmt.simple { symbol::ANNOTATED | symbol::BOUND } else { 0 };
            let bound = if stmt.value.is_some() { symbol::BOUND } else { 0 };
            self.note(&name.id, annotated | bound, name.range);
        } else {
            self.visit_expr(&stmt.target);
        }
        self.annotation(&stmt.annotation);
        if let Some(value) = &stmt.value {
            self.visit_expr(value);
        }
    }
}

impl<'a> Visitor<'a> for Builder<'a, '_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if self.error.is_some() {
            return;
        }
        if let Stmt::For(ast::StmtFor { is_async: true, .. }) | Stmt::With(ast::StmtWith { is_async: true, .. }) = stmt
        {
            self.note_await();
        }
        match stmt {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Global(stmt) => self.declare(&stmt.names, symbol::GLOBAL, "global", stmt.range),
            Stmt::Nonlocal(stmt) => self.declare(&stmt.names, symbol::NONLOCAL, "nonlocal", stmt.range),
            Stmt::Import(stmt) => stmt.names.iter().for_each(|alias| self.import_alias(alias, false)),
            Stmt::ImportFrom(stmt) => stmt.names.iter().for_each(|alias| self.import_alias(alias, true)),
            Stmt::AnnAssign(stmt) => self.annotated(stmt),
            Stmt::TypeAlias(stmt) => self.type_alias(stmt),
            Stmt::AugAssign(aug) => {
                if let Expr::Name(name) = &*aug.target {
                    self.note(&name.id, symbol::BOUND, name.range);
                }
                visitor::walk_stmt(self, stmt);
            }
            // The order of CPython's symtable.c; in that of `locals()`, which is codegen.c's, `else` is before handlers.
            Stmt::Try(stmt) => {
                self.visit_body(&stmt.body);
                let before = self.scope().order.len();
                stmt.handlers.iter().for_each(|handler| self.visit_except_handler(handler));
                let scope = self.scope();
                let of_handlers = scope.order.split_off(before);
                scope.behind.push(of_handlers);
                self.visit_body(&stmt.orelse);
                let scope = self.scope();
                let of_handlers = scope.behind.pop().unwrap_or_default();
                scope.order.extend(of_handlers);
                self.visit_body(&stmt.finalbody);
            }
            _ => visitor::walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.error.is_none() {
            self.expression(expr);
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind(name);
        }
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        visitor::walk_pattern(self, pattern);
        if let Some(name) = name {
            self.bind(name);
        }
    }

    fn visit_interpolated_string_element(&mut self, element: &'a ast::InterpolatedStringElement) {
        visitor::walk_interpolated_string_element(self, element);
    }
}

/// Has a function defaults of positional, and of keyword-only parameters?
pub(super) fn has_defaults(parameters: &ast::Parameters) -> (bool, bool) {
    let positional = parameters.posonlyargs.iter().chain(&parameters.args).any(|p| p.default.is_some());
    (positional, parameters.kwonlyargs.iter().any(|p| p.default.is_some()))
}

//! The symbol table's expressions: names, lambdas, comprehensions, assignment expressions, `yield` and `await`.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext};
use ruff_text_size::{Ranged, TextRange};

use super::scope::{ScopeKind, symbol};
use super::symtable::Builder;

impl<'a> Builder<'a, '_> {
    pub(super) fn expression(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) => self.name(name),
            Expr::Named(named) => self.assignment_expression(named),
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::ListComp(comp) => {
                let parts = Parts { first: &comp.elt, second: None, generators: &comp.generators };
                self.comprehension(comp, ScopeKind::Comprehension, "<listcomp>", parts);
            }
            Expr::SetComp(comp) => {
                let parts = Parts { first: &comp.elt, second: None, generators: &comp.generators };
                self.comprehension(comp, ScopeKind::Comprehension, "<setcomp>", parts);
            }
            Expr::DictComp(comp) => {
                let first = comp.key.as_deref().unwrap_or(&comp.value);
                let second = comp.key.is_some().then_some(&*comp.value);
                let parts = Parts { first, second, generators: &comp.generators };
                self.comprehension(comp, ScopeKind::Comprehension, "<dictcomp>", parts);
            }
            Expr::Generator(comp) => {
                let parts = Parts { first: &comp.elt, second: None, generators: &comp.generators };
                self.comprehension(comp, ScopeKind::Generator, "<genexpr>", parts);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                if self.allows("yield", expr.range()) {
                    self.scope().is_generator = true;
                    visitor::walk_expr(self, expr);
                }
            }
            Expr::Await(_) => {
                if !self.in_annotation_scope("await expression", expr.range()) {
                    self.note_await();
                    visitor::walk_expr(self, expr);
                }
            }
            Expr::BinOp(_) => self.operator_chain(expr),
            _ => visitor::walk_expr(self, expr),
        }
    }

    /// `a + b + c + …` leans to the left: walked without recursion.
    fn operator_chain(&mut self, expr: &'a Expr) {
        let mut rights = Vec::new();
        let mut left = expr;
        while let Expr::BinOp(op) = left {
            rights.push(&*op.right);
            left = &op.left;
        }
        self.visit_expr(left);
        for right in rights.into_iter().rev() {
            self.visit_expr(right);
        }
    }

    fn name(&mut self, name: &'a ast::ExprName) {
        if name.ctx == ExprContext::Invalid {
            return;
        }
        let flags = if name.ctx == ExprContext::Load { symbol::USED } else { symbol::BOUND };
        self.note(&name.id, flags, name.range);
        if &*name.id == "super" && name.ctx == ExprContext::Load && self.scope().is_function_like() {
            self.note("__class__", symbol::USED, name.range);
        }
    }

    fn lambda(&mut self, lambda: &'a ast::ExprLambda) {
        if let Some(parameters) = &lambda.parameters {
            self.defaults(parameters);
        }
        let outer = self.enter(lambda, ScopeKind::Lambda, "<lambda>");
        if let Some(parameters) = &lambda.parameters {
            self.parameters(parameters);
        }
        self.visit_expr(&lambda.body);
        self.leave(outer);
    }

    /// A comprehension's variables are among the names of the frame that it runs in.
    fn order_inlined(&mut self) {
        let inner = self.current;
        let scope = self.scopes.get(inner);
        if scope.kind != ScopeKind::Comprehension {
            return;
        }
        let bound: Vec<_> = scope.order.iter().filter(|name| scope.binds(name)).cloned().collect();
        let host = self.scopes.host(inner);
        for name in bound {
            self.note_in(host, &name, 0, TextRange::default());
        }
    }

    /// The first iterable belongs to the scope around, all else to the comprehension's.
    fn comprehension<T>(&mut self, node: &'a T, kind: ScopeKind, name: &str, parts: Parts<'a>) {
        let Some((outermost, inner)) = parts.generators.split_first() else { return };
        self.iterable(&outermost.iter);
        let outer = self.enter(node, kind, name);
        if kind == ScopeKind::Generator {
            self.note(".0", symbol::BOUND | symbol::PARAMETER, outermost.range);
            self.scope().is_generator = true;
        }
        if outermost.is_async {
            self.scope().is_coroutine = true;
        }
        self.iteration_target(&outermost.target);
        self.order_inlined();
        outermost.ifs.iter().for_each(|test| self.visit_expr(test));
        for generator in inner {
            if generator.is_async {
                self.scope().is_coroutine = true;
            }
            self.iteration_target(&generator.target);
            self.order_inlined();
            self.iterable(&generator.iter);
            generator.ifs.iter().for_each(|test| self.visit_expr(test));
        }
        if let Some(value) = parts.second {
            self.visit_expr(value);
        }
        self.visit_expr(parts.first);
        let asynchronous = self.scope().is_coroutine && kind != ScopeKind::Generator;
        self.leave(outer);
        // An asynchronous comprehension makes the generator expression or comprehension around it asynchronous.
        if asynchronous {
            self.note_await();
        }
    }

    fn iterable(&mut self, iter: &'a Expr) {
        self.in_comprehension_iterable += 1;
        self.visit_expr(iter);
        self.in_comprehension_iterable -= 1;
    }

    fn iteration_target(&mut self, target: &'a Expr) {
        self.visit_expr(target);
        for name in names_of(target) {
            let before = self.note(&name.id, symbol::ITERATION, name.range);
            if before & symbol::WALRUS != 0 {
                let message =
                    format!("comprehension inner loop cannot rebind assignment expression target '{}'", name.id);
                self.fail(message, name.range);
            }
        }
    }

    /// In a comprehension the target is a name of the nearest scope around that is none.
    fn assignment_expression(&mut self, named: &'a ast::ExprNamed) {
        if self.in_comprehension_iterable > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return self.fail(message.into(), named.range);
        }
        if self.in_annotation_scope("named expression", named.range) {
            return;
        }
        let Expr::Name(target) = &*named.target else { return visitor::walk_expr(self, &named.target) };
        let mut id = self.current;
        while matches!(self.scopes.get(id).kind, ScopeKind::Generator | ScopeKind::Comprehension) {
            let scope = self.scopes.get(id);
            if scope.has(&scope.mangled(&target.id), symbol::ITERATION) {
                let message =
                    format!("assignment expression cannot rebind comprehension iteration variable '{}'", target.id);
                return self.fail(message, target.range);
            }
            self.note_in(id, &target.id, symbol::USED | symbol::WALRUS, target.range);
            id = self.scopes.get(id).parent.expect("a comprehension has a parent");
        }
        if id != self.current && self.scopes.get(id).kind == ScopeKind::Class {
            let message = "assignment expression within a comprehension cannot be used in a class body";
            return self.fail(message.into(), target.range);
        }
        let within = match self.scopes.get(id).kind {
            ScopeKind::TypeParams => "the definition of a generic",
            ScopeKind::TypeAlias => "a type alias",
            ScopeKind::TypeVariable => "a TypeVar bound",
            _ => "",
        };
        if id != self.current && !within.is_empty() {
            let message = format!("assignment expression within a comprehension cannot be used within {within}");
            return self.fail(message, target.range);
        }
        if id != self.current && self.scopes.get(id).kind == ScopeKind::Module {
            // A comprehension binds a module's name as a `global` statement would have it.
            self.note_in(id, &target.id, symbol::GLOBAL | symbol::WALRUS, target.range);
            self.scopes.declared_global.insert(target.id.as_str().into(), ());
        } else {
            self.note_in(id, &target.id, symbol::BOUND | symbol::WALRUS, target.range);
        }
        self.visit_expr(&named.value);
    }

    /// An annotation: evaluated where it stands, or kept as a text, whose names nobody looks for.
    pub(super) fn annotation(&mut self, annotation: &'a Expr) {
        if !self.future_annotations {
            return self.visit_expr(annotation);
        }
        let mut kept = KeptAnnotation { forbidden: None };
        kept.visit_expr(annotation);
        if let Some((what, range)) = kept.forbidden {
            self.fail(format!("{what} cannot be used within an annotation"), range);
        }
    }

    /// `yield` may not stand in a comprehension or an annotation scope.
    fn allows(&mut self, word: &str, range: TextRange) -> bool {
        let inside = match (self.scope().kind, &*self.scope().name) {
            (ScopeKind::Generator, _) => "generator expression",
            (ScopeKind::Comprehension, "<listcomp>") => "list comprehension",
            (ScopeKind::Comprehension, "<setcomp>") => "set comprehension",
            (ScopeKind::Comprehension, _) => "dict comprehension",
            _ => return !self.in_annotation_scope("yield expression", range),
        };
        self.fail(format!("'{word}' inside {inside}"), range);
        false
    }

    /// Fails for what the scopes of type parameters and aliases do not allow.
    fn in_annotation_scope(&mut self, what: &str, range: TextRange) -> bool {
        let place = match self.scope().kind {
            ScopeKind::TypeAlias => "a type alias",
            ScopeKind::TypeParams | ScopeKind::TypeVariable => self.type_part.unwrap_or("the definition of a generic"),
            _ => return false,
        };
        self.fail(format!("{what} cannot be used within {place}"), range);
        true
    }
}

/// Looks for what may not stand in an annotation that is kept as a text.
struct KeptAnnotation {
    forbidden: Option<(&'static str, TextRange)>,
}

impl<'a> Visitor<'a> for KeptAnnotation {
    fn visit_expr(&mut self, expr: &'a Expr) {
        let what = match expr {
            Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
            Expr::Await(_) => "await expression",
            Expr::Named(_) => "named expression",
            // These have scopes of their own, but for what a comprehension goes through first.
            Expr::Lambda(_) => return,
            Expr::ListComp(ast::ExprListComp { generators, .. })
            | Expr::SetComp(ast::ExprSetComp { generators, .. })
            | Expr::DictComp(ast::ExprDictComp { generators, .. })
            | Expr::Generator(ast::ExprGenerator { generators, .. }) => {
                return generators.first().into_iter().for_each(|first| self.visit_expr(&first.iter));
            }
            _ => return visitor::walk_expr(self, expr),
        };
        self.forbidden.get_or_insert((what, expr.range()));
    }
}

/// What a comprehension computes for each turn.
struct Parts<'a> {
    first: &'a Expr,
    second: Option<&'a Expr>,
    generators: &'a [ast::Comprehension],
}

/// The plain names in an assignment target.
pub(super) fn names_of(target: &Expr) -> Vec<&ast::ExprName> {
    match target {
        Expr::Name(name) => vec![name],
        Expr::Tuple(tuple) => tuple.elts.iter().flat_map(names_of).collect(),
        Expr::List(list) => list.elts.iter().flat_map(names_of).collect(),
        Expr::Starred(starred) => names_of(&starred.value),
        _ => Vec::new(),
    }
}

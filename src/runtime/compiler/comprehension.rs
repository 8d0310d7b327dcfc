//! Comprehensions: list, set and dict comprehensions run in the frame around them (PEP 709), their variables in
//! temporaries; a generator expression is a function of its first iterator.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use crate::bytecode::{Const, Op, Params, Position};
use crate::objects::hasher::FastMap;

use super::Compiler;
use super::errors::Result;
use super::scope::{ScopeId, ScopeKind};
use super::unit::Inlined;

/// What the innermost loop does with its values.
#[derive(Clone, Copy)]
enum Element<'a> {
    /// Appends or adds to the collection in a slot.
    Collect(Op, u16, &'a Expr),
    /// Sets key and value of the dict in a slot.
    Pair(u16, &'a Expr, &'a Expr),
    Yield(&'a Expr),
}

impl<'a> Compiler<'a, '_> {
    pub fn comprehension(&mut self, expr: &'a Expr, dst: Option<u16>) -> Result<u16> {
        let position = self.source.position_of(expr);
        let kind = ScopeKind::Comprehension;
        let result = self.alloc();
        let (scope, build, element, generators) = match expr {
            Expr::ListComp(comp) => {
                let element = Element::Collect(Op::ListAppend, result, &comp.elt);
                (self.scopes.of(comp, kind), Op::BuildList, element, &comp.generators)
            }
            Expr::SetComp(comp) => {
                let element = Element::Collect(Op::SetAdd, result, &comp.elt);
                (self.scopes.of(comp, kind), Op::BuildSet, element, &comp.generators)
            }
            Expr::DictComp(comp) => {
                let Some(key) = &comp.key else {
                    return Err(self.source.error("dict unpacking cannot be used in dict comprehension", comp.range));
                };
                (self.scopes.of(comp, kind), Op::BuildDict, Element::Pair(result, key, &comp.value), &comp.generators)
            }
            _ => return Err(self.source.not_supported("this kind of comprehension", expr.range())),
        };
        let host = self.unit().scope;
        let frame = self.scopes.get(host);
        let coroutine = frame.is_coroutine || frame.kind == ScopeKind::Generator;
        // What is wrong with the first iterable is told of first.
        let iterator = self.first_iterator(&generators[0])?;
        if self.scopes.get(scope).is_coroutine && !coroutine {
            let message = "asynchronous comprehension outside of an asynchronous function";
            return Err(self.source.error(message, expr.range()));
        }
        self.emit(build, result, result, 0, position);
        let vars = self.enter_inlined(scope);
        self.generators(generators, 0, iterator, element, position)?;
        self.leave_inlined(scope, vars, position);
        self.release(result + 1);
        Ok(self.deliver(result, dst, position))
    }

    /// The first iterable belongs to the scope around.
    fn first_iterator(&mut self, generator: &'a ast::Comprehension) -> Result<u16> {
        let position = self.source.position_of(&generator.iter);
        let mark = self.mark();
        let iterable = self.operand(&generator.iter)?;
        self.release(mark);
        let iterator = self.alloc();
        self.emit(if generator.is_async { Op::GetAIter } else { Op::GetIter }, iterator, iterable, 0, position);
        Ok(iterator)
    }

    /// Gives the comprehension's variables their temporaries; its names are looked up there from now on.
    fn enter_inlined(&mut self, scope: ScopeId) -> (u16, u16) {
        let entry = self.scopes.get(scope);
        let names: Vec<_> = entry.order.iter().filter(|n| entry.binds(n)).cloned().collect();
        let cells = entry.cells.clone();
        let first = self.mark();
        let mut slots = FastMap::default();
        for name in names {
            let slot = self.alloc();
            if cells.contains(&name) {
                self.emit(Op::MakeCell, slot, 0, 0, Position::default());
            }
            slots.insert(name, slot);
        }
        let start = self.asm().here();
        let unit = self.unit();
        unit.inlined.push(Inlined { scope, slots, assigned: Vec::new(), start });
        unit.current = scope;
        (first, unit.next)
    }

    fn leave_inlined(&mut self, scope: ScopeId, (first, end): (u16, u16), position: Position) {
        for slot in first..end {
            self.emit(Op::Drop, slot, 0, 0, position);
        }
        let parent = self.scopes.get(scope).parent;
        let ends = self.asm().here();
        let order = self.scopes.get(scope).order.clone();
        let unit = self.unit();
        if let Some(Inlined { slots, start, .. }) = unit.inlined.pop() {
            let rows = order.into_iter().filter_map(|name| Some((*slots.get(&name)?, name)));
            unit.ended.extend(rows.map(|(slot, name)| (name, slot, start, ends)));
        }
        unit.current = parent.unwrap_or(unit.scope);
    }

    /// The loop of generator `n`, whose iterator stands in a slot, with all that is within it.
    fn generators(
        &mut self,
        generators: &'a [ast::Comprehension],
        n: usize,
        iterator: u16,
        element: Element<'a>,
        whole: Position,
    ) -> Result<()> {
        let generator = &generators[n];
        let position = self.source.position_of(&generator.target);
        let (end, turn) = (self.label(), self.label());
        let mark = self.mark();
        let start = self.asm().here();
        let exhausted = if generator.is_async {
            Some(self.async_next(&generator.target, iterator, whole)?)
        } else {
            self.for_iter(&generator.target, iterator, end, self.source.position_of(&generator.iter))?;
            None
        };
        for test in &generator.ifs {
            self.branch(test, false, turn)?;
        }
        let at = match generators.get(n + 1) {
            Some(next) => {
                let inner = self.first_iterator(next)?;
                self.generators(generators, n + 1, inner, element, whole)?;
                position
            }
            None => self.element(element, whole)?,
        };
        self.release(mark);
        self.bind(turn);
        self.jump(Op::JumpBack, 0, start, at);
        if let Some(exhausted) = exhausted {
            self.end_async_for(exhausted, iterator, position);
        }
        self.bind(end);
        Ok(())
    }

    fn element(&mut self, element: Element<'a>, whole: Position) -> Result<Position> {
        let mark = self.mark();
        let position = match element {
            Element::Collect(op, collection, value) => {
                let position = self.source.position_of(value);
                let value = self.operand(value)?;
                self.emit(op, collection, value, 0, position);
                position
            }
            Element::Pair(dict, key, value) => {
                let position = self.source.position(key.range().cover(value.range()));
                let key = self.operand(key)?;
                let value = self.operand(value)?;
                self.emit(Op::DictSet, dict, key, value, position);
                position
            }
            Element::Yield(value) => {
                let position = self.source.position_of(value);
                let value = self.operand(value)?;
                self.release(mark);
                let sent = self.alloc();
                self.emit(Op::Yield, sent, value, 0, position);
                self.emit(Op::Drop, sent, 0, 0, position);
                position
            }
        };
        self.release(mark);
        let _ = whole;
        Ok(position)
    }

    pub fn generator_expression(
        &mut self,
        generator: &'a ast::ExprGenerator,
        dst: Option<u16>,
        position: Position,
    ) -> Result<u16> {
        let scope = self.scopes.of(generator, ScopeKind::Generator);
        let params = Params { positional: 1, ..Params::default() };
        self.enter(scope, "<genexpr>", position.line, params);
        if self.source.position_of(&generator.generators[0].iter).line != position.line {
            self.emit(Op::Nop, 0, 0, 0, position);
        }
        self.generators(&generator.generators, 0, 0, Element::Yield(&generator.elt), position)?;
        self.return_none(Position::default());
        let code = self.leave()?;
        let base = self.mark();
        self.make_function(code, 0, base, None, position);
        self.alloc();
        self.first_iterator(&generator.generators[0])?;
        self.release(base);
        let dst = self.dest(dst);
        self.emit(Op::Call, dst, base, 1, position);
        Ok(dst)
    }

    /// `return None` at the end of a block.
    pub fn return_none(&mut self, position: Position) {
        let slot = self.load_const(Const::None, None, position);
        self.release(slot);
        self.emit_return(slot, position);
    }
}

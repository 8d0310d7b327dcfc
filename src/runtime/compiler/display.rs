//! Displays: tuples, lists, sets and dicts, with starred items.

use ruff_python_ast::{self as ast, Expr};

use crate::bytecode::{Const, Op, Position, reg};

use super::Compiler;
use super::errors::Result;

/// More items than this are put in one by one, so that a long display needs few slots (CPython's
/// `STACK_USE_GUIDELINE`).
const MAX_AT_ONCE: usize = 30;

/// The instructions of one kind of display.
#[derive(Clone, Copy)]
struct Kind {
    build: Op,
    add: Op,
    extend: Op,
}

const LIST: Kind = Kind { build: Op::BuildList, add: Op::ListAppend, extend: Op::ListExtend };
const SET: Kind = Kind { build: Op::BuildSet, add: Op::SetAdd, extend: Op::SetUpdate };

impl<'a> Compiler<'a, '_> {
    pub fn tuple_display(&mut self, elts: &'a [Expr], dst: Option<u16>, position: Position) -> Result<u16> {
        if elts.len() <= MAX_AT_ONCE && !has_star(elts) {
            return self.build(Op::BuildTuple, elts, dst, position);
        }
        let list = self.collect(LIST, elts, position)?;
        self.release(list);
        let dst = self.dest(dst);
        self.emit(Op::ListToTuple, dst, list | reg::TAKE, 0, position);
        Ok(dst)
    }

    pub fn list_display(&mut self, list: &'a ast::ExprList, dst: Option<u16>, position: Position) -> Result<u16> {
        self.mutable(LIST, &list.elts, dst, position, Const::Tuple)
    }

    pub fn set_display(&mut self, elts: &'a [Expr], dst: Option<u16>, position: Position) -> Result<u16> {
        self.mutable(SET, elts, dst, position, Const::FrozenSet)
    }

    /// A list or set. Three constants or more come from one constant, as in CPython.
    fn mutable(
        &mut self,
        kind: Kind,
        elts: &'a [Expr],
        dst: Option<u16>,
        position: Position,
        constant: fn(std::rc::Rc<[Const]>) -> Const,
    ) -> Result<u16> {
        let folded = elts.iter().map(|e| self.fold(e)).collect::<Option<Vec<Const>>>();
        if let Some(items) = folded.filter(|items| items.len() >= 3) {
            let collection = self.alloc();
            self.emit(kind.build, collection, collection, 0, position);
            let items = self.load_const(constant(items.into()), None, position);
            self.emit(kind.extend, collection, items | reg::TAKE, 0, position);
            self.release(items);
            return Ok(self.deliver(collection, dst, position));
        }
        if elts.len() <= MAX_AT_ONCE && !has_star(elts) {
            return self.build(kind.build, elts, dst, position);
        }
        let collection = self.collect(kind, elts, position)?;
        Ok(self.deliver(collection, dst, position))
    }

    fn build(&mut self, op: Op, elts: &'a [Expr], dst: Option<u16>, position: Position) -> Result<u16> {
        let mark = self.mark();
        for elt in elts {
            self.expr(elt, None)?;
        }
        self.release(mark);
        let dst = self.dest(dst);
        self.emit(op, dst, mark, elts.len() as u16, position);
        Ok(dst)
    }

    /// Builds the collection in a new temporary, item by item once a starred one has come or there are many.
    fn collect(&mut self, kind: Kind, elts: &'a [Expr], position: Position) -> Result<u16> {
        let plain = elts.iter().take_while(|e| !e.is_starred_expr()).count();
        let at_once = if elts.len() > MAX_AT_ONCE { 0 } else { plain };
        let collection = self.mark();
        for elt in &elts[..at_once] {
            self.expr(elt, None)?;
        }
        self.release(collection);
        self.alloc();
        self.emit(kind.build, collection, collection, at_once as u16, position);
        for elt in &elts[at_once..] {
            let (op, elt) = match elt {
                Expr::Starred(starred) => (kind.extend, &*starred.value),
                _ => (kind.add, elt),
            };
            let value = self.operand(elt)?;
            self.emit(op, collection, value, 0, position);
            self.release(collection + 1);
        }
        Ok(collection)
    }

    pub fn dict_display(&mut self, items: &'a [ast::DictItem], dst: Option<u16>, position: Position) -> Result<u16> {
        let plain = items.iter().take_while(|item| item.key.is_some()).count();
        let at_once = plain.min(MAX_AT_ONCE / 2);
        let dict = self.mark();
        for item in &items[..at_once] {
            if let Some(key) = &item.key {
                self.expr(key, None)?;
            }
            self.expr(&item.value, None)?;
        }
        self.release(dict);
        if at_once == items.len() {
            let to = self.dest(dst);
            self.emit(Op::BuildDict, to, dict, at_once as u16, position);
            return Ok(to);
        }
        self.alloc();
        self.emit(Op::BuildDict, dict, dict, at_once as u16, position);
        for item in &items[at_once..] {
            match &item.key {
                Some(key) => {
                    let key = self.operand(key)?;
                    let value = self.operand(&item.value)?;
                    self.emit(Op::DictSet, dict, key, value, position);
                }
                None => {
                    let mapping = self.operand(&item.value)?;
                    self.emit(Op::DictUpdate, dict, mapping, 0, position);
                }
            }
            self.release(dict + 1);
        }
        Ok(self.deliver(dict, dst, position))
    }
}

pub(super) fn has_star(elts: &[Expr]) -> bool {
    elts.iter().any(Expr::is_starred_expr)
}

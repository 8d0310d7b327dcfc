//! Assignment in all its forms, and `del`.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use crate::bytecode::{Const, Op, Position, flag, reg};

use super::Compiler;
use super::display::has_star;
use super::errors::Result;

impl<'a> Compiler<'a, '_> {
    pub fn assign(&mut self, stmt: &'a ast::StmtAssign) -> Result<()> {
        let mark = self.mark();
        match &stmt.targets[..] {
            [Expr::Name(name)] => {
                self.check_assignable(&name.id, name.range)?;
                match self.direct_slot(&name.id) {
                    Some(slot) => {
                        self.expr(&stmt.value, Some(slot))?;
                    }
                    None => {
                        let value = self.operand(&stmt.value)?;
                        self.store_name(&name.id, value, self.source.position(name.range));
                    }
                }
            }
            [target] => {
                if !self.assign_in_parallel(target, &stmt.value)? {
                    let value = self.operand(&stmt.value)?;
                    self.store(target, value)?;
                }
            }
            targets => {
                let value = self.expr(&stmt.value, None)?;
                let (last, first) = targets.split_last().expect("an assignment has targets");
                for target in first {
                    self.store_copy(target, value)?;
                }
                self.store(last, value | reg::TAKE)?;
            }
        }
        self.release(mark);
        Ok(())
    }

    /// Stores a value that is needed again.
    fn store_copy(&mut self, target: &'a Expr, value: u16) -> Result<()> {
        let position = self.source.position_of(target);
        let mark = self.mark();
        let copy = match target {
            // These read the value without taking it.
            Expr::Name(_) => value,
            _ => {
                let copy = self.alloc();
                self.emit(Op::Move, copy, value, 0, position);
                copy | reg::TAKE
            }
        };
        self.store(target, copy)?;
        self.release(mark);
        Ok(())
    }

    /// `a, b = b, a`: both sides are written out, so no tuple is made.
    fn assign_in_parallel(&mut self, target: &'a Expr, value: &'a Expr) -> Result<bool> {
        let Some(targets) = sequence(target) else { return Ok(false) };
        let Expr::Tuple(values) = value else { return Ok(false) };
        let same = targets.len() == values.elts.len() && (1..=30).contains(&targets.len());
        if !same || has_star(targets) || has_star(&values.elts) {
            return Ok(false);
        }
        let first = self.mark();
        for value in values {
            self.expr(value, None)?;
        }
        for (slot, target) in (first..).zip(targets) {
            self.store(target, slot | reg::TAKE)?;
        }
        self.release(first);
        Ok(true)
    }

    /// Stores the value of a register in any target.
    pub fn store(&mut self, target: &'a Expr, value: u16) -> Result<()> {
        let position = self.source.position_of(target);
        let mark = self.mark();
        match target {
            Expr::Name(name) => {
                self.check_assignable(&name.id, name.range)?;
                self.store_name(&name.id, value, position);
            }
            Expr::Attribute(attribute) => {
                self.check_assignable(&attribute.attr.id, attribute.range)?;
                self.note_static_attribute(attribute);
                let object = self.operand(&attribute.value)?;
                let name = self.mangled(&attribute.attr.id);
                let site = self.asm().site(&name);
                let position = self.attribute_position(position, attribute);
                self.emit(Op::StoreAttr, object, value, site, position);
            }
            Expr::Subscript(subscript) => {
                let object = self.operand(&subscript.value)?;
                let index = self.operand(&subscript.slice)?;
                self.emit(Op::StoreSubscr, object, index, value, position);
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts, value, position, tuple.range)?,
            Expr::List(list) => self.unpack(&list.elts, value, position, list.range)?,
            Expr::Starred(starred) => {
                let message = "starred assignment target must be in a list or tuple";
                return Err(self.source.error(message, starred.range));
            }
            _ => return Err(self.source.error("cannot assign to expression", target.range())),
        }
        self.release(mark);
        Ok(())
    }

    fn unpack(&mut self, targets: &'a [Expr], value: u16, position: Position, whole: TextRange) -> Result<()> {
        let first = self.mark();
        for _ in targets {
            self.alloc();
        }
        let stars: Vec<usize> = (0..targets.len()).filter(|n| targets[*n].is_starred_expr()).collect();
        match stars[..] {
            [] => self.emit(Op::UnpackSequence, first, value, targets.len() as u16, position),
            [star] => {
                let (before, after) = (star, targets.len() - star - 1);
                if before >= 256 || after >= 128 {
                    return Err(self.source.error("too many expressions in star-unpacking assignment", whole));
                }
                self.emit(Op::UnpackEx, first, value, (before | after << 8) as u16, position);
            }
            [_, _, ..] => {
                return Err(self.source.error("multiple starred expressions in assignment", whole));
            }
        }
        for (slot, target) in (first..).zip(targets) {
            let target = match target {
                Expr::Starred(starred) => &*starred.value,
                _ => target,
            };
            self.store(target, slot | reg::TAKE)?;
        }
        self.release(first);
        Ok(())
    }

    pub fn augmented_assign(&mut self, stmt: &'a ast::StmtAugAssign) -> Result<()> {
        let position = self.source.position_of(stmt);
        let at = self.source.position_of(&*stmt.target);
        let mark = self.mark();
        match &*stmt.target {
            Expr::Name(name) => {
                self.check_assignable(&name.id, name.range)?;
                let value = self.name_operand(&name.id, name.range)?;
                let right = self.right_operand(stmt.op, &stmt.value)?;
                self.release(mark);
                match self.direct_slot(&name.id) {
                    Some(slot) => self.binary(stmt.op, [slot, value], right, flag::INPLACE, position),
                    None => {
                        let result = self.alloc();
                        self.binary(stmt.op, [result, value], right, flag::INPLACE, position);
                        self.store_name(&name.id, result | reg::TAKE, at);
                    }
                }
            }
            Expr::Attribute(attribute) => {
                let object = self.operand(&attribute.value)?;
                let at = self.attribute_position(at, attribute);
                let name = self.mangled(&attribute.attr.id);
                let site = self.asm().site(&name);
                let result = self.alloc();
                self.emit(Op::LoadAttr, result, object & reg::SLOT, site, at);
                let right = self.right_operand(stmt.op, &stmt.value)?;
                self.binary(stmt.op, [result, result | reg::TAKE], right, flag::INPLACE, position);
                let site = self.asm().site(&name);
                self.emit(Op::StoreAttr, object, result | reg::TAKE, site, at);
            }
            Expr::Subscript(subscript) => {
                let object = self.operand(&subscript.value)?;
                let index = self.operand(&subscript.slice)?;
                let result = self.alloc();
                self.emit(Op::LoadSubscr, result, object & reg::SLOT, index & reg::SLOT, at);
                let right = self.right_operand(stmt.op, &stmt.value)?;
                self.binary(stmt.op, [result, result | reg::TAKE], right, flag::INPLACE, position);
                self.emit(Op::StoreSubscr, object, index, result | reg::TAKE, at);
            }
            target => return Err(self.source.error("illegal expression for augmented assignment", target.range())),
        }
        self.release(mark);
        Ok(())
    }

    pub fn annotated_assign(&mut self, stmt: &'a ast::StmtAnnAssign) -> Result<()> {
        let mark = self.mark();
        if let Some(value) = &stmt.value {
            let value = self.operand(value)?;
            self.store(&stmt.target, value)?;
            self.release(mark);
        }
        let named = match &*stmt.target {
            Expr::Name(name) => Some(&name.id),
            Expr::Attribute(attribute) => Some(&attribute.attr.id),
            _ => None,
        };
        named.map_or(Ok(()), |name| self.check_assignable(name, stmt.range))?;
        let scope = self.unit().scope;
        let evaluated = !self.scopes.get(scope).is_function_like();
        match &*stmt.target {
            Expr::Name(name) if stmt.simple && evaluated => {
                let position = self.source.position_of(stmt);
                let annotation = self.annotation(&stmt.annotation)?;
                let dict = self.load_name("__annotations__", None, position);
                let key = self.mangled(&name.id);
                let key = self.load_const(Const::Str(key), None, position);
                self.emit(Op::StoreSubscr, dict | reg::TAKE, key | reg::TAKE, annotation | reg::TAKE, position);
            }
            target => {
                if stmt.value.is_none() {
                    self.evaluate_target(target)?;
                }
                if evaluated && !self.future_annotations {
                    let slot = self.expr(&stmt.annotation, None)?;
                    self.emit(Op::Drop, slot, 0, 0, self.source.position_of(&*stmt.annotation));
                }
            }
        }
        self.release(mark);
        Ok(())
    }

    /// `a.b: int` evaluates `a`; `a[i]: int` evaluates `a` and `i`.
    fn evaluate_target(&mut self, target: &'a Expr) -> Result<()> {
        let parts: Vec<&'a Expr> = match target {
            Expr::Attribute(attribute) => vec![&attribute.value],
            Expr::Subscript(subscript) => vec![&subscript.value, &subscript.slice],
            _ => Vec::new(),
        };
        for part in parts {
            let mark = self.mark();
            let slot = self.expr(part, None)?;
            self.emit(Op::Drop, slot, 0, 0, self.source.position_of(part));
            self.release(mark);
        }
        Ok(())
    }

    pub fn delete(&mut self, target: &'a Expr) -> Result<()> {
        let position = self.source.position_of(target);
        let mark = self.mark();
        match target {
            Expr::Name(name) => {
                if &*name.id == "__debug__" {
                    return Err(self.source.error("cannot delete __debug__", name.range));
                }
                self.delete_name(&name.id, position);
            }
            Expr::Attribute(attribute) => {
                let object = self.operand(&attribute.value)?;
                let name = self.mangled(&attribute.attr.id);
                let site = self.asm().site(&name);
                let position = self.attribute_position(position, attribute);
                self.emit(Op::DeleteAttr, object, 0, site, position);
            }
            Expr::Subscript(subscript) => {
                let object = self.operand(&subscript.value)?;
                let index = self.operand(&subscript.slice)?;
                self.emit(Op::DeleteSubscr, object, index, 0, position);
            }
            Expr::Tuple(tuple) => tuple.elts.iter().try_for_each(|target| self.delete(target))?,
            Expr::List(list) => list.elts.iter().try_for_each(|target| self.delete(target))?,
            _ => return Err(self.source.error("cannot delete expression", target.range())),
        }
        self.release(mark);
        Ok(())
    }

    /// CPython's `forbidden_name`.
    pub fn check_assignable(&self, name: &str, range: TextRange) -> Result<()> {
        if name == "__debug__" {
            return Err(self.source.error("cannot assign to __debug__", range));
        }
        Ok(())
    }

    /// `self.name = …` in a method, or in a function within one: the class lists the name in `__static_attributes__`.
    fn note_static_attribute(&mut self, attribute: &ast::ExprAttribute) {
        let Expr::Name(name) = &*attribute.value else { return };
        if &*name.id != "self" {
            return;
        }
        let scopes = &self.scopes;
        let mut around = self.outer.iter_mut().rev();
        let Some(class) = around.find(|u| scopes.get(u.scope).kind == super::scope::ScopeKind::Class) else { return };
        if !class.static_attributes.iter().any(|n| **n == *attribute.attr.id) {
            class.static_attributes.push(attribute.attr.id.as_str().into());
        }
    }
}

fn sequence(target: &Expr) -> Option<&[Expr]> {
    match target {
        Expr::Tuple(tuple) => Some(&tuple.elts),
        Expr::List(list) => Some(&list.elts),
        _ => None,
    }
}

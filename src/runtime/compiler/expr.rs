//! Expressions: the dispatch, operators, conditions' values, attributes, subscripts and displays.
//!
//! `expr(e, dst)` leaves the value in `dst`, or in a new temporary, which then is the newest one. `dst` may be a local
//! that the expression itself reads: it is written by the last instruction alone. `operand(e)` gives a register to
//! read: a local's own slot, or a temporary with `TAKE`.

use ruff_python_ast::{self as ast, CmpOp, Expr, Operator, UnaryOp};
use ruff_text_size::Ranged;

use crate::bytecode::{Const, Op, Position, flag, reg};

use super::Compiler;
use super::errors::Result;
use super::literal::fold_binary;

impl<'a> Compiler<'a, '_> {
    /// A register with the value.
    pub fn operand(&mut self, expr: &'a Expr) -> Result<u16> {
        match expr {
            Expr::Name(name) if &*name.id != "__debug__" => self.name_operand(&name.id, name.range),
            _ => Ok(self.expr(expr, None)? | reg::TAKE),
        }
    }

    pub fn load_const(&mut self, constant: Const, dst: Option<u16>, position: Position) -> u16 {
        let dst = self.dest(dst);
        match constant {
            Const::None => self.emit(Op::LoadNone, dst, 0, 0, position),
            Const::Int(n) if i32::try_from(n).is_ok() => {
                let instr = crate::bytecode::Instr::wide(Op::LoadInt, dst, n as i32 as u32);
                self.asm().emit(instr, position);
            }
            constant => {
                let index = self.asm().constant(constant);
                self.asm().emit(crate::bytecode::Instr::wide(Op::LoadConst, dst, index), position);
            }
        }
        dst
    }

    pub fn expr(&mut self, expr: &'a Expr, dst: Option<u16>) -> Result<u16> {
        let position = self.source.position_of(expr);
        match expr {
            Expr::Name(name) if &*name.id != "__debug__" => Ok(self.load_name(&name.id, dst, position)),
            Expr::BinOp(_) => self.operator_chain(expr, dst),
            Expr::StringLiteral(literal) => {
                let constant = self.string_constant(literal);
                Ok(self.load_const(constant, dst, position))
            }
            Expr::Call(call) => self.call(call, dst),
            Expr::Attribute(attribute) => self.attribute(attribute, dst),
            Expr::Await(expr) => self.await_expression(expr, dst),
            Expr::Compare(compare) => self.compare(compare, dst, position),
            Expr::BoolOp(bool_op) => self.bool_op(bool_op, dst),
            Expr::If(conditional) => self.conditional(conditional, dst),
            Expr::Named(named) => self.named(named, dst),
            Expr::List(list) => self.list_display(list, dst, position),
            Expr::Set(set) => self.set_display(&set.elts, dst, position),
            Expr::Dict(dict) => self.dict_display(&dict.items, dst, position),
            Expr::Slice(slice) => self.slice(slice, dst, position),
            Expr::FString(fstring) => self.fstring(fstring, dst),
            Expr::Lambda(lambda) => self.lambda(lambda, dst),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) => self.comprehension(expr, dst),
            Expr::Generator(generator) => self.generator_expression(generator, dst, position),
            Expr::Yield(expr) => self.yield_expression(expr, dst),
            Expr::YieldFrom(expr) => self.yield_from(expr, dst),
            Expr::Starred(starred) => Err(self.source.error("can't use starred expression here", starred.range)),
            Expr::Tuple(_) | Expr::UnaryOp(_) | Expr::Subscript(_) => match self.fold(expr) {
                Some(constant) => Ok(self.load_const(constant, dst, position)),
                None => self.compound(expr, dst, position),
            },
            _ => match self.fold(expr) {
                Some(constant) => Ok(self.load_const(constant, dst, position)),
                None => Err(self.source.not_supported("this kind of expression", expr.range())),
            },
        }
    }

    /// Expressions that folding found not to be constant.
    fn compound(&mut self, expr: &'a Expr, dst: Option<u16>, position: Position) -> Result<u16> {
        match expr {
            Expr::Tuple(tuple) => self.tuple_display(&tuple.elts, dst, position),
            Expr::UnaryOp(unary) => {
                let mark = self.mark();
                if unary.op == UnaryOp::Not {
                    self.note_not(&unary.operand);
                }
                let value = match &*unary.operand {
                    // CPython's comparison does the «not» as well, and stands where that does.
                    Expr::Compare(compare) if unary.op == UnaryOp::Not && is_ordering(compare) => {
                        self.compare(compare, None, position)? | reg::TAKE
                    }
                    operand => self.operand(operand)?,
                };
                self.release(mark);
                let dst = self.dest(dst);
                let op = match unary.op {
                    UnaryOp::Invert => Op::Invert,
                    UnaryOp::Not => Op::Not,
                    UnaryOp::UAdd => Op::Pos,
                    UnaryOp::USub => Op::Neg,
                };
                self.emit(op, dst, value, 0, position);
                Ok(dst)
            }
            Expr::Subscript(subscript) => {
                self.warn_subscript(subscript);
                let mark = self.mark();
                let value = self.operand(&subscript.value)?;
                let (op, index) = match self.small_number(&subscript.slice) {
                    Some(n) => (Op::LoadItem, n as u16),
                    None => (Op::LoadSubscr, self.operand(&subscript.slice)?),
                };
                self.release(mark);
                let dst = self.dest(dst);
                self.emit(op, dst, value, index, position);
                Ok(dst)
            }
            _ => Err(self.source.not_supported("this kind of expression", expr.range())),
        }
    }

    /// `a + b - c …`: leans to the left and is translated without recursion along it; constant beginnings are folded.
    fn operator_chain(&mut self, expr: &'a Expr, dst: Option<u16>) -> Result<u16> {
        let mut steps = Vec::new();
        let mut left = expr;
        while let Expr::BinOp(op) = left {
            steps.push(op);
            left = &op.left;
        }
        steps.reverse();
        let mark = self.mark();
        let (mut first, constant) = self.fold_beginning(left, &steps);
        let formatted = match (&constant, steps.get(first)) {
            (Some(constant), Some(step)) => self.percent(constant, step, dst.filter(|_| first + 1 == steps.len()))?,
            _ => None,
        };
        let mut value = match (formatted, constant) {
            (Some(formatted), _) => {
                first += 1;
                formatted | reg::TAKE
            }
            (None, Some(constant)) if first > 0 => {
                let position = self.source.position_of(steps[first - 1]);
                let all = first == steps.len();
                self.load_const(constant, if all { dst } else { None }, position) | reg::TAKE
            }
            _ => self.operand(left)?,
        };
        for (n, step) in steps.iter().enumerate().skip(first) {
            let last = n == steps.len() - 1;
            let position = self.source.position_of(*step);
            let right = self.right_operand(step.op, &step.right)?;
            self.release(mark);
            let to = self.dest(if last { dst } else { None });
            self.binary(step.op, [to, value], right, 0, position);
            value = to | reg::TAKE;
        }
        Ok(value & reg::SLOT)
    }

    /// How many steps of a chain are constant from its left end on, and their value.
    fn fold_beginning(&self, left: &Expr, steps: &[&ast::ExprBinOp]) -> (usize, Option<Const>) {
        let Some(mut value) = self.fold(left) else { return (0, None) };
        for (n, step) in steps.iter().enumerate() {
            match self.fold(&step.right).and_then(|right| fold_binary(step.op, &value, &right)) {
                Some(folded) => value = folded,
                None => return (n, Some(value)),
            }
        }
        (steps.len(), Some(value))
    }

    /// The right operand of an operator: a small int stays in the instruction.
    pub fn right_operand(&mut self, op: Operator, right: &'a Expr) -> Result<Right> {
        if let Some(small) = self.small_number(right) {
            let fits = match op {
                Operator::Add | Operator::Mult => true,
                Operator::Sub => small != i16::MIN,
                Operator::FloorDiv | Operator::Mod => small != 0,
                Operator::BitAnd | Operator::BitOr | Operator::BitXor | Operator::LShift | Operator::RShift => true,
                Operator::Div | Operator::Pow | Operator::MatMult => false,
            };
            if fits {
                return Ok(Right::Small(small));
            }
        }
        self.operand(right).map(Right::Register)
    }

    /// The value of a number that stays in the instruction.
    fn small_number(&self, expr: &Expr) -> Option<i16> {
        match expr {
            Expr::NumberLiteral(_) | Expr::UnaryOp(_) => match self.fold(expr)? {
                Const::Int(n) => i16::try_from(n).ok(),
                _ => None,
            },
            _ => None,
        }
    }

    /// Emits the operator; `to` and `left` are registers, `flags` is `flag::INPLACE` or 0.
    pub fn binary(&mut self, op: Operator, [to, left]: [u16; 2], right: Right, flags: u8, position: Position) {
        let (code, flags, right) = match (op, right) {
            (Operator::Add, Right::Small(n)) => (Op::AddInt, flags, n as u16),
            (Operator::Sub, Right::Small(n)) => (Op::AddInt, flags | 1 << flag::SHIFT, (-n) as u16),
            (Operator::Mult, Right::Small(n)) => (Op::MulInt, flags, n as u16),
            (Operator::FloorDiv, Right::Small(n)) => (Op::FloorDivInt, flags, n as u16),
            (Operator::BitAnd, Right::Small(n)) => (Op::BitAndInt, flags, n as u16),
            (Operator::BitOr, Right::Small(n)) => (Op::BitOrInt, flags, n as u16),
            (Operator::BitXor, Right::Small(n)) => (Op::BitXorInt, flags, n as u16),
            (Operator::LShift, Right::Small(n)) => (Op::LShiftInt, flags, n as u16),
            (Operator::RShift, Right::Small(n)) => (Op::RShiftInt, flags, n as u16),
            (_, Right::Small(n)) => (Op::ModInt, flags, n as u16),
            (_, Right::Register(register)) => (binary_op(op), flags, register),
        };
        self.emit_flags(code, flags, [to, left, right], position);
    }

    pub fn attribute(&mut self, attribute: &'a ast::ExprAttribute, dst: Option<u16>) -> Result<u16> {
        let mark = self.mark();
        // A chain of attributes leans to the left: no recursion along it.
        let mut chain = vec![attribute];
        let mut base = &*attribute.value;
        while let Expr::Attribute(inner) = base {
            chain.push(inner);
            base = &inner.value;
        }
        let mut value = self.operand(base)?;
        if let Some(first) = chain.last() {
            self.made_of_super(first);
        }
        while let Some(attribute) = chain.pop() {
            let position = self.attribute_position(self.source.position_of(attribute), attribute);
            let name = self.mangled(&attribute.attr.id);
            let site = self.asm().site(&name);
            self.release(mark);
            let to = self.dest(if chain.is_empty() { dst } else { None });
            self.emit(Op::LoadAttr, to, value, site, position);
            value = to | reg::TAKE;
        }
        Ok(value & reg::SLOT)
    }

    /// CPython's `update_start_location_to_match_attr`: in a chain over several lines the attribute's own line counts.
    pub fn attribute_position(&self, position: Position, attribute: &ast::ExprAttribute) -> Position {
        let name = self.source.position(attribute.attr.range);
        if position.line == name.end_line {
            return position;
        }
        let end_line = position.end_line.max(name.end_line);
        Position {
            line: name.end_line,
            column: name.column,
            end_line,
            end_column: position.end_column.max(if end_line == name.end_line { name.end_column } else { 0 }),
        }
    }

    fn compare(&mut self, compare: &'a ast::ExprCompare, dst: Option<u16>, position: Position) -> Result<u16> {
        self.warn_compare(compare);
        let mark = self.mark();
        let count = compare.ops.len();
        if count == 1 {
            let left = self.operand(&compare.left)?;
            let right = self.comparator(compare.ops[0], &compare.comparators[0], true)?;
            self.release(mark);
            let dst = self.dest(dst);
            self.emit(compare_op(compare.ops[0]), dst, left, right, position);
            return Ok(dst);
        }
        // The result has the first slot; each operand but the last is compared twice and dropped when a test fails.
        let result = self.alloc();
        let end = self.label();
        let mut left = self.operand(&compare.left)?;
        for (n, (op, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            let last = n == count - 1;
            let right = self.comparator(*op, right, last)?;
            self.emit(compare_op(*op), result, left, if last { right } else { right & reg::SLOT }, position);
            if !last {
                let go_on = self.label();
                self.jump(Op::JumpIfTrue, result, go_on, position);
                if right & reg::TAKE != 0 {
                    self.emit(Op::Drop, right & reg::SLOT, 0, 0, position);
                }
                self.jump(Op::Jump, 0, end, position);
                self.bind(go_on);
                self.emit(Op::Drop, result, 0, 0, position);
            }
            left = right;
        }
        self.bind(end);
        self.release(result + 1);
        Ok(self.deliver(result, dst, position))
    }

    /// The right side of a comparison: `in [1, 2]` tests a tuple, `in {1, 2}` a frozenset, as CPython folds them at the
    /// end of a chain.
    pub fn comparator(&mut self, op: CmpOp, right: &'a Expr, last: bool) -> Result<u16> {
        if last && matches!(op, CmpOp::In | CmpOp::NotIn) {
            let position = self.source.position_of(right);
            let constants = |elts: &'a [Expr]| elts.iter().map(|e| self.fold(e)).collect::<Option<Vec<Const>>>();
            let folded = match right {
                Expr::List(list) => constants(&list.elts).map(|items| Const::Tuple(items.into())),
                Expr::Set(set) => constants(&set.elts).map(|items| Const::FrozenSet(items.into())),
                _ => None,
            };
            if let Some(constant) = folded {
                return Ok(self.load_const(constant, None, position) | reg::TAKE);
            }
        }
        self.operand(right)
    }

    /// `a or b`: each value stays when it decides, else it is dropped before the next one is computed.
    fn bool_op(&mut self, bool_op: &'a ast::ExprBoolOp, dst: Option<u16>) -> Result<u16> {
        let position = self.source.position_of(bool_op);
        let decides = if bool_op.op == ast::BoolOp::Or { Op::JumpIfTrue } else { Op::JumpIfFalse };
        let mark = self.mark();
        let end = self.label();
        let (last, first) = bool_op.values.split_last().expect("a boolean operator has operands");
        for value in first {
            self.expr(value, None)?;
            self.jump(decides, mark, end, position);
            self.emit(Op::Drop, mark, 0, 0, position);
            self.release(mark);
        }
        self.expr(last, None)?;
        self.bind(end);
        Ok(self.deliver(mark, dst, position))
    }

    fn conditional(&mut self, conditional: &'a ast::ExprIf, dst: Option<u16>) -> Result<u16> {
        let (otherwise, end) = (self.label(), self.label());
        let mark = self.mark();
        self.branch(&conditional.test, false, otherwise)?;
        self.expr(&conditional.body, dst)?;
        self.jump(Op::Jump, 0, end, Position::default());
        self.bind(otherwise);
        self.release(mark);
        let slot = self.expr(&conditional.orelse, dst)?;
        self.bind(end);
        Ok(slot)
    }

    fn named(&mut self, named: &'a ast::ExprNamed, dst: Option<u16>) -> Result<u16> {
        let position = self.source.position_of(&*named.target);
        let slot = self.expr(&named.value, None)?;
        if let Expr::Name(name) = &*named.target {
            self.check_assignable(&name.id, name.range)?;
            self.store_name(&name.id, slot, position);
        }
        Ok(self.deliver(slot, dst, position))
    }

    fn slice(&mut self, slice: &'a ast::ExprSlice, dst: Option<u16>, position: Position) -> Result<u16> {
        let mark = self.mark();
        for part in [&slice.lower, &slice.upper, &slice.step] {
            match part {
                Some(part) => self.expr(part, None)?,
                None => self.load_const(Const::None, None, position),
            };
        }
        self.release(mark);
        let dst = self.dest(dst);
        self.emit(Op::BuildSlice, dst, mark, 0, position);
        Ok(dst)
    }
}

/// The right operand of a binary operator.
#[derive(Clone, Copy)]
pub(super) enum Right {
    Register(u16),
    Small(i16),
}

fn binary_op(op: Operator) -> Op {
    match op {
        Operator::Add => Op::Add,
        Operator::Sub => Op::Sub,
        Operator::Mult => Op::Mul,
        Operator::MatMult => Op::MatMul,
        Operator::Div => Op::TrueDiv,
        Operator::Mod => Op::Mod,
        Operator::Pow => Op::Pow,
        Operator::LShift => Op::LShift,
        Operator::RShift => Op::RShift,
        Operator::BitOr => Op::BitOr,
        Operator::BitXor => Op::BitXor,
        Operator::BitAnd => Op::BitAnd,
        Operator::FloorDiv => Op::FloorDiv,
    }
}

/// Whether it is one comparison by `==`, `<` and their kin.
fn is_ordering(compare: &ast::ExprCompare) -> bool {
    matches!(&*compare.ops, [op] if !matches!(op, CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn))
}

fn compare_op(op: CmpOp) -> Op {
    match op {
        CmpOp::Eq => Op::Eq,
        CmpOp::NotEq => Op::Ne,
        CmpOp::Lt => Op::Lt,
        CmpOp::LtE => Op::Le,
        CmpOp::Gt => Op::Gt,
        CmpOp::GtE => Op::Ge,
        CmpOp::Is => Op::Is,
        CmpOp::IsNot => Op::IsNot,
        CmpOp::In => Op::In,
        CmpOp::NotIn => Op::NotIn,
    }
}

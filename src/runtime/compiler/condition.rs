//! Conditions: code that jumps on a truth value without computing it, for `if`, `while`, `and`, `not`, comparisons.

use ruff_python_ast::{self as ast, CmpOp, Expr, UnaryOp};

use crate::bytecode::{Const, Op, Position, reg};

use super::Compiler;
use super::emit::Label;
use super::errors::Result;
use super::literal::truth;

impl<'a> Compiler<'a, '_> {
    /// Goes to `target` if the truth value of `expr` is `when`, else falls through.
    pub fn branch(&mut self, expr: &'a Expr, when: bool, target: Label) -> Result<()> {
        match expr {
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => {
                self.note_not(&unary.operand);
                return self.branch(&unary.operand, !when, target);
            }
            Expr::BoolOp(bool_op) => return self.branch_bool_op(bool_op, when, target),
            Expr::If(conditional) => {
                let (otherwise, end) = (self.label(), self.label());
                self.branch(&conditional.test, false, otherwise)?;
                self.branch(&conditional.body, when, target)?;
                self.jump(Op::Jump, 0, end, Position::default());
                self.bind(otherwise);
                self.branch(&conditional.orelse, when, target)?;
                self.bind(end);
                return Ok(());
            }
            Expr::Compare(compare) => return self.branch_compare(compare, when, target),
            _ => {}
        }
        let position = self.source.position_of(expr);
        if let Some(constant) = self.fold(expr) {
            if truth(&constant) == when {
                self.jump(Op::Jump, 0, target, position);
            }
            return Ok(());
        }
        let mark = self.mark();
        let value = self.operand(expr)?;
        self.release(mark);
        self.jump(if when { Op::JumpIfTrue } else { Op::JumpIfFalse }, value, target, position);
        Ok(())
    }

    fn branch_bool_op(&mut self, bool_op: &'a ast::ExprBoolOp, when: bool, target: Label) -> Result<()> {
        let or = bool_op.op == ast::BoolOp::Or;
        let (last, first) = bool_op.values.split_last().expect("a boolean operator has operands");
        let decided = self.label();
        // The value that decides: a true one for `or`, a false one for `and`.
        let on_decision = if or == when { target } else { decided };
        for value in first {
            self.branch(value, or, on_decision)?;
        }
        self.branch(last, when, target)?;
        self.bind(decided);
        Ok(())
    }

    fn branch_compare(&mut self, compare: &'a ast::ExprCompare, when: bool, target: Label) -> Result<()> {
        self.warn_compare(compare);
        let position = self.source.position_of(compare);
        let mark = self.mark();
        let count = compare.ops.len();
        let exact = matches!(compare.ops[0], CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn);
        if count == 1 && when && exact {
            // `is`, `in` have exact opposites.
            let left = self.operand(&compare.left)?;
            return self.test(opposite(compare.ops[0]), left, &compare.comparators[0], target, position, mark);
        }
        let (fail, end) = if when {
            let l = self.label();
            (l, l)
        } else {
            (target, self.label())
        };
        let mut left = self.operand(&compare.left)?;
        for (n, (op, right)) in compare.ops.iter().zip(&compare.comparators).enumerate() {
            if n == count - 1 {
                self.test(*op, left, right, fail, position, mark)?;
                break;
            }
            let right = self.comparator(*op, right, false)?;
            let slot = right & reg::SLOT;
            if right & reg::TAKE == 0 {
                self.emit(test_op(*op), 0, left, right, position);
                self.jump(Op::Jump, 0, fail, position);
            } else {
                let (failed, go_on) = (self.label(), self.label());
                self.emit(test_op(*op), 0, left, slot, position);
                self.jump(Op::Jump, 0, failed, position);
                self.jump(Op::Jump, 0, go_on, position);
                self.bind(failed);
                self.emit(Op::Drop, slot, 0, 0, position);
                self.jump(Op::Jump, 0, fail, position);
                self.bind(go_on);
            }
            left = right;
        }
        if when {
            self.jump(Op::Jump, 0, target, position);
        }
        self.bind(end);
        self.release(mark);
        Ok(())
    }

    /// One comparison that goes to `fail` when it does not hold.
    fn test(
        &mut self,
        op: CmpOp,
        left: u16,
        right: &'a Expr,
        fail: Label,
        position: Position,
        mark: u16,
    ) -> Result<()> {
        let constant = match right {
            Expr::NoneLiteral(_) | Expr::NumberLiteral(_) | Expr::UnaryOp(_) => self.fold(right),
            _ => None,
        };
        let small = match constant {
            Some(Const::Int(n)) => i16::try_from(n).ok(),
            _ => None,
        };
        match (op, constant, small.zip(test_int_op(op))) {
            (CmpOp::Is, Some(Const::None), _) => self.emit(Op::TestNone, 0, left, 0, position),
            (CmpOp::IsNot, Some(Const::None), _) => self.emit(Op::TestNotNone, 0, left, 0, position),
            (_, _, Some((n, test))) => self.emit(test, 0, left, n as u16, position),
            _ => {
                let right = self.comparator(op, right, true)?;
                self.emit(test_op(op), 0, left, right, position);
            }
        }
        self.release(mark);
        self.jump(Op::Jump, 0, fail, position);
        Ok(())
    }

    /// `assert`, guards: is the condition known?
    pub fn constant_truth(&self, expr: &Expr) -> Option<bool> {
        self.fold(expr).map(|constant| truth(&constant))
    }
}

fn opposite(op: CmpOp) -> CmpOp {
    match op {
        CmpOp::Is => CmpOp::IsNot,
        CmpOp::IsNot => CmpOp::Is,
        CmpOp::In => CmpOp::NotIn,
        CmpOp::NotIn => CmpOp::In,
        other => other,
    }
}

fn test_op(op: CmpOp) -> Op {
    match op {
        CmpOp::Eq => Op::TestEq,
        CmpOp::NotEq => Op::TestNe,
        CmpOp::Lt => Op::TestLt,
        CmpOp::LtE => Op::TestLe,
        CmpOp::Gt => Op::TestGt,
        CmpOp::GtE => Op::TestGe,
        CmpOp::Is => Op::TestIs,
        CmpOp::IsNot => Op::TestIsNot,
        CmpOp::In => Op::TestIn,
        CmpOp::NotIn => Op::TestNotIn,
    }
}

fn test_int_op(op: CmpOp) -> Option<Op> {
    Some(match op {
        CmpOp::Eq => Op::TestEqInt,
        CmpOp::NotEq => Op::TestNeInt,
        CmpOp::Lt => Op::TestLtInt,
        CmpOp::LtE => Op::TestLeInt,
        CmpOp::Gt => Op::TestGtInt,
        CmpOp::GtE => Op::TestGeInt,
        _ => return None,
    })
}

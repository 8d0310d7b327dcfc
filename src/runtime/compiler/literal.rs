//! Literals as constants, and constant folding as CPython's `Python/ast_opt.c` does it, with its bounds.

use std::rc::Rc;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Num, Signed, ToPrimitive, Zero};
use ruff_python_ast::{self as ast, Expr, Number, Operator, UnaryOp};
use ruff_text_size::{Ranged, TextSize};

use crate::bytecode::Const;
use crate::objects::int::bitwise;

use super::Compiler;
use super::source::Source;

/// Bounds of `safe_multiply`, `safe_power`, `safe_lshift` in ast_opt.c: bits of an int, length of a str or bytes,
/// items of a tuple.
const MAX_INT_BITS: u64 = 128;
const MAX_STR: usize = 4096;
const MAX_ITEMS: usize = 256;

impl Compiler<'_, '_> {
    /// The value of an expression that is constant after folding.
    pub fn fold(&self, expr: &Expr) -> Option<Const> {
        match expr {
            Expr::NoneLiteral(_) => Some(Const::None),
            Expr::EllipsisLiteral(_) => Some(Const::Ellipsis),
            Expr::BooleanLiteral(literal) => Some(Const::Bool(literal.value)),
            Expr::NumberLiteral(literal) => Some(number(self.source, literal)),
            Expr::StringLiteral(literal) => Some(self.string_constant(literal)),
            Expr::BytesLiteral(literal) => Some(Const::Bytes(literal.value.bytes().collect::<Vec<u8>>().into())),
            Expr::Name(name) if &*name.id == "__debug__" => Some(Const::Bool(self.optimize.0 == 0)),
            Expr::Tuple(tuple) => {
                let items: Option<Vec<Const>> = tuple.elts.iter().map(|e| self.fold(e)).collect();
                items.map(|items| Const::Tuple(items.into()))
            }
            Expr::UnaryOp(unary) => {
                let value = self.fold(&unary.operand)?;
                if let (UnaryOp::Invert, Const::Bool(_)) = (unary.op, &value) {
                    self.note_inverted_bool(unary.start());
                    if self.keeps_inverted_bools {
                        return None;
                    }
                }
                fold_unary(unary.op, value)
            }
            Expr::BinOp(_) => self.fold_chain(expr),
            Expr::Subscript(subscript) => {
                let (value, index) = (self.fold(&subscript.value)?, self.fold(&subscript.slice)?);
                fold_subscript(&value, &index)
            }
            _ => None,
        }
    }

    fn note_inverted_bool(&self, place: TextSize) {
        self.inverted_bools.borrow_mut().insert(place);
    }

    /// A chain of operators that leans to the left, without recursion along it.
    fn fold_chain(&self, expr: &Expr) -> Option<Const> {
        let mut rights = Vec::new();
        let mut left = expr;
        while let Expr::BinOp(op) = left {
            rights.push((op.op, &*op.right));
            left = &op.left;
        }
        let mut value = self.fold(left)?;
        for (op, right) in rights.into_iter().rev() {
            value = fold_binary(op, &value, &self.fold(right)?)?;
        }
        Some(value)
    }
}

/// A number literal.
pub(super) fn number(source: &Source, literal: &ast::ExprNumberLiteral) -> Const {
    match &literal.value {
        Number::Int(int) => match int.as_i64() {
            Some(small) => Const::Int(small),
            None => big_int(source.slice(literal.range())),
        },
        Number::Float(value) => Const::Float(*value),
        Number::Complex { imag, .. } => Const::Imaginary(*imag),
    }
}

/// An int literal that does not fit 64 bits.
#[cold]
#[inline(never)]
fn big_int(text: &str) -> Const {
    let digits: String = text.chars().filter(|c| *c != '_').collect();
    let lower = digits.to_ascii_lowercase();
    let parsed = match lower.get(..2) {
        Some("0x") => BigInt::from_str_radix(&lower[2..], 16),
        Some("0o") => BigInt::from_str_radix(&lower[2..], 8),
        Some("0b") => BigInt::from_str_radix(&lower[2..], 2),
        _ => BigInt::from_str_radix(&lower, 10),
    };
    int_const(parsed.unwrap_or_default())
}

fn int_const(value: BigInt) -> Const {
    match value.to_i64() {
        Some(small) => Const::Int(small),
        None => Const::BigInt(Rc::new(value)),
    }
}

/// The value as an int, when it is an int or bool.
fn as_int(value: &Const) -> Option<BigInt> {
    match value {
        Const::Int(n) => Some(BigInt::from(*n)),
        Const::BigInt(n) => Some((**n).clone()),
        Const::Bool(b) => Some(BigInt::from(*b as i64)),
        _ => None,
    }
}

fn as_float(value: &Const) -> Option<f64> {
    match value {
        Const::Float(x) => Some(*x),
        _ => as_int(value).filter(|n| n.bits() <= 53).and_then(|n| n.to_f64()),
    }
}

/// A constant's truth value.
pub(super) fn truth(value: &Const) -> bool {
    match value {
        Const::None => false,
        Const::Bool(b) => *b,
        Const::Int(n) => *n != 0,
        Const::Float(x) | Const::Imaginary(x) => *x != 0.0,
        Const::Str(s) => !s.is_empty(),
        Const::Bytes(b) => !b.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
        Const::Ellipsis | Const::BigInt(_) | Const::Surrogates(_) | Const::Code(_) => true,
    }
}

fn fold_unary(op: UnaryOp, value: Const) -> Option<Const> {
    match op {
        UnaryOp::Not => Some(Const::Bool(!truth(&value))),
        UnaryOp::UAdd => match value {
            Const::Float(_) | Const::Imaginary(_) => Some(value),
            _ => as_int(&value).map(int_const),
        },
        UnaryOp::USub => match value {
            Const::Float(x) => Some(Const::Float(-x)),
            _ => as_int(&value).map(|n| int_const(-n)),
        },
        UnaryOp::Invert => as_int(&value).map(|n| int_const(-n - 1)),
    }
}

/// The value of an operator on constants, when CPython's compiler computes it.
pub(super) fn fold_binary(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    if let (Some(a), Some(b)) = (as_int(left), as_int(right)) {
        return fold_ints(op, a, b, matches!((left, right), (Const::Bool(_), Const::Bool(_))));
    }
    if let (Some(a), Some(b)) = (as_float(left), as_float(right)) {
        return match op {
            Operator::Add => Some(Const::Float(a + b)),
            Operator::Sub => Some(Const::Float(a - b)),
            Operator::Mult => Some(Const::Float(a * b)),
            Operator::Div if b != 0.0 => Some(Const::Float(a / b)),
            _ => None,
        };
    }
    match (op, left, right) {
        (Operator::Add, Const::Str(a), Const::Str(b)) => Some(Const::Str(format!("{a}{b}").into())),
        (Operator::Add, Const::Bytes(a), Const::Bytes(b)) => Some(Const::Bytes([&**a, &**b].concat().into())),
        (Operator::Add, Const::Tuple(a), Const::Tuple(b)) => {
            Some(Const::Tuple(a.iter().chain(b.iter()).cloned().collect()))
        }
        (Operator::Mult, sequence, count) | (Operator::Mult, count, sequence) if as_int(count).is_some() => {
            fold_repeat(sequence, as_int(count)?)
        }
        _ => None,
    }
}

fn fold_ints(op: Operator, a: BigInt, b: BigInt, bools: bool) -> Option<Const> {
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => {
            if !a.is_zero() && !b.is_zero() && a.bits() + b.bits() > MAX_INT_BITS {
                return None;
            }
            a * b
        }
        Operator::FloorDiv if !b.is_zero() => a.div_floor(&b),
        Operator::Mod if !b.is_zero() => a.mod_floor(&b),
        Operator::Div if !b.is_zero() && a.bits() <= 53 && b.bits() <= 53 => {
            return Some(Const::Float(a.to_f64()? / b.to_f64()?));
        }
        Operator::Pow if !b.is_negative() => {
            let exponent = b.to_u32()?;
            if a.bits().checked_mul(u64::from(exponent))? > MAX_INT_BITS {
                return None;
            }
            a.pow(exponent)
        }
        Operator::LShift if !b.is_negative() => {
            let count = b.to_u64()?;
            if a.bits() + count > MAX_INT_BITS {
                return None;
            }
            a << count
        }
        Operator::RShift if !b.is_negative() => a >> b.to_u64()?,
        // `True & False` is a bool.
        Operator::BitAnd | Operator::BitOr | Operator::BitXor if bools => return None,
        Operator::BitAnd => bitwise(&a, &b, |a, b| a & b),
        Operator::BitOr => bitwise(&a, &b, |a, b| a | b),
        Operator::BitXor => bitwise(&a, &b, |a, b| a ^ b),
        _ => return None,
    };
    Some(int_const(value))
}

fn fold_repeat(sequence: &Const, count: BigInt) -> Option<Const> {
    let count = if count.is_negative() { 0 } else { count.to_usize()? };
    match sequence {
        Const::Str(text) if text.chars().count().checked_mul(count)? <= MAX_STR => {
            Some(Const::Str(text.repeat(count).into()))
        }
        Const::Bytes(bytes) if bytes.len().checked_mul(count)? <= MAX_STR => {
            Some(Const::Bytes(bytes.repeat(count).into()))
        }
        Const::Tuple(items) if items.len().checked_mul(count)? <= MAX_ITEMS => {
            let all = (0..count).flat_map(|_| items.iter().cloned());
            Some(Const::Tuple(all.collect()))
        }
        _ => None,
    }
}

fn fold_subscript(value: &Const, index: &Const) -> Option<Const> {
    let at = |len: usize| -> Option<usize> {
        let index = as_int(index)?.to_i64()?;
        let index = if index < 0 { index + len as i64 } else { index };
        usize::try_from(index).ok().filter(|i| *i < len)
    };
    match value {
        Const::Tuple(items) => items.get(at(items.len())?).cloned(),
        Const::Bytes(bytes) => bytes.get(at(bytes.len())?).map(|b| Const::Int(i64::from(*b))),
        Const::Str(text) => {
            let chars: Vec<char> = text.chars().collect();
            chars.get(at(chars.len())?).map(|c| Const::Str(c.to_string().into()))
        }
        _ => None,
    }
}

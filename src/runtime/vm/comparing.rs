//! The fast halves of comparisons. The six operators share one: V8's optimising compiler needs its time by the size of
//! the evaluation loop, and a shift costs a comparison less than a branch that was not foreseen.

use super::registers::{at, forget, slot};
use crate::bytecode::{Instr, Op};
use crate::objects::Value;

/// How two numbers stand to each other: 0 less, 1 equal, 2 greater, 3 unordered (one of them is no number).
#[derive(Clone, Copy)]
pub struct Order(u32);

/// For which of the four orders each operator holds, four bits each in the order of the opcodes: Lt, Le, Eq, Ne, Gt, Ge.
const HOLDS: u32 = 0b0110_0100_1101_0010_0011_0001;

impl Order {
    #[inline(always)]
    fn of_ints(a: i64, b: i64) -> Order {
        Order((a >= b) as u32 + (a > b) as u32)
    }

    #[inline(always)]
    fn of_floats(a: f64, b: f64) -> Order {
        Order((a >= b) as u32 + (a > b) as u32 + 3 * (a.is_nan() | b.is_nan()) as u32)
    }

    /// Whether the operator of `op` holds; `first` is the opcode for `<` of its six.
    #[inline(always)]
    pub fn satisfies(self, op: Op, first: Op) -> bool {
        HOLDS >> ((op as u32 - first as u32) * 4 + self.0) & 1 != 0
    }
}

/// How two ints or two floats stand to each other, which are then used up; `None`: others, untouched.
#[inline(always)]
pub fn registers(slots: &mut [Value], i: Instr) -> Option<Order> {
    let order = match (slot(slots, at(i.b)), slot(slots, at(i.c))) {
        (Value::Int(a), Value::Int(b)) => Order::of_ints(*a, *b),
        (Value::Float(a), Value::Float(b)) => Order::of_floats(*a, *b),
        _ => return None,
    };
    forget(slots, i.b);
    forget(slots, i.c);
    Some(order)
}

/// As [`registers`], with the number in the instruction on the right.
#[inline(always)]
pub fn with_number(slots: &mut [Value], i: Instr) -> Option<Order> {
    let Value::Int(a) = slot(slots, at(i.b)) else { return None };
    let order = Order::of_ints(*a, i.c as i16 as i64);
    forget(slots, i.b);
    Some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operator_holds_for_the_orders_it_names() {
        let pairs = [(1.0, 2.0), (2.0, 2.0), (3.0, 2.0), (f64::NAN, 2.0), (2.0, f64::NAN)];
        for (a, b) in pairs {
            let expected = [a < b, a <= b, a == b, a != b, a > b, a >= b];
            let order = Order::of_floats(a, b);
            for (op, holds) in [Op::Lt, Op::Le, Op::Eq, Op::Ne, Op::Gt, Op::Ge].into_iter().zip(expected) {
                assert_eq!(order.satisfies(op, Op::Lt), holds, "{a} {op:?} {b}");
                if !a.is_nan() && !b.is_nan() {
                    assert_eq!(Order::of_ints(a as i64, b as i64).satisfies(op, Op::Lt), holds, "{a} {op:?} {b}, ints");
                }
            }
        }
        let tests = [Op::TestLt, Op::TestLe, Op::TestEq, Op::TestNe, Op::TestGt, Op::TestGe];
        let with_numbers = [Op::TestLtInt, Op::TestLeInt, Op::TestEqInt, Op::TestNeInt, Op::TestGtInt, Op::TestGeInt];
        for (place, (test, number)) in tests.into_iter().zip(with_numbers).enumerate() {
            assert_eq!(test as usize, Op::TestLt as usize + place);
            assert_eq!(number as usize, Op::TestLtInt as usize + place);
        }
    }
}

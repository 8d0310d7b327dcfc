//! The digits of decimals: 128 bits where that is enough, else as many as there are.

use std::cell::RefCell;
use std::fmt::Display;

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

use crate::objects::Value;
use crate::objects::hasher::FastMap;

/// A natural number. None: it has no room.
pub trait Digits: Clone + Ord + Display {
    fn of(value: &Value) -> Option<Self>;
    fn value(&self) -> Value;
    fn small(n: u8) -> Self;
    fn ten_to(power: i64) -> Option<Self>;
    fn plus(&self, other: &Self) -> Option<Self>;
    /// The other one is not greater.
    fn minus(&self, other: &Self) -> Self;
    fn times(&self, other: &Self) -> Option<Self>;
    fn divided(&self, by: &Self) -> (Self, Self);
    /// The remainder of a small number.
    fn modulo(&self, small: u8) -> u8;
    /// How many digits it has; 0 has one.
    fn length(&self) -> i64;
    fn parse(digits: &str) -> Option<Self>;

    fn is_zero(&self) -> bool {
        *self == Self::small(0)
    }
}

/// The powers of ten that 128 bits hold.
const TENS: [u128; 39] = {
    let mut all = [1; 39];
    let mut at = 1;
    while at < all.len() {
        all[at] = all[at - 1] * 10;
        at += 1;
    }
    all
};

impl Digits for u128 {
    fn of(value: &Value) -> Option<u128> {
        match value {
            Value::Int(n) => Some(n.unsigned_abs().into()),
            Value::BigInt(n) => n.magnitude().to_u128(),
            _ => None,
        }
    }

    fn value(&self) -> Value {
        match i64::try_from(*self) {
            Ok(small) => Value::Int(small),
            Err(_) => BigInt::from(*self).into(),
        }
    }

    fn small(n: u8) -> u128 {
        n.into()
    }

    fn ten_to(power: i64) -> Option<u128> {
        TENS.get(usize::try_from(power).ok()?).copied()
    }

    fn plus(&self, other: &u128) -> Option<u128> {
        self.checked_add(*other)
    }

    fn minus(&self, other: &u128) -> u128 {
        self - other
    }

    fn times(&self, other: &u128) -> Option<u128> {
        self.checked_mul(*other)
    }

    fn divided(&self, by: &u128) -> (u128, u128) {
        (self / by, self % by)
    }

    fn modulo(&self, small: u8) -> u8 {
        (self % u128::from(small)) as u8
    }

    fn length(&self) -> i64 {
        TENS.partition_point(|ten| ten <= self).max(1) as i64
    }

    fn parse(digits: &str) -> Option<u128> {
        digits.parse().ok()
    }
}

thread_local! {
    /// Powers of ten that were asked for last.
    static POWERS: RefCell<FastMap<u32, BigUint>> = RefCell::default();
}

/// So many of them are kept.
const KEPT: usize = 256;

fn power_of_ten(power: u32) -> BigUint {
    POWERS.with_borrow_mut(|known| {
        if known.len() == KEPT && !known.contains_key(&power) {
            known.clear();
        }
        known.entry(power).or_insert_with(|| BigUint::from(10_u8).pow(power)).clone()
    })
}

/// More digits are the text's.
const MOST: i64 = 4000;

impl Digits for BigUint {
    fn of(value: &Value) -> Option<BigUint> {
        match value {
            Value::Int(n) => Some(n.unsigned_abs().into()),
            Value::BigInt(n) if n.bits() < MOST as u64 * 3 => Some(n.magnitude().clone()),
            _ => None,
        }
    }

    fn value(&self) -> Value {
        BigInt::from(self.clone()).into()
    }

    fn small(n: u8) -> BigUint {
        n.into()
    }

    fn ten_to(power: i64) -> Option<BigUint> {
        (0..MOST).contains(&power).then(|| power_of_ten(power as u32))
    }

    fn plus(&self, other: &BigUint) -> Option<BigUint> {
        Some(self + other)
    }

    fn minus(&self, other: &BigUint) -> BigUint {
        self - other
    }

    fn times(&self, other: &BigUint) -> Option<BigUint> {
        Some(self * other)
    }

    fn divided(&self, by: &BigUint) -> (BigUint, BigUint) {
        self.div_rem(by)
    }

    fn modulo(&self, small: u8) -> u8 {
        (self % small).to_u8().unwrap_or(0)
    }

    fn length(&self) -> i64 {
        if Zero::is_zero(self) {
            return 1;
        }
        // The logarithm of two lies between these factors: mostly both give the same length.
        let bits = self.bits() as i64;
        let (least, most) = ((bits - 1) * 301_029 / 1_000_000 + 1, bits * 301_030 / 1_000_000 + 1);
        if least == most { least } else { least + i64::from(*self >= power_of_ten(least as u32)) }
    }

    fn parse(digits: &str) -> Option<BigUint> {
        if digits.len() as i64 > MOST { None } else { digits.parse().ok() }
    }
}

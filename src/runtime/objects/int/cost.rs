//! What operations on large ints cost, in the instructions of [`Interp::charge`](crate::objects::Interp::charge). Words
//! are of 64 bits.

use super::IntRef;

/// Of a product. Toom-Cook's exponent is near 1.5.
pub fn product(a: IntRef<'_>, b: IntRef<'_>) -> u64 {
    product_of_words(words(a), words(b))
}

/// Of a product of ints of so many words.
pub fn product_of_words(x: u64, y: u64) -> u64 {
    if x == 0 || y == 0 { 0 } else { x.max(y).saturating_mul((x.min(y) as f64).sqrt() as u64) / 4 }
}

/// Of a quotient or rest: a row of the divisor's length for each word of the quotient.
pub fn quotient(a: IntRef<'_>, b: IntRef<'_>) -> u64 {
    let (x, y) = (words(a), words(b));
    if x == 0 { 0 } else { x.saturating_sub(y).saturating_add(1).saturating_mul(y) / 200 + x / 8 }
}

/// Of a power of that many bits.
pub fn power(bits: u64) -> u64 {
    let words = bits / 64;
    words.saturating_mul((words as f64).sqrt() as u64) / 4
}

/// Of `pow(a, exponent, modulus)`: a product and a rest for each bit of the exponent.
pub fn power_modulo(exponent: IntRef<'_>, modulus: IntRef<'_>) -> u64 {
    let words = modulus.bit_length() / 64 + 1;
    exponent.bit_length().saturating_mul(words * words / 16 + 4)
}

/// Of a square root: some quotients of half its length.
pub fn root(a: IntRef<'_>) -> u64 {
    words(a).saturating_pow(2) / 30
}

/// Of a greatest common divisor: as many differences as the shorter one has bits, once the two are of one length.
pub fn gcd(a: IntRef<'_>, b: IntRef<'_>) -> u64 {
    let shorter = words(a).min(words(b));
    quotient(a, b).max(quotient(b, a)).saturating_add(shorter.saturating_pow(2) / 2)
}

/// Of the digits of so many bits in a base that is no power of two, or of reading them.
pub fn digits(bits: u64) -> u64 {
    (bits / 64).saturating_pow(2) / 200
}

/// About how many bits so many decimal digits make.
pub fn bits_of(digits: usize) -> u64 {
    digits as u64 * 10 / 3
}

fn words(n: IntRef<'_>) -> u64 {
    match n {
        IntRef::Small(_) => 0,
        IntRef::Big(n) => n.bits() / 64,
    }
}

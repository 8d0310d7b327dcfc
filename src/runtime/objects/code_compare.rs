//! What makes two code objects equal (Objects/codeobject.c `code_richcompare`): all that they do and where each part of it
//! stands in its file, but not which file that is.

use super::code::CodeObject;
use super::hash;
use super::value::Value;

impl CodeObject {
    /// `self == other`
    pub fn is_like(&self, other: &CodeObject) -> bool {
        let (x, y) = (&*self.code, &*other.code);
        std::ptr::eq(self, other)
            || x.name == y.name
                && x.params == y.params
                && x.flags == y.flags
                && x.first_line == y.first_line
                && x.instrs == y.instrs
                && x.positions == y.positions
                && x.handlers == y.handlers
                && (&x.names, &x.locals, &x.cells, &x.free) == (&y.names, &y.locals, &y.cells, &y.free)
                && all_alike(&self.constants(), &other.constants())
    }

    /// `hash(code)`
    pub fn hash(&self) -> i64 {
        let name = hash::hash_bytes(self.code.name.as_bytes());
        let counts = [self.code.first_line as usize, self.code.instrs.len(), self.consts.len(), self.names.len()];
        counts.iter().fold(name, |hash, n| hash.wrapping_mul(1_000_003) ^ *n as i64).max(i64::MIN + 1)
    }
}

fn all_alike(x: &[Value], y: &[Value]) -> bool {
    x.len() == y.len() && x.iter().zip(y).all(|(x, y)| alike(x, y))
}

/// Whether two constants are of one kind and value: 1 is neither 1.0 nor True, and 0.0 not -0.0 (`_PyCode_ConstantKey`).
fn alike(x: &Value, y: &Value) -> bool {
    match (x, y) {
        (Value::Int(x), Value::Int(y)) => x == y,
        (Value::BigInt(x), Value::BigInt(y)) => x == y,
        (Value::Float(x), Value::Float(y)) => x.to_bits() == y.to_bits(),
        (Value::Complex(x), Value::Complex(y)) => {
            [x.real.to_bits(), x.imag.to_bits()] == [y.real.to_bits(), y.imag.to_bits()]
        }
        (Value::Str(x), Value::Str(y)) => x.data == y.data,
        (Value::Bytes(x), Value::Bytes(y)) => x.data == y.data,
        (Value::Tuple(x), Value::Tuple(y)) => all_alike(&x.items, &y.items),
        (Value::Set(x), Value::Set(y)) => all_alike(&x.items(), &y.items()),
        (Value::Code(x), Value::Code(y)) => x.is_like(y),
        _ => x.is(y),
    }
}

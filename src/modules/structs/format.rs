//! A format of struct's: its fields, and values as bytes in them (`Modules/_struct.c`).

use crate::objects::builtin_types::bytes_like;
use crate::objects::exception::{PyResult, overflow_error};
use crate::objects::int::from_bytes;
use crate::objects::{Interp, Value, known, ops, type_of};

/// What is wrong: a text of `struct.error`, or another exception.
pub enum Wrong {
    Text(String),
    Exc(crate::objects::Exc),
}

impl From<crate::objects::Exc> for Wrong {
    fn from(exc: crate::objects::Exc) -> Wrong {
        Wrong::Exc(exc)
    }
}

fn wrong<T>(text: impl Into<String>) -> Result<T, Wrong> {
    Err(Wrong::Text(text.into()))
}

/// So many of a letter, each of a width.
#[derive(Clone, Copy)]
struct Field {
    letter: u8,
    repeat: usize,
    width: usize,
}

pub struct Format {
    fields: Vec<Field>,
    /// How many bytes that is, on any machine.
    pub total: i64,
    /// How many values it takes.
    pub values: usize,
    little: bool,
    /// In the machine's own layout.
    native: bool,
}

fn width(letter: u8, native: bool) -> Option<usize> {
    Some(match letter {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => {
            if native {
                8
            } else {
                4
            }
        }
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

impl Format {
    /// How many bytes it takes on this machine.
    pub fn size(&self) -> usize {
        ops::size(self.total)
    }

    pub fn parse(text: &[u8]) -> Result<Format, Wrong> {
        if text.contains(&0) {
            return wrong("embedded null character");
        }
        let (order, text) = match text.split_first() {
            Some((order @ (b'@' | b'=' | b'<' | b'>' | b'!'), rest)) => (*order, rest),
            _ => (b'@', text),
        };
        let native = order == b'@';
        let mut format =
            Format { fields: Vec::new(), total: 0, values: 0, little: !matches!(order, b'>' | b'!'), native };
        let mut count: Option<i64> = None;
        let too_long = || Wrong::Text("total struct size too long".to_string());
        for &letter in text {
            match letter {
                b' ' | b'\t'..=b'\r' if count.is_none() => continue,
                b'0'..=b'9' => {
                    let more = count.unwrap_or(0).checked_mul(10);
                    let sum = more.and_then(|n| n.checked_add((letter - b'0').into()));
                    count = Some(sum.ok_or_else(too_long)?);
                    continue;
                }
                _ => {}
            }
            let Some(width) = width(letter, native) else { return wrong("bad char in struct format") };
            if native {
                format.pad(-format.total as usize & (width - 1));
            }
            let given = count.take().unwrap_or(1);
            let repeat = ops::size(given);
            format.fields.push(Field { letter, repeat, width });
            let bytes = given.checked_mul(width as i64).and_then(|bytes| bytes.checked_add(format.total));
            format.total = bytes.ok_or_else(too_long)?;
            format.values += match letter {
                b'x' => 0,
                b's' | b'p' => 1,
                _ => repeat,
            };
        }
        match count {
            Some(_) => wrong("repeat count given without format specifier"),
            None => Ok(format),
        }
    }

    fn pad(&mut self, bytes: usize) {
        if bytes > 0 {
            self.fields.push(Field { letter: b'x', repeat: bytes, width: 1 });
            self.total += bytes as i64;
        }
    }

    fn push(&self, out: &mut Vec<u8>, bits: u64, width: usize) {
        match self.little {
            true => out.extend_from_slice(&bits.to_le_bytes()[..width]),
            false => out.extend_from_slice(&bits.to_be_bytes()[8 - width..]),
        }
    }

    /// The values, as many as it takes, as bytes.
    pub fn pack(&self, i: &mut dyn Interp, values: &[Value]) -> Result<Vec<u8>, Wrong> {
        ops::reserve(i, self.total as u64)?;
        let mut out = Vec::with_capacity(self.size());
        let mut values = values.iter();
        for &Field { letter, repeat, width } in &self.fields {
            match letter {
                b'x' => out.resize(out.len() + repeat, 0),
                b's' | b'p' => {
                    let value = values.next().unwrap_or(&Value::None);
                    let Some(bytes) = text_of(value) else {
                        return wrong(format!("argument for '{}' must be a bytes object", letter as char));
                    };
                    let end = out.len() + repeat;
                    if letter == b'p' && repeat > 0 {
                        let used = bytes.len().min(repeat - 1);
                        out.push(used.min(255) as u8);
                        out.extend_from_slice(&bytes[..used]);
                    } else {
                        out.extend_from_slice(&bytes[..bytes.len().min(repeat)]);
                    }
                    out.resize(end, 0);
                }
                _ => {
                    for value in values.by_ref().take(repeat) {
                        self.pack_one(i, &mut out, letter, width, value)?;
                    }
                }
            }
        }
        Ok(out)
    }

    fn pack_one(
        &self,
        i: &mut dyn Interp,
        out: &mut Vec<u8>,
        letter: u8,
        width: usize,
        value: &Value,
    ) -> Result<(), Wrong> {
        match letter {
            b'c' => match text_of(value).as_deref() {
                Some(&[byte]) => out.push(byte),
                _ => return wrong("char format requires a bytes object of length 1"),
            },
            b'?' => out.push(ops::is_true(i, value)?.into()),
            b'e' | b'f' | b'd' => {
                let is_int = matches!(value.plain(), Value::Int(_) | Value::BigInt(_) | Value::Bool(_));
                let value = match value {
                    Value::Float(x) => *x,
                    _ => match ops::to_float(i, value) {
                        Ok(x) => x,
                        Err(_) => return wrong("required argument is not a float"),
                    },
                };
                let Some(bits) = float_bits(value, width, self.native) else {
                    if is_int {
                        return wrong("int too large to convert");
                    }
                    let text = format!("float too large to pack with {} format", letter as char);
                    return Err(Wrong::Exc(overflow_error(text)));
                };
                self.push(out, bits, width);
            }
            _ => {
                let bits = self.integer(i, letter, width, value)?;
                self.push(out, bits, width);
            }
        }
        Ok(())
    }

    fn integer(&self, i: &mut dyn Interp, letter: u8, width: usize, value: &Value) -> Result<u64, Wrong> {
        let number = match value.plain() {
            Value::Int(n) => Value::Int(*n),
            Value::Bool(b) => Value::Int((*b).into()),
            big @ Value::BigInt(_) => big.clone(),
            _ if type_of(value).lookup(known::INDEX).is_some() => ops::to_int(i, value)?,
            _ => return wrong("required argument is not an integer"),
        };
        let signed = !b"BHILQNP".contains(&letter);
        let number = match &number {
            Value::Int(n) => i128::from(*n),
            big => match ops::int_ref(big).map(|n| (n.bit_length(), n.is_negative(), n.to_bytes(16, true, true))) {
                Some((..=65, _, Ok(bytes))) => {
                    let mut all = [0; 16];
                    all.copy_from_slice(&bytes);
                    i128::from_le_bytes(all)
                }
                Some((_, true, _)) => i128::MIN,
                _ => i128::MAX,
            },
        };
        let bits = width as u32 * 8;
        let (low, high) = match signed {
            true => (-1i128 << (bits - 1), (1i128 << (bits - 1)) - 1),
            false => (0, (1i128 << bits) - 1),
        };
        if letter == b'P' {
            if !(-1i128 << 63..=high).contains(&number) {
                return wrong("int too large to convert");
            }
        } else if !(low..=high).contains(&number) {
            return wrong(format!("'{}' format requires {low} <= number <= {high}", letter as char));
        }
        Ok(number as u64)
    }

    /// The values of `size` bytes.
    pub fn unpack(&self, data: &[u8]) -> PyResult {
        let mut out = Vec::with_capacity(self.values.min(data.len()));
        let mut at = 0;
        for &Field { letter, repeat, width } in &self.fields {
            match letter {
                b'x' => at += repeat,
                b's' => {
                    out.push(Value::bytes(&data[at..at + repeat]));
                    at += repeat;
                }
                b'p' => {
                    let used = data[at..at + repeat].first().map_or(0, |&n| usize::from(n).min(repeat - 1));
                    out.push(Value::bytes(if repeat > 0 { &data[at + 1..at + 1 + used] } else { &[] }));
                    at += repeat;
                }
                _ => {
                    for _ in 0..repeat {
                        out.push(self.unpack_one(letter, &data[at..at + width]));
                        at += width;
                    }
                }
            }
        }
        Ok(Value::tuple(out))
    }

    fn unpack_one(&self, letter: u8, data: &[u8]) -> Value {
        match letter {
            b'c' => Value::bytes(data),
            b'?' => Value::Bool(data[0] != 0),
            b'e' | b'f' | b'd' => {
                let bits = data.iter().enumerate().fold(0, |bits, (at, &byte)| {
                    let place = if self.little { at } else { data.len() - 1 - at };
                    bits | u64::from(byte) << (8 * place)
                });
                Value::Float(bits_float(bits, data.len()))
            }
            _ => from_bytes(data, self.little, !b"BHILQNP".contains(&letter)).into(),
        }
    }
}

/// The bytes of bytes or a bytearray.
fn text_of(value: &Value) -> Option<Vec<u8>> {
    match value.plain() {
        Value::Bytes(bytes) => Some(bytes.data.to_vec()),
        _ if matches!(&*crate::objects::type_name(value), "bytearray") => bytes_like::to_vec(value),
        _ => None,
    }
}

/// The bits of an IEEE number of 2, 4 or 8 bytes; None: it is too large. Rounded to even; a NaN is the quiet one.
fn float_bits(value: f64, width: usize, native: bool) -> Option<u64> {
    let sign = u64::from(value.is_sign_negative());
    match width {
        8 if value.is_nan() => Some(sign << 63 | 0x7FF8 << 48),
        8 => Some(value.to_bits()),
        4 if value.is_nan() => Some(sign << 31 | 0x7FC0_0000),
        4 => {
            let narrow = value as f32;
            (narrow.is_finite() || !value.is_finite() || native).then(|| narrow.to_bits().into())
        }
        _ => half_bits(value).map(|bits| sign << 15 | bits),
    }
}

/// A number's magnitude in 15 bits.
fn half_bits(value: f64) -> Option<u64> {
    if value.is_nan() {
        return Some(0x7E00);
    }
    if value.is_infinite() {
        return Some(0x7C00);
    }
    let bits = value.abs().to_bits();
    let exponent = (bits >> 52) as i64 - 1023;
    if exponent > 15 {
        return None;
    }
    if exponent < -26 {
        return Some(0);
    }
    let fraction = bits & ((1 << 52) - 1) | 1 << 52;
    // What a unit of the last place is: 2⁻²⁴ below the normal numbers.
    let shift = 42 + (-14 - exponent).max(0);
    let (kept, rest, half) = (fraction >> shift, fraction & ((1 << shift) - 1), 1 << (shift - 1));
    let rounded = kept + u64::from(rest > half || rest == half && kept & 1 == 1);
    let base = if exponent >= -14 { ((exponent + 14) as u64) << 10 } else { 0 };
    Some(base + rounded).filter(|bits| *bits < 0x7C00)
}

fn bits_float(bits: u64, width: usize) -> f64 {
    match width {
        8 => f64::from_bits(bits),
        4 => f32::from_bits(bits as u32).into(),
        _ => {
            let (exponent, fraction) = (bits >> 10 & 0x1F, bits & 0x3FF);
            let size = match exponent {
                0x1F if fraction > 0 => f64::NAN,
                0x1F => f64::INFINITY,
                0 => fraction as f64 / 16_777_216.0,
                _ => f64::from_bits((exponent + 1008) << 52 | fraction << 42),
            };
            if bits >> 15 > 0 { -size } else { size }
        }
    }
}

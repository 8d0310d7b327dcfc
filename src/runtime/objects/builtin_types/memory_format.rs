//! How a memoryview's items stand in memory: the native formats of one character, or those as ctypes writes them («<i»), by
//! which no memoryview reads.

use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::interp::Interp;
use crate::objects::ops;
use crate::objects::types::types;
use crate::objects::value::Value;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Format(u8);

/// A format begins with «<».
const EXPLICIT: u8 = 0x80;

impl Format {
    /// What bytes are seen as.
    pub const BYTES: Format = Format(b'B');

    pub fn of(text: &str) -> Option<Format> {
        match text.strip_prefix('@').unwrap_or(text).as_bytes() {
            [code] if b"bBc?hHiIlLqQnNfd".contains(code) => Some(Format(*code)),
            _ => None,
        }
    }

    /// As ctypes writes it.
    pub fn explicit(self) -> Format {
        Format(self.0 | EXPLICIT)
    }

    /// NotImplementedError for a format by which no memoryview reads.
    pub fn readable(self) -> PyResult<()> {
        match self.0 & EXPLICIT {
            0 => Ok(()),
            _ => {
                let text = format!("memoryview: unsupported format {}", self.text());
                Err(Exc::new(&types().not_implemented_error, vec![text.into()]))
            }
        }
    }

    fn text(self) -> String {
        let code = (self.0 & !EXPLICIT) as char;
        if self.0 & EXPLICIT == 0 { code.to_string() } else { format!("<{code}") }
    }

    pub fn name(self) -> Value {
        self.text().into()
    }

    pub fn is_byte(self) -> bool {
        b"bBc".contains(&self.0)
    }

    /// The bytes of one item.
    pub fn size(self) -> usize {
        match self.0 & !EXPLICIT {
            b'b' | b'B' | b'c' | b'?' => 1,
            b'h' | b'H' => 2,
            b'i' | b'I' | b'f' => 4,
            _ => 8,
        }
    }

    /// The item that stands in these bytes.
    pub fn value(self, item: &[u8]) -> Value {
        let mut all = [0; 8];
        all[..item.len()].copy_from_slice(item);
        let unsigned = u64::from_le_bytes(all);
        match self.0 & !EXPLICIT {
            b'c' => Value::bytes(item.to_vec()),
            b'?' => Value::Bool(unsigned != 0),
            b'f' => Value::Float(f32::from_bits(unsigned as u32).into()),
            b'd' => Value::Float(f64::from_bits(unsigned)),
            code if code.is_ascii_uppercase() => match i64::try_from(unsigned) {
                Ok(n) => Value::Int(n),
                Err(_) => Value::BigInt(std::rc::Rc::new(unsigned.into())),
            },
            _ => {
                let unused = 64 - 8 * item.len() as u32;
                Value::Int((unsigned << unused) as i64 >> unused)
            }
        }
    }

    /// The bytes of a value.
    pub fn bytes(self, i: &mut dyn Interp, value: &Value) -> PyResult<Vec<u8>> {
        let wrong_type = |_| type_error(format!("memoryview: invalid type for format '{}'", self.0 as char));
        let bits = match self.0 {
            b'c' => match value {
                Value::Bytes(b) if b.data.len() == 1 => b.data[0].into(),
                Value::Bytes(_) => return Err(self.wrong_value()),
                _ => return Err(wrong_type(())),
            },
            b'?' => ops::is_true(i, value)?.into(),
            b'f' => (ops::to_float(i, value).map_err(|_| wrong_type(()))? as f32).to_bits().into(),
            b'd' => ops::to_float(i, value).map_err(|_| wrong_type(()))?.to_bits(),
            code => {
                let Ok(Some(n)) = ops::convert::as_index(i, value) else { return Err(wrong_type(())) };
                let n = match &n {
                    Value::BigInt(n) => i128::try_from(&**n).unwrap_or(i128::MAX),
                    n => n.as_int().unwrap_or_default().into(),
                };
                let bits = 8 * self.size() as u32;
                let signed = code.is_ascii_lowercase();
                let (low, high) = if signed { (-1 << (bits - 1), 1 << (bits - 1)) } else { (0, 1i128 << bits) };
                if !(low..high).contains(&n) {
                    return Err(self.wrong_value());
                }
                n as u64
            }
        };
        Ok(bits.to_le_bytes()[..self.size()].to_vec())
    }

    fn wrong_value(self) -> Exc {
        value_error(format!("memoryview: invalid value for format '{}'", self.0 as char))
    }
}

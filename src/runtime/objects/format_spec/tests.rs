//! Formatting against what CPython 3.13 gave (tests/tables/record_format.py).

use num_bigint::BigInt;

use super::percent::{Piece, next_piece};
use super::*;
use crate::objects::int::Int;
use crate::objects::int::tests::float_from_hex;
use crate::objects::str::ascii_of;
use crate::objects::str::tests::unescape;

fn int(text: &str) -> Int {
    Int::from(text.parse::<BigInt>().unwrap())
}

fn percent(form: &PyStr, kind: &str, value: &str) -> Result<PyStr, ErrorText> {
    let mut out = PyStr::new();
    let mut at = 0;
    while let Some(piece) = next_piece(form, &mut at, false) {
        let conversion = match piece {
            Piece::Literal(start, end) => {
                out.push_range(form, start, end);
                continue;
            }
            Piece::Conversion(conversion) => match conversion.error {
                Some(error) => return Err(error),
                None => conversion,
            },
        };
        let whole = || int(value);
        out.push_py(&match (u8::try_from(conversion.kind).unwrap_or(0), kind) {
            (b'%', _) if conversion.index == 0 || form.at(conversion.index - 1) == u32::from(b'%') => PyStr::from("%"),
            (b's', "%str") => conversion.text(&unescape(value)),
            (b'r', "%str") => conversion.text(&unescape(value).repr()),
            (b'a', "%str") => conversion.text(&ascii_of(&unescape(value))),
            (b'c', "%int") => conversion.character_of(whole().lend())?,
            (b'd' | b'i' | b'u' | b'o' | b'x' | b'X', "%int") => conversion.int(whole().lend(), 4300)?,
            (b'e' | b'E' | b'f' | b'F' | b'g' | b'G', "%int") => conversion.float(whole().lend().to_f64()?),
            (b'e' | b'E' | b'f' | b'F' | b'g' | b'G', "%float") => conversion.float(float_from_hex(value)),
            _ => return Err(conversion.unsupported(false)),
        });
    }
    Ok(out)
}

#[test]
fn every_format_gives_what_cpython_gives() {
    let mut wrong = Vec::new();
    for line in include_str!("../../../../tests/tables/format.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let expected = unescape(fields[fields.len() - 1]);
        let spec = unescape(fields[2]);
        let got = match fields[0] {
            "int" if spec.is_empty() => int(fields[1]).lend().to_decimal(0).map(PyStr::from),
            "int" => format_int(int(fields[1]).lend(), &spec, "int", 4300),
            "float" => format_float(float_from_hex(fields[1]), &spec, "float"),
            "str" => format_str(&unescape(fields[1]), &spec, "str"),
            "bool" => format_int(IntRef::Small(1), &spec, "bool", 4300),
            "complex" => {
                format_complex(float_from_hex(fields[1]), float_from_hex(fields[2]), &unescape(fields[3]), "complex")
            }
            _ => percent(&unescape(fields[1]), fields[0], fields[2]),
        };
        let got = got.unwrap_or_else(|e| PyStr::from_string(format!("! {:?}: {}", e.class, e.text)));
        if got != expected {
            wrong.push(format!("{line}\n   got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
}

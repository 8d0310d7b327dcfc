//! int against what CPython 3.13 gave (tests/tables/record_int.py).

use num_bigint::BigInt;

use super::*;
use crate::objects::error_text::ErrorText;
use crate::objects::str::PyStr;
use crate::objects::str::bytes::{from_hex, hex};
use crate::objects::str::tests::unescape;

fn int(text: &str) -> Int {
    Int::from(text.parse::<BigInt>().unwrap())
}

/// `float.fromhex` of what `float.hex` wrote.
pub fn float_from_hex(text: &str) -> f64 {
    let (sign, rest) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    match rest {
        "inf" => return sign * f64::INFINITY,
        "nan" => return f64::NAN,
        _ => {}
    }
    let (mantissa, exponent) = rest[2..].split_once('p').unwrap();
    let digits: String = mantissa.chars().filter(|&c| c != '.').collect();
    let scale = exponent.parse::<i64>().unwrap() - 4 * (digits.len() as i64 - 1);
    sign * scale_to_f64(u64::from_str_radix(&digits, 16).unwrap(), false, scale).unwrap()
}

fn show_float(result: Result<f64, ErrorText>) -> Result<String, ErrorText> {
    result.map(|f| f.to_bits().to_string())
}

fn show(value: Int) -> String {
    value.lend().to_decimal(0).unwrap()
}

fn run(name: &str, args: &[&str]) -> Result<String, ErrorText> {
    let (x, y);
    let a = match name {
        "int" | "ratio" | "from_bytes" | "parse" | "str" => IntRef::Small(0),
        _ => {
            x = int(args[0]);
            x.lend()
        }
    };
    let b = match name {
        "cmpfloat" | "to_bytes" | "from_bytes" => IntRef::Small(0),
        _ if args.len() < 2 => IntRef::Small(0),
        _ => {
            y = int(args[1]);
            y.lend()
        }
    };
    Ok(match name {
        "add" => show(a.add(b)),
        "sub" => show(a.sub(b)),
        "mul" => show(a.mul(b)),
        "floordiv" => show(a.floor_div(b)?),
        "mod" => show(a.modulo(b)?),
        "divmod" => {
            let (q, r) = a.divmod(b)?;
            format!("({}, {})", show(q), show(r))
        }
        "and" => show(a.and(b)),
        "or" => show(a.or(b)),
        "xor" => show(a.xor(b)),
        "truediv" => show_float(a.true_div(b))?,
        "gcd" => show(a.gcd(b)),
        "lcm" => show(a.lcm(b)),
        "cmp" => (a.compare(b) as i8).to_string(),
        "lshift" => show(a.shift_left(b)?),
        "rshift" => show(a.shift_right(b)?),
        "pow" => {
            assert!(a.pow(b)?.lend().bit_length() <= a.pow_bits(b).max(1));
            show(a.pow(b)?)
        }
        "powmod" => show(a.pow_mod(b, int(args[2]).lend())?),
        "hex" => a.to_prefixed(16),
        "oct" => a.to_prefixed(8),
        "bin" => a.to_prefixed(2),
        "neg" => show(a.neg()),
        "abs" => show(a.abs()),
        "invert" => show(a.invert()),
        "bit_length" => a.bit_length().to_string(),
        "bit_count" => a.bit_count().to_string(),
        "isqrt" => show(a.isqrt()?),
        "float" => show_float(a.to_f64())?,
        "hash" => a.hash().to_string(),
        "round" => show(a.round_to_power_of_ten(args[1].parse().unwrap())),
        "cmpfloat" => (a.compare_float(float_from_hex(args[1])).unwrap() as i8).to_string(),
        "to_bytes" => hex(&a.to_bytes(args[1].parse().unwrap(), true, args[2] == "1")?),
        "from_bytes" => show(from_bytes(&from_hex(args[0].as_bytes()).unwrap(), false, args[1] == "1")),
        "int" => show(float_to_int(float_from_hex(args[0]))?),
        "ratio" => {
            let (n, d) = IntRef::ratio_of(float_from_hex(args[0]))?;
            format!("({}, {})", show(n), show(d))
        }
        "parse" => parse_str(&unescape(args[0]), args[1].parse().unwrap(), 4300)?.lend().to_radix(16),
        "str" => {
            let exponent = args[0].strip_prefix("10**").unwrap().parse().unwrap();
            IntRef::Small(10).pow(IntRef::Small(exponent))?.lend().to_decimal(4300)?.len().to_string()
        }
        _ => panic!("no such operation: {name}"),
    })
}

#[test]
fn every_operation_gives_what_cpython_gives() {
    let mut wrong = Vec::new();
    for line in include_str!("../../../../tests/tables/int.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let (expected, args) = fields[1..].split_last().unwrap();
        let got = run(fields[0], args).unwrap_or_else(|e| format!("! {:?}: {}", e.class, e.text));
        let same = match fields[0] {
            "truediv" | "float" if !expected.starts_with('!') => got == float_from_hex(expected).to_bits().to_string(),
            _ => got == *expected,
        };
        if !same {
            wrong.push(format!("{}\n   got {}", &line[..line.len().min(300)], &got[..got.len().min(200)]));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}

#[test]
fn bytes_literals_are_quoted_as_bytes() {
    assert_eq!(parse_bytes(b" 12 ", 10, 4300), Ok(Int::Small(12)));
    let error = parse_bytes(b"1x", 10, 4300).unwrap_err();
    assert_eq!(error.text, "invalid literal for int() with base 10: b'1x'");
    assert!(parse_str(&PyStr::from("12"), 10, 0).is_ok());
}

#[test]
fn bitwise_is_that_of_endless_rows_of_bits() {
    let edges = [0, 1, 31, 32, 33, 63, 64, 65, 95, 96, 127, 128, 129, 200].map(|bits| BigInt::from(1) << bits);
    let near = |n: &BigInt| [n - 1, n.clone(), n + 1, n / 3u8].into_iter().flat_map(|n| [-&n, n]);
    let all: Vec<BigInt> = edges.iter().flat_map(near).collect();
    for a in &all {
        for b in &all {
            let (x, y) = (Int::from(a.clone()), Int::from(b.clone()));
            for (op, narrow, expected) in [
                (bitwise(a, b, |a, b| a & b), x.lend().and(y.lend()), a & b),
                (bitwise(a, b, |a, b| a | b), x.lend().or(y.lend()), a | b),
                (bitwise(a, b, |a, b| a ^ b), x.lend().xor(y.lend()), a ^ b),
            ] {
                assert_eq!((&op, &narrow), (&expected, &Int::from(expected.clone())), "{a} {b}");
            }
            let same = |ours: Int, theirs: BigInt| assert_eq!(ours, Int::from(theirs), "{a} {b}");
            same(x.lend().sub(y.lend()), a - b);
            if *b != BigInt::ZERO {
                same(x.lend().floor_div(y.lend()).unwrap(), a.div_floor(b));
                same(x.lend().modulo(y.lend()).unwrap(), a.mod_floor(b));
                let (quotient, rest) = x.lend().divmod(y.lend()).unwrap();
                same(quotient, a.div_floor(b));
                same(rest, a.mod_floor(b));
            }
        }
        for by in [0, 1, 31, 32, 64, 100, 300_i64] {
            let shifted = Int::from(a.clone()).lend().shift_right(IntRef::Small(by)).unwrap();
            assert_eq!(shifted, Int::from(a >> by), "{a} {by}");
        }
    }
}

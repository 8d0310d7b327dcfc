//! str against what CPython 3.13 gave (tests/tables/record_str.py).

use super::codec::{Encoding, Errors, decode, encode};
use super::{PyStr, ascii_of, predicates, repr_bytes};

/// Undoes unicode_escape.
pub fn unescape(text: &str) -> PyStr {
    let mut out = PyStr::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let digits = match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('x')) => 2,
            ('\\', Some('u')) => 4,
            ('\\', Some('U')) => 8,
            ('\\', Some(short)) => {
                out.push(match short {
                    'n' => 10,
                    'r' => 13,
                    't' => 9,
                    other => other.into(),
                });
                continue;
            }
            _ => {
                out.push(c.into());
                continue;
            }
        };
        let hex: String = chars.by_ref().take(digits).collect();
        out.push(u32::from_str_radix(&hex, 16).unwrap());
    }
    out
}

fn list(parts: Vec<PyStr>) -> PyStr {
    let mut out = PyStr::from("[");
    out.push_py(&PyStr::from("\0").join(parts.iter()));
    out.push_str("]");
    out
}

fn flag(value: bool) -> PyStr {
    PyStr::from(if value { "True" } else { "False" })
}

fn index(found: Option<usize>) -> PyStr {
    PyStr::from_string(found.map_or("-1".into(), |i| i.to_string()))
}

fn three(parts: Option<(PyStr, PyStr)>, sep: &PyStr, whole: &PyStr, last: bool) -> PyStr {
    list(match parts {
        Some((head, tail)) => vec![head, sep.clone(), tail],
        None if last => vec![PyStr::new(), PyStr::new(), whole.clone()],
        None => vec![whole.clone(), PyStr::new(), PyStr::new()],
    })
}

fn fill(s: &PyStr, width: &PyStr, pad: fn(&PyStr, usize, u32) -> PyStr) -> PyStr {
    pad(s, width.to_text().parse().unwrap(), 0x2500)
}

fn run(method: &str, args: &[PyStr]) -> PyStr {
    let s = &args[0];
    let number = |i: usize| args[i].to_text().parse::<usize>().unwrap();
    let end = i64::MAX;
    match method {
        "upper" => s.upper(),
        "lower" => s.lower(),
        "title" => s.title(),
        "capitalize" => s.capitalize(),
        "casefold" => s.casefold(),
        "swapcase" => s.swapcase(),
        "isspace" => flag(s.is_space()),
        "isalpha" => flag(s.is_alpha()),
        "isalnum" => flag(s.is_alnum()),
        "isdecimal" => flag(s.is_decimal()),
        "isdigit" => flag(s.is_digit()),
        "isnumeric" => flag(s.is_numeric()),
        "isprintable" => flag(s.is_printable()),
        "isidentifier" => flag(s.is_identifier()),
        "islower" => flag(s.is_lower()),
        "isupper" => flag(s.is_upper()),
        "istitle" => flag(s.is_title()),
        "strip" => s.strip(None, true, true),
        "lstrip" => s.strip(None, true, false),
        "rstrip" => s.strip(None, false, true),
        "stripset" => s.strip(Some(&args[1]), true, true),
        "split" => list(s.split_space(usize::MAX)),
        "rsplit" => list(s.rsplit_space(usize::MAX)),
        "splitn" => list(s.split_space(number(1))),
        "rsplitn" => list(s.rsplit_space(number(1))),
        "splitlines" => list(s.split_lines(false)),
        "keepends" => list(s.split_lines(true)),
        "splitsep" => list(s.split(&args[1], usize::MAX)),
        "rsplitsep" => list(s.rsplit(&args[1], number(2))),
        "partition" => three(s.partition(&args[1]), &args[1], s, false),
        "rpartition" => three(s.rpartition(&args[1]), &args[1], s, true),
        "repr" => s.repr(),
        "ascii" => ascii_of(s),
        "hash" => PyStr::from_string(s.hash().to_string()),
        "ljust" => fill(s, &args[1], PyStr::ljust),
        "rjust" => fill(s, &args[1], PyStr::rjust),
        "center" => fill(s, &args[1], PyStr::center),
        "zfill" => s.zfill(number(1)),
        "expandtabs" => s.expandtabs(number(1)),
        "slice" => s.slice(s.len().min(1), s.len().min(5)),
        "backwards" => s.slice_step(s.len().saturating_sub(1), -1, s.len()),
        "repeat" => s.repeat(number(1)),
        "find" => index(s.find(&args[1], 0, end)),
        "find2" => index(s.find(&args[1], 2, -1)),
        "rfind" => index(s.rfind(&args[1], 0, end)),
        "count" => PyStr::from_string(s.count(&args[1], 0, end).to_string()),
        "startswith" => flag(s.starts_with(&args[1], 0, end)),
        "endswith" => flag(s.ends_with(&args[1], 0, end)),
        "replace" => s.replace(&args[1], &args[2], usize::MAX).unwrap_or(s.clone()),
        "replace1" => s.replace(&args[1], &args[2], 1).unwrap_or(s.clone()),
        "cmp" => PyStr::from_string((s.cmp(&args[1]) as i8).to_string()),
        "encode" | "decode" => {
            let encoding = Encoding::by_name(&args[1].to_text()).unwrap();
            let errors = Errors::by_name(&args[2].to_text()).unwrap();
            if method == "encode" {
                match encode(s, encoding, errors) {
                    Ok(bytes) => PyStr::from_latin1(&bytes),
                    Err(error) => PyStr::from_string("! ".to_string() + &error.encode_text(s)),
                }
            } else {
                let bytes: Vec<u8> = s.points().map(|p| p as u8).collect();
                let failed =
                    |e: super::codec::CodecError| PyStr::from_string("! ".to_string() + &e.decode_text(&bytes));
                decode(&bytes, encoding, errors).unwrap_or_else(failed)
            }
        }
        "reprbytes" => repr_bytes(&s.points().map(|p| p as u8).collect::<Vec<_>>()),
        _ => panic!("no such method: {method}"),
    }
}

#[test]
fn every_method_gives_what_cpython_gives() {
    let mut wrong = Vec::new();
    for line in include_str!("../../../../tests/tables/str.tsv").lines().filter(|l| !l.starts_with("sum\t")) {
        let fields: Vec<&str> = line.split('\t').collect();
        let (expected, args) = fields[1..].split_last().unwrap();
        // A list's separator is a bare '|'; a bar of the text is escaped.
        let expected =
            if fields[0].contains("encode") { unescape(expected) } else { unescape(&expected.replace('|', "\\x00")) };
        let args: Vec<PyStr> = args.iter().map(|a| unescape(a)).collect();
        let got = run(fields[0], &args);
        if got != expected {
            wrong.push(format!("{line}\n   got {}", got.repr()));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}

#[test]
fn properties_of_all_characters_are_those_of_unicode_15_1() {
    // std's case tables and unicode-ident are of a newer Unicode: characters that CPython 3.13 has not yet may differ.
    for line in include_str!("../../../../tests/tables/str.tsv").lines().filter(|l| l.starts_with("sum\t")) {
        let fields: Vec<&str> = line.split('\t').collect();
        let test: fn(u32) -> bool = match fields[1] {
            "isspace" => predicates::is_space,
            "isalpha" => predicates::is_alpha,
            "isalnum" => predicates::is_alnum,
            "isdecimal" => |p| predicates::decimal_value(p).is_some(),
            "isdigit" => predicates::is_digit,
            "isnumeric" => predicates::is_numeric,
            "isprintable" => predicates::is_printable,
            _ => continue,
        };
        let sum =
            (0..0x110000).filter(|&p| test(p)).fold(0u64, |sum, p| (sum.wrapping_mul(31) + u64::from(p)) % (1 << 61));
        assert_eq!(sum.to_string(), fields[2], "{}", fields[1]);
    }
}

#[test]
fn data_is_always_as_narrow_as_can_be() {
    let wide = PyStr::from("aé你😀");
    for (end, size) in [(1, 1), (2, 1), (3, 2), (4, 4)] {
        assert_eq!(wide.slice(0, end).unit_size(), size);
    }
    assert!(wide.slice(0, 1).is_ascii());
    let mut grown = PyStr::from("a");
    grown.push_py(&PyStr::from("é"));
    assert_eq!(grown, PyStr::from("aé"));
    grown.push_py(&PyStr::from("😀"));
    assert_eq!(grown, "aé😀");
    assert_eq!(PyStr::from("é").repeat(0), PyStr::new());
    assert_eq!(PyStr::from_points([0xD83D]).to_utf8(), Err(0));
}

#[test]
fn columns_count_east_asian_characters_twice() {
    assert_eq!(super::width::columns("a你好é"), 6);
    assert_eq!(super::width::columns("😀한ｱ"), 5);
}

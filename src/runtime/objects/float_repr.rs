//! float to text: `repr`, and the codes e f g r of `PyOS_double_to_string` (Python/pystrtod.c).

use std::fmt::Write;

/// How `to_text` lays a float out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// Scientific, `precision` digits after the point.
    E,
    /// Fixed, `precision` digits after the point.
    F,
    /// `precision` significant digits, in the shorter of both forms.
    G,
    /// The shortest digits that read back as the same float.
    R,
}

/// Decimal digits of a positive finite float, without trailing zeros, and where the point stands in them.
struct Digits {
    digits: Vec<u8>,
    point: i64,
}

/// More decimals than any float has; what lies behind them is zero.
const ALL_DECIMALS: usize = 1100;

/// Splits what `{:e}` wrote, `d.ddde±x`.
fn split_scientific(text: &str) -> Digits {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let digits = mantissa.bytes().filter(|&b| b != b'.').collect();
    trimmed(digits, exponent.parse::<i64>().unwrap_or(0) + 1)
}

fn trimmed(mut digits: Vec<u8>, point: i64) -> Digits {
    while digits.len() > 1 && digits.last() == Some(&b'0') {
        digits.pop();
    }
    if digits == b"0" { Digits { digits, point: 1 } } else { Digits { digits, point } }
}

/// How many bits a positive float has behind the point; what has many has too many digits to stand just between two of 17.
fn fraction_bits(value: f64) -> i64 {
    let bits = value.to_bits();
    1075 - (bits >> 52) as i64 - (bits | 1 << 52).trailing_zeros() as i64
}

/// Rust's formatting rounds correctly, ties to even, as CPython's dtoa does.
fn digits_of(value: f64, code: Code, precision: usize) -> Digits {
    let mut text = String::new();
    let _ = match code {
        Code::R => write!(text, "{value:e}"),
        Code::E => write!(text, "{:.*e}", precision.min(ALL_DECIMALS), value),
        Code::G => write!(text, "{:.*e}", precision.clamp(1, ALL_DECIMALS) - 1, value),
        Code::F => write!(text, "{:.*}", precision.min(ALL_DECIMALS), value),
    };
    // The shortest digits may stand just between two that would do: Rust then takes the upper ones, CPython the even ones.
    let shortest = text.find('e').unwrap_or(0).saturating_sub(1);
    if code == Code::R && shortest >= 16 && fraction_bits(value) <= 25 {
        let even = format!("{value:.*e}", shortest - 1);
        if even.parse() == Ok(value) {
            text = even;
        }
    }
    if code != Code::F {
        return split_scientific(&text);
    }
    let whole = text.find('.').unwrap_or(text.len());
    let digits: Vec<u8> = text.bytes().filter(|&b| b != b'.').collect();
    let zeros = digits.iter().take_while(|&&b| b == b'0').count();
    if zeros == digits.len() {
        return Digits { digits: vec![b'0'], point: 1 };
    }
    trimmed(digits[zeros..].to_vec(), whole as i64 - zeros as i64)
}

/// `PyOS_double_to_string`: `alternate` keeps the point and zeros (`#`), `add_dot_0` makes a whole number end in `.0`,
/// `no_negative_zero` drops the sign of what rounds to zero (`z`).
pub struct Layout {
    pub code: Code,
    pub precision: usize,
    pub alternate: bool,
    pub add_dot_0: bool,
    pub no_negative_zero: bool,
}

pub fn to_text(value: f64, layout: &Layout) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let precision = if layout.code == Code::G { layout.precision.max(1) } else { layout.precision };
    let Digits { digits, mut point } = digits_of(value.abs(), layout.code, precision);
    let wanted = precision as i64;
    let mut end = digits.len() as i64;
    let mut scientific = false;
    match layout.code {
        Code::E => {
            scientific = true;
            end = wanted + 1;
        }
        Code::F => end = point + wanted,
        Code::G => {
            scientific = point <= -4 || point > wanted - i64::from(layout.add_dot_0);
            if layout.alternate {
                end = wanted;
            }
        }
        Code::R => scientific = point <= -4 || point > 16,
    }
    let exponent = point - 1;
    if scientific {
        point = 1;
    }
    let start = if point <= 0 { point - 1 } else { 0 };
    end = end.max(if layout.add_dot_0 && !scientific { point + 1 } else { point });
    let mut out = String::with_capacity((end - start) as usize + 8);
    if value.is_sign_negative() && !(layout.no_negative_zero && digits == b"0") {
        out.push('-');
    }
    for index in start..end {
        if index == point {
            out.push('.');
        }
        let digit = usize::try_from(index).ok().and_then(|i| digits.get(i)).unwrap_or(&b'0');
        out.push(char::from(*digit));
    }
    if end == point && layout.alternate {
        out.push('.');
    }
    if scientific {
        out.push_str(if exponent < 0 { "e-" } else { "e+" });
        if exponent.abs() < 10 {
            out.push('0');
        }
        out += &exponent.abs().to_string();
    }
    out
}

/// `repr(value)`
pub fn repr(value: f64) -> String {
    to_text(value, &Layout { code: Code::R, precision: 0, alternate: false, add_dot_0: true, no_negative_zero: false })
}

/// `repr(complex(real, imag))`
pub fn repr_complex(real: f64, imag: f64) -> String {
    let part = |value: f64| {
        let layout =
            Layout { code: Code::R, precision: 0, alternate: false, add_dot_0: false, no_negative_zero: false };
        to_text(value, &layout)
    };
    if real == 0.0 && real.is_sign_positive() {
        return part(imag) + "j";
    }
    let sign = if imag.is_nan() || imag.is_sign_positive() { "+" } else { "" };
    String::from("(") + &part(real) + sign + &part(imag) + "j)"
}

/// `float.hex`
pub fn hex(value: f64) -> String {
    if !value.is_finite() {
        return repr(value);
    }
    let bits = value.to_bits();
    let mut out = String::from(if value.is_sign_negative() { "-0x" } else { "0x" });
    if value == 0.0 {
        return out + "0.0p+0";
    }
    let biased = ((bits >> 52) & 0x7FF) as i64;
    out.push_str(if biased == 0 { "0." } else { "1." });
    for nibble in (0..13).rev() {
        out.extend(char::from_digit((bits >> (4 * nibble) & 15) as u32, 16));
    }
    let exponent = if biased == 0 { -1022 } else { biased - 1023 };
    out.push_str(if exponent < 0 { "p" } else { "p+" });
    out + &exponent.to_string()
}

/// `round(value, places)`: correctly rounded, half to even; `None` if the result overflows.
pub fn round_to(value: f64, places: i64) -> Option<f64> {
    // Beyond these nothing changes, or nothing is left (float___round___impl).
    if !value.is_finite() || value == 0.0 || places > 323 {
        return Some(value);
    }
    if places < -308 {
        return Some(0.0 * value);
    }
    let text = if places >= 0 {
        let mut text = String::new();
        let _ = write!(text, "{:.*}", places as usize, value);
        text
    } else {
        round_whole(value, (-places) as usize)
    };
    text.parse().ok().filter(|rounded: &f64| rounded.is_finite())
}

/// The decimal text of `value` rounded to a multiple of 10**zeros.
fn round_whole(value: f64, zeros: usize) -> String {
    // The exact expansion of a float is finite, so rounding its text is rounding the value.
    let mut text = String::new();
    let _ = write!(text, "{:.*}", ALL_DECIMALS, value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole = "0".repeat(zeros + 1) + whole;
    let (kept, dropped) = whole.split_at(whole.len() - zeros);
    let tail_is_zero = dropped[1..].bytes().chain(fraction.bytes()).all(|b| b == b'0');
    let (first, last) = (dropped.as_bytes()[0], kept.as_bytes()[kept.len() - 1]);
    let up = first > b'5' || first == b'5' && (!tail_is_zero || last % 2 == 1);
    let mut digits = kept.as_bytes().to_vec();
    if up {
        // The leading zero takes the last carry.
        for digit in digits.iter_mut().rev() {
            if *digit != b'9' {
                *digit += 1;
                break;
            }
            *digit = b'0';
        }
    }
    let sign = if value < 0.0 { "-" } else { "" };
    String::from(sign) + &String::from_utf8_lossy(&digits) + &"0".repeat(zeros)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::objects::int::tests::float_from_hex;

    #[test]
    fn repr_and_hex_and_round_are_those_of_cpython() {
        for line in include_str!("../../../tests/tables/float.tsv").lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let value = || float_from_hex(fields[1]);
            let got = match fields[0] {
                "repr" => repr(value()),
                "hex" => hex(value()),
                "round" => round_to(value(), fields[2].parse().unwrap()).map_or("overflow".into(), repr),
                "complex" => repr_complex(value(), float_from_hex(fields[2])),
                _ => continue,
            };
            assert_eq!(got, fields[fields.len() - 1], "{line}");
        }
    }
}

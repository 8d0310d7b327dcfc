//! erf and erfc, by the approximations of fdlibm. Terms are added in pairs, as glibc does, so that last digits are its own.

use super::exp;

/// erf(1), shortened, about which the function is approximated.
const ERX: f64 = 0.8450629115104675;
/// 2/sqrt(pi) - 1
const EFX: f64 = 0.1283791670955126;

/// Up to 0.84375: x + x * P(x²)/Q(x²).
const PP: [f64; 5] =
    [0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442, -2.3763016656650163e-05];
const QQ: [f64; 6] = [
    1.0,
    0.39791722395915535,
    0.0650222499887673,
    0.005081306281875766,
    0.00013249473800432164,
    -3.960228278775368e-06,
];

/// Up to 1.25: erf(1) + P(x - 1)/Q(x - 1).
const PA: [f64; 7] = [
    -0.0023621185607526594,
    0.41485611868374833,
    -0.3722078760357013,
    0.31834661990116175,
    -0.11089469428239668,
    0.035478304325618236,
    -0.002166375594868791,
];
const QA: [f64; 7] = [
    1.0,
    0.10642088040084423,
    0.540397917702171,
    0.07182865441419627,
    0.12617121980876164,
    0.01363708391202905,
    0.011984499846799107,
];

/// Up to 1/0.35: e**(-x² - 0.5625 + R(1/x²)/S(1/x²)) / x.
const RA: [f64; 8] = [
    -0.009864944034847148,
    -0.6938585727071818,
    -10.558626225323291,
    -62.375332450326006,
    -162.39666946257347,
    -184.60509290671104,
    -81.2874355063066,
    -9.814329344169145,
];
const SA: [f64; 9] = [
    1.0,
    19.651271667439257,
    137.65775414351904,
    434.56587747522923,
    645.3872717332679,
    429.00814002756783,
    108.63500554177944,
    6.570249770319282,
    -0.0604244152148581,
];

/// The same from there on.
const RB: [f64; 7] = [
    -0.0098649429247001,
    -0.799283237680523,
    -17.757954917754752,
    -160.63638485582192,
    -637.5664433683896,
    -1025.0951316110772,
    -483.5191916086514,
];
const SB: [f64; 8] = [
    1.0,
    30.33806074348246,
    325.7925129965739,
    1536.729586084437,
    3199.8582195085955,
    2553.0504064331644,
    474.52854120695537,
    -22.44095244658582,
];

const NEAR: f64 = 0.84375;
const MIDDLE: f64 = 1.25;

/// A polynomial: each two terms together, then those times powers of `x²`.
pub(super) fn by_pairs(terms: &[f64], x: f64) -> f64 {
    let square = x * x;
    // Powers as products of smaller ones.
    let powers = [1.0, square, square * square, square * square * square, (square * square) * (square * square)];
    let pair = |at: usize| match terms.get(2 * at + 1) {
        Some(odd) => terms[2 * at] + x * odd,
        None => terms[2 * at],
    };
    (1..terms.len().div_ceil(2)).fold(pair(0), |sum, at| sum + powers[at] * pair(at))
}

/// P/Q near 0.
fn near(x: f64) -> f64 {
    let z = x * x;
    by_pairs(&PP, z) / by_pairs(&QQ, z)
}

/// P/Q about 1, for x > 0.
fn about_one(x: f64) -> f64 {
    let s = x - 1.0;
    by_pairs(&PA, s) / by_pairs(&QA, s)
}

/// erfc(x) for x >= 1.25.
fn tail(x: f64) -> f64 {
    // Where fdlibm's high words end.
    let first = x.to_bits() >> 32 < 0x4006_DB6E;
    let s = 1.0 / (x * x);
    let (r, q) = if first { (by_pairs(&RA, s), by_pairs(&SA, s)) } else { (by_pairs(&RB, s), by_pairs(&SB, s)) };
    let z = f64::from_bits(x.to_bits() & !0xFFFF_FFFF);
    exp(-z * z - 0.5625) * exp((z - x) * (z + x) + r / q) / x
}

/// `math.erf`
pub fn erf(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() {
        x
    } else if size < NEAR {
        if size < 3.725290298461914e-09 { x + EFX * x } else { x + x * near(x) }
    } else {
        let value = match size {
            _ if size < MIDDLE => ERX + about_one(size),
            _ if size < 6.0 => 1.0 - tail(size),
            _ => 1.0,
        };
        value.copysign(x)
    }
}

/// `math.erfc`
pub fn erfc(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() {
        return x;
    }
    if size < NEAR {
        if size < 1.3877787807814457e-17 {
            return 1.0 - x;
        }
        let y = near(x);
        return if x < 0.25 { 1.0 - (x + x * y) } else { 0.5 - (x * y + (x - 0.5)) };
    }
    if size < MIDDLE {
        let part = about_one(size);
        return if x > 0.0 { (1.0 - ERX) - part } else { 1.0 + (ERX + part) };
    }
    match x > 0.0 {
        true if size < 28.0 => tail(size),
        true => 0.0,
        false if size < 6.0 => 2.0 - tail(size),
        false => 2.0,
    }
}

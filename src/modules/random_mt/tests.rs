//! Draws against what CPython 3.13 drew (tests/tables/record_random.py).

use num_bigint::BigInt;

use super::*;
use crate::objects::error_text::ErrorText;
use crate::objects::float_repr::repr;
use crate::objects::str::bytes::hex;

fn list<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    let texts: Vec<String> = items.into_iter().map(|i| i.to_string()).collect();
    format!("[{}]", texts.join(", "))
}

fn show(value: Int) -> String {
    value.lend().to_decimal(0).unwrap()
}

fn draw(random: &mut Random, name: &str, args: &[&str]) -> Result<String, ErrorText> {
    let float = |i: usize| args[i].parse::<f64>().unwrap();
    let whole = |i: usize| args[i].parse::<u64>().unwrap();
    Ok(match name {
        "random" => repr(random.random()),
        "getrandbits" => show(random.getrandbits(whole(0))),
        "randrange" => show(random.below_int(Int::from(args[0].parse::<BigInt>().unwrap()).lend())),
        "randbytes" => hex(&random.randbytes(whole(0) as usize)),
        "uniform" => repr(random.uniform(float(0), float(1))),
        "triangular" => repr(random.triangular(float(0), float(1), args.get(2).map(|_| float(2)))?.unwrap()),
        "gauss" => repr(random.gauss(float(0), float(1))),
        "normalvariate" => repr(random.normalvariate(float(0), float(1))),
        "expovariate" => repr(random.expovariate(float(0))?),
        "lognormvariate" => repr(random.lognormvariate(float(0), float(1))?),
        "vonmisesvariate" => repr(random.vonmisesvariate(float(0), float(1))?),
        "gammavariate" => repr(random.gammavariate(float(0), float(1))?),
        "betavariate" => repr(random.betavariate(float(0), float(1))?),
        "paretovariate" => repr(random.paretovariate(float(0))?),
        "weibullvariate" => repr(random.weibullvariate(float(0), float(1))?),
        "binomialvariate" => random.binomialvariate(args[0].parse().unwrap(), float(1))?.to_string(),
        "shuffle" => {
            let mut items: Vec<u64> = (0..whole(0)).collect();
            random.shuffle(items.len(), |i, j| items.swap(i, j));
            list(items)
        }
        "sample" => list(random.sample(whole(0), whole(1) as usize)),
        "choices" => list((0..whole(1)).map(|_| random.choice_of(whole(0) as usize)).collect::<Vec<_>>()),
        "weights" => {
            let cumulative = [1.0, 1.0, 3.5, 6.5, 7.0];
            list((0..whole(0)).map(|_| random.choice_by_weight(&cumulative)).collect::<Vec<_>>())
        }
        _ => panic!("no such method: {name}"),
    })
}

#[test]
fn every_method_draws_what_cpython_draws() {
    let mut random = Random::new(0);
    let mut wrong = Vec::new();
    for line in include_str!("../../../tests/tables/random.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let (expected, args) = fields[1..].split_last().unwrap();
        match (fields[0], fields[1]) {
            ("seed", "int") => random.seed_int(Int::from(fields[2].parse::<BigInt>().unwrap()).lend()),
            ("seed", "float") => random.seed_hash(fields[2].parse().unwrap()),
            ("seed", _) => random.seed_bytes(fields[2].as_bytes()),
            ("index", _) => {
                let words: Vec<u32> = random.state().collect();
                assert_eq!([words[624].to_string(), words[0].to_string()], fields[1..], "{line}");
                let mut copy = Random::new(1);
                assert!(copy.set_state(&words));
                assert_eq!(copy.next_u32(), random.clone().next_u32());
            }
            (name, _) => {
                let got = draw(&mut random, name, args).unwrap_or_else(|e| format!("! {:?}: {}", e.class, e.text));
                if got != *expected {
                    wrong.push(format!("{line}\n   got {got}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}

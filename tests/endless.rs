//! Built-ins that never come to an end leave the session after each slice, so that a page goes on.

use loopscope::session::{Options, Session, Status};

const ENDLESS: &[&str] = &[
    "sum(count())",
    "min(count())",
    "-1 in count()",
    "1.5 in range(10 ** 15)",
    "deque(count(), 0)",
    "dict(zip(repeat(1), count()))",
    "{}.update(repeat((1, 2)))",
    "any(map(not_, count(1)))",
    "countOf(count(), -1)",
    "next(filter(None, repeat(0)))",
    "next(dropwhile(lambda n: n >= 0, count()))",
    "next(chain.from_iterable(repeat(())))",
    "sum(range(10 ** 15))",
    "sum(iter(int, 1))",
    "choices('ab', k=10 ** 9)",
];

#[test]
fn endless_built_ins_are_left_after_each_slice() {
    for call in ENDLESS {
        let source = format!(
            "from collections import deque\nfrom itertools import *\nfrom operator import countOf, not_\nfrom random import choices\nprint('begun')\n{call}\n"
        );
        let mut session = Session::new(&source, Options::default()).expect("it compiles");
        let mut text = String::new();
        for _ in 0..20 {
            let status = session.advance(50_000);
            text.extend(session.take_output().into_iter().map(|piece| piece.text));
            let ended = matches!(status, Status::Ended(_));
            assert!(!ended, "{call} has ended: {text}");
        }
        assert_eq!(text, "begun\n", "{call}");
    }
}

#[test]
fn what_would_grow_without_measure_is_stopped() {
    let sources = [
        "x = []\nfor _ in range(60): x = [x] * 2\nrepr(x)",
        "import math\nmath.comb(10 ** 8, 5 * 10 ** 7)",
        "import random\nrandom.sample(range(10 ** 15), 10 ** 9)",
    ];
    for source in sources {
        let options = Options { memory: 32 << 20, ..Options::default() };
        let mut session = Session::new(source, options).expect("it compiles");
        let ending = loop {
            if let Status::Ended(ending) = session.advance(1_000_000) {
                break ending;
            }
        };
        assert_eq!(ending.exit_code, 124, "{source}");
    }
}

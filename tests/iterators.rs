//! Iterators over iterators over iterators: CPython goes down as far as its stack reaches; a page must not.

use loopscope::session::{Options, Session, Status};

fn printed(source: &str) -> String {
    let mut session = Session::new(source, Options::default()).expect("the program compiles");
    while session.advance(100_000) == Status::Running {}
    session.take_output().into_iter().map(|piece| piece.text).collect()
}

#[test]
fn iterators_over_very_many_others_are_a_recursion_error_and_no_crash() {
    // Unoptimised code takes several times the stack of what is published; a test's thread has 2 MB.
    let check = std::thread::Builder::new().stack_size(16 << 20).spawn(nest).expect("a thread");
    check.join().expect("the check holds");
}

fn nest() {
    for made in [
        "zip(it)",
        "map(id, it)",
        "enumerate(it)",
        "filter(None, it)",
        "itertools.chain(it)",
        "itertools.islice(it, 5)",
        "itertools.groupby(it)",
        "itertools.accumulate(it)",
        "itertools.starmap(id, zip(it))",
    ] {
        let source = format!(
            "
import itertools
def nested(count):
    it = iter([1])
    for _ in range(count):
        it = {made}
    return it
next(nested(150))
print('few')
try:
    next(nested(100_000))
except RecursionError as exc:
    print(exc)
"
        );
        assert_eq!(printed(&source), "few\nmaximum recursion depth exceeded while iterating\n", "{made}");
    }
}

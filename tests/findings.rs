//! What ends a beginner's program is found where it comes from, and what is right is not: the programs of tests/findings,
//! whose last line says what is found (`code@line`), and whether the page can repair something (`repaired`).

use std::fs;
use std::path::Path;

use loopscope::scene::*;
use told::Told;

mod told;

/// A program with the edit of its first finding that has one.
fn repaired(program: &str) -> Option<String> {
    let told = Told::of(program);
    let fix = diagnostics(&told.stage()).into_iter().find_map(|found| found.fix)?;
    let mut lines: Vec<String> = program.split('\n').map(str::to_string).collect();
    let (_, after) = edited_lines(program, &fix);
    lines.splice(fix.line as usize - 1..fix.end_line as usize, [after]);
    Some(lines.join("\n"))
}

/// Every program with what it says of itself.
fn programs() -> Vec<(String, Vec<String>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let files = fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("it can be read").path());
    let read = |path| {
        let program = fs::read_to_string(path).expect("a text");
        let (_, wanted) = program.rsplit_once("# found:").expect("its last line");
        let wanted = wanted.split(',').map(|one| one.trim().to_string()).filter(|one| !one.is_empty()).collect();
        (program, wanted)
    };
    files.map(read).collect()
}

#[test]
fn what_is_wrong_is_found_where_it_comes_from_and_nothing_else_is() {
    for (program, wanted) in programs() {
        let mut found: Vec<String> = Told::of(&program).findings().into_iter().map(|(found, _)| found).collect();
        found.sort();
        let wanted: Vec<_> = wanted.into_iter().filter(|one| one != "repaired").collect();
        assert_eq!(found, wanted, "{program}");
    }
}

#[test]
fn a_repaired_program_has_no_finding_left() {
    for (program, wanted) in programs() {
        let mut repairs = std::iter::successors(repaired(&program), |program| repaired(program));
        let last = repairs.by_ref().take(wanted.len()).last();
        assert_eq!(last.is_some(), wanted.iter().any(|one| one == "repaired"), "{program}");
        if let Some(program) = last {
            assert_eq!(Told::of(&program).findings(), [], "{program}");
        }
    }
}

//! Wrong sources and what CPython 3.13 says of them: kind, line, column and words must be the same. The verdicts in
//! tests/syntax_errors/cases.txt are written by record.py beside it.

use loopscope::compiler::{Mode, compile};

#[test]
fn every_wrong_source_is_judged_as_cpython_judges_it() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/syntax_errors/cases.txt");
    let text = std::fs::read_to_string(path).expect("the cases are readable");
    let mut source = String::new();
    let mut wrong = Vec::new();
    for line in text.split_inclusive('\n') {
        let Some(want) = line.strip_prefix("---> ") else {
            source.push_str(line);
            continue;
        };
        let got = match compile(&source, "case", Mode::Exec) {
            Ok(_) => "no error".to_string(),
            Err(e) => format!("{} {}:{} {}", e.kind.name(), e.line, e.column, e.message),
        };
        if got != want.trim_end_matches('\n') {
            wrong.push(format!("{source}  want {want}  got  {got}\n"));
        }
        source.clear();
    }
    assert!(wrong.is_empty(), "{} cases differ:\n{}", wrong.len(), wrong.join("\n"));
}

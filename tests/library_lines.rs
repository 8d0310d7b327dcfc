//! The lines of CPython's library that tracebacks show are those of CPython 3.13.0, at their places. Where that is not
//! found (LOOPSCOPE_PYTHON names one) nothing is checked, and a line says so.
use std::env;
use std::process::Command;

const IS_THAT: &str = "import sys; sys.exit(sys.version_info[:3] != (3, 13, 0))";

#[test]
fn lines_of_the_library_are_cpythons() {
    let Some(python) = cpython() else {
        eprintln!("no CPython 3.13.0: skipped (LOOPSCOPE_PYTHON names one)");
        return;
    };
    for check in [&["tests/tables/library_sites.py", "check"][..], &["tests/tables/library_marks.py"]] {
        let told = Command::new(&python).arg("-B").args(check).output().expect("python runs");
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    }
}

fn cpython() -> Option<String> {
    let home = env::var("HOME").unwrap_or_default();
    let known = ["python3.13".into(), format!("{home}/.pyenv/versions/3.13.0/bin/python3.13")];
    env::var("LOOPSCOPE_PYTHON").into_iter().chain(known).find(|python| {
        let asked = Command::new(python).args(["-c", IS_THAT]).output();
        asked.is_ok_and(|asked| asked.status.success())
    })
}
